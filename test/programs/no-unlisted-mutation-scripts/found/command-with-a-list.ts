import { spawn } from 'node:child_process'
const args = ['-f', 'dump.sql', process.env.DATABASE_URL!]
spawn('psql', args, { stdio: 'inherit' }) // expect: no-unlisted-mutation-scripts
