// Reads the probes of accounts and writes their readings. Arguments: output file, JSON with libraries of this folder by the system library
// whose functions they replace. Exports that a library does not have come from Windows.
import { writeFileSync } from 'node:fs'
import { probes } from '#electron/probes/index.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

const [outputFile = '', replacements = '{}'] = process.argv.slice(2)
const { windows, outstanding } = openReplacedWindows(JSON.parse(replacements))
const readings: Record<string, unknown> = {}
for (const probe of probes.filter(({ area }) => area === 'accounts')) {
  readings[probe.id] = await probe.read({
    windows,
    now: () => new Date('2026-03-01T08:15:00Z'),
    environment: process.env,
    profile: emptyProfile,
  })
}
writeFileSync(outputFile, JSON.stringify({ readings, outstanding: outstanding() }))
