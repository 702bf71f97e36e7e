// Libraries of the working folder in place of those of the system, given to a program under test by hand.
import { join } from 'node:path'
import { createNativeAccess, koffiSource, type LibrarySource, type NativeAccess, type NativeFunction } from '#electron/win32/library.ts'
import { createWindows, type Windows } from '#electron/win32/windows.ts'

/**
 * A Windows some of whose libraries are replaced; an export that a replacement does not have comes from the system.
 *
 * `outstanding` counts, by library, the buffers and handles that were not given back.
 */
export function openReplacedWindows(replacedBy: Readonly<Record<string, string>>): {
  readonly native: NativeAccess
  readonly windows: Windows
  readonly outstanding: () => Readonly<Record<string, unknown>>
} {
  const koffi = koffiSource()
  const counters: Record<string, NativeFunction> = {}
  const source: LibrarySource = {
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
  const native = createNativeAccess(() => source)
  return {
    native,
    windows: createWindows(native),
    outstanding: () => Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, count()])),
  }
}
