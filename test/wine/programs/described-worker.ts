// A worker of a described Windows: libraries beside it stand in for those of the system, and an export that they do not have comes from
// Windows. `described.json` in the working folder says what time it is and which libraries are broken. What each probe called is written
// there to `calls-<area>.json`, with what it left open.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { WORKER_MARKER } from '#electron/collector/worker-port.ts'
import { startWorkerProcess } from '#electron/collector/worker-process.ts'
import { probes } from '#electron/probes/index.ts'
import type { AnyProbe } from '#electron/probes/probe.ts'
import { createNativeAccess, koffiSource, type LibrarySource, type NativeFunction } from '#electron/win32/library.ts'
import type { LoadedFunction } from '#electron/win32/slow-calls.ts'
import { createWindows } from '#electron/win32/windows.ts'
import type { DescribedSettings, WorkerTrace } from '../described/settings.ts'

const settings: DescribedSettings = JSON.parse(readFileSync('described.json', 'utf8'))
const area = process.env[WORKER_MARKER] ?? ''
const koffi = koffiSource()

/** What this program itself has to have before it can load anything. */
const LOADER = new Set(['SetDefaultDllDirectories', 'GetSystemDirectoryW', 'GetLastError'])

let reading = ''
const calls = new Map<string, Set<string>>()

function traced(library: string, declaration: string, call: LoadedFunction): LoadedFunction {
  const name = nameOf(declaration)
  const noting =
    (work: NativeFunction): NativeFunction =>
    (...args) => {
      const known = calls.get(reading) ?? new Set()
      if (!LOADER.has(name)) calls.set(reading, known.add(`${library} ${name}`))
      return work(...args)
    }
  return Object.assign(noting(call), { async: noting(call.async) })
}

function nameOf(declaration: string): string {
  return /(\w+)\s*\(/.exec(declaration)?.[1] ?? ''
}

const BROKEN = { hanging: 'StandInHang', crashing: 'StandInCrash' } as const

function beside(file: string): string {
  return fileURLToPath(new URL(`./${file}`, import.meta.url))
}

const memory = koffi.load(beside('described-memory.dll'))
const faults = koffi.load(beside('described-faults.dll'))

type Library = ReturnType<LibrarySource['load']>

function described(name: string, real: Library | null): Library['func'] {
  const file = beside(`described-${name}`)
  const made = existsSync(file) ? koffi.load(file) : null
  return (declaration) => {
    try {
      if (made !== null) return made.func(declaration)
    } catch {
      // Not among the made functions.
    }
    if (real === null) throw new Error('Cannot find function in a library that this Windows lacks')
    return real.func(declaration)
  }
}

function source(): LibrarySource {
  return {
    ...koffi,
    load: (path) => {
      const name = path.slice(path.lastIndexOf('\\') + 1)
      const fault = settings.faults[name]
      if (fault === 'absent') throw new Error('Failed to load shared library: absent')
      const find = described(name, koffi.load(path))
      return {
        func: (declaration) => {
          const broken = fault !== undefined && !LOADER.has(nameOf(declaration))
          const call = broken ? faults.func(declaration.replace(/\w+(?=\s*\()/, BROKEN[fault])) : find(declaration)
          return traced(name, declaration, call)
        },
      }
    },
  }
}

/** The last of an area leaves what all of them left. */
function leaveTrace(): void {
  const trace: WorkerTrace = {
    calls: Object.fromEntries([...calls].map(([probe, names]) => [probe, [...names]])),
    outstanding: Number(memory.func('int __stdcall StandInOutstanding()')()),
    wrong: Number(memory.func('int __stdcall StandInWrong()')()),
  }
  writeFileSync(`calls-${area}.json`, JSON.stringify(trace))
}

function watched(probe: AnyProbe): AnyProbe {
  const read = async (...args: Parameters<AnyProbe['read']>) => {
    reading = probe.id
    const record = await probe.read(...args)
    leaveTrace()
    return record
  }
  return { ...probe, read } as AnyProbe
}

// As Windows itself writes them; Wine does it in lower case.
process.env.SystemRoot = 'C:\\Windows'
process.env.windir = 'C:\\Windows'

await startWorkerProcess(probes.map(watched), {
  openWindows: () => createWindows(createNativeAccess(source)),
  now: () => new Date(settings.now),
})
