import fs from 'node:fs'
import { createCanvas } from 'canvas'
import { Document } from 'flexsearch'

const index = new Document({ document: { id: 'id', index: ['title'] } })
for (const page of JSON.parse(fs.readFileSync('site/pages.json', 'utf8'))) index.add(page)
index.update({ id: 1, title: 'Home' })

const canvas = createCanvas(1200, 630)
const context = canvas.getContext('2d')
context.save()
context.fillText('Docs', 40, 40)
context.restore()

const stream = fs.createWriteStream('site/og.png')
canvas.createPNGStream().pipe(stream)
stream.on('error', () => stream.destroy())
