export const HINTS = {
  a: 'postgresql://user:password@host:5432/database',
  b: 'mysql://<user>:<password>@<host>/<database>',
  c: 'postgres://USER:PASSWORD@HOSTNAME/prod',
  d: 'mongodb+srv://username:password@your-cluster.mongodb.net/app',
  e: 'postgres://...',
}
