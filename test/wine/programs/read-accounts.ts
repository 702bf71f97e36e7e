// Reads the probes of accounts and writes their readings. Arguments: output file, JSON with libraries of this folder by the system library
// whose functions they replace. Exports that a library does not have come from Windows.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { probes } from '#electron/probes/index.ts'
import { createNativeAccess, koffiSource, type LibrarySource, type NativeFunction } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

const [outputFile = '', replacements = '{}'] = process.argv.slice(2)
const replacedBy: Readonly<Record<string, string>> = JSON.parse(replacements)

const koffi = koffiSource()
const counters: Record<string, NativeFunction> = {}

function source(): LibrarySource {
  return {
    ...koffi,
    load: (path) => {
      const real = koffi.load(path)
      const name = path.slice(path.lastIndexOf('\\') + 1)
      const file = replacedBy[name]
      if (file === undefined) return real
      const replacement = koffi.load(join(process.cwd(), file))
      counters[name] = replacement.func('int __stdcall StandInOutstanding()')
      return {
        func: (declaration) => {
          try {
            return replacement.func(declaration)
          } catch {
            return real.func(declaration)
          }
        },
      }
    },
  }
}

const windows = createWindows(createNativeAccess(source))
const readings: Record<string, unknown> = {}
for (const probe of probes.filter(({ area }) => area === 'accounts')) {
  readings[probe.id] = await probe.read({
    windows,
    now: () => new Date('2026-03-01T08:15:00Z'),
    environment: process.env,
    profile: emptyProfile,
  })
}
const outstanding = Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, count()]))
writeFileSync(outputFile, JSON.stringify({ readings, outstanding }))
