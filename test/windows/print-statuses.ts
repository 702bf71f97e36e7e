// Prints what came of each probe of a snapshot. Argument: the file.
import { readFileSync } from 'node:fs'

import { readSnapshot } from '#shared/formats/reader.ts'
import { statusLines } from './statuses.ts'

const read = readSnapshot(readFileSync(process.argv[2] ?? '', 'utf8'))
if (!read.ok) throw new Error(`${read.path}: ${read.expected}`)
for (const line of statusLines(read.value)) console.log(line)
