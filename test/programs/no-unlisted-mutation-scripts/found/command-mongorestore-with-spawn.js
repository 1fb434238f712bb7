import { spawn } from 'child_process'
const restore = spawn('mongorestore', ['--drop', '--uri', process.env.MONGO_URL, 'dump/']) // expect: no-unlisted-mutation-scripts
restore.stdout.pipe(process.stdout)
restore.on('exit', code => process.exit(code))
