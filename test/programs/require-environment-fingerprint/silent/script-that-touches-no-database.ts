import { readFileSync } from 'node:fs'
console.log(readFileSync('environment.txt', 'utf8'))
