import { readFileSync } from 'node:fs'
const seen = new Map<string, number>()
for (const line of readFileSync('names.txt', 'utf8').split('\n')) seen.delete(line)
console.log(seen.size)
