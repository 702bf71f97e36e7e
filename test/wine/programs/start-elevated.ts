// Starts the program of its first argument as an administrator, with the second as its whole command line. Third argument: output file.
import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { openElevation } from '#electron/core/elevation.ts'

const [program = '', parameters = '', outputFile = ''] = process.argv.slice(2)
const elevation = await openElevation(process.platform)
const result = elevation.startElevated(program, dirname(program), parameters)
writeFileSync(outputFile, JSON.stringify({ isElevated: elevation.isElevated, canElevate: elevation.canElevate, result }))
