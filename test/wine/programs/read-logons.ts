// Reads the sign-ins and the session of whoever runs this. Arguments: output file, JSON with libraries of this folder by the system library
// whose functions they replace.
import { writeFileSync } from 'node:fs'
import { hostProbe } from '#electron/probes/host/probe.ts'
import { logonsProbe } from '#electron/probes/logons/probe.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

const [outputFile = '', replacements = '{}'] = process.argv.slice(2)
const { windows, outstanding } = openReplacedWindows(JSON.parse(replacements))
const context = { windows, now: () => new Date('2026-03-01T08:15:00Z'), environment: process.env, profile: emptyProfile }
const logons = await logonsProbe.read(context)
const host = await hostProbe.read(context)
writeFileSync(outputFile, JSON.stringify({ logons, host, outstanding: outstanding() }))
