// Runs in a Windows. Reads programs and services by their probes and by reg.exe, in turns, and writes how long each took.
// Arguments: output file, number of rounds, `alone` to leave reg.exe out.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { probes } from '#electron/probes/index.ts'
import type { ProbeContext } from '#electron/probes/probe.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'

/** Milliseconds of each round, and how much was found in the last one. */
export interface RegistryTimes {
  readonly programsMs: number[]
  readonly servicesMs: number[]
  readonly regProgramsMs: number[]
  readonly regServicesMs: number[]
  readonly programs: number
  readonly services: number
  /** `DisplayName` lines that reg.exe wrote. */
  readonly regNames: number
}

/** The same keys that the two probes read. */
const UNINSTALL = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'
const PROGRAM_QUERIES = [
  [`HKLM\\${UNINSTALL}`, '/s', '/reg:64'],
  [`HKLM\\${UNINSTALL}`, '/s', '/reg:32'],
  [`HKCU\\${UNINSTALL}`, '/s'],
]
const SERVICE_QUERIES = [['HKLM\\System\\CurrentControlSet\\Services', '/s']]

const REG = join(process.env.SystemRoot ?? 'C:\\windows', 'System32', 'reg.exe')

/** Thousands of keys are some megabytes of console text. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

const [outputFile = '', rounds = '1', mode = 'both'] = process.argv.slice(2)
const windows = createWindows(createNativeAccess(koffiSource))
const context: ProbeContext = { windows, now: () => new Date(), environment: process.env, profile: emptyProfile }

async function countOf(id: 'programs' | 'services'): Promise<number> {
  const reading = await probes.find((probe) => probe.id === id)?.read(context)
  if (reading?.status !== 'ok') throw new Error(`${id} could not be read: ${reading?.reason}`)
  const [list] = Object.values(reading.facts)
  return Array.isArray(list) ? list.length : Number.NaN
}

function namesOf(queries: readonly (readonly string[])[]): number {
  const outputs = queries.map((query) => {
    const { status, stdout } = spawnSync(REG, ['query', ...query], { maxBuffer: MAX_OUTPUT_BYTES })
    if (status !== 0) throw new Error(`reg.exe query ${query.join(' ')} ended with ${status}`)
    return stdout.toString('latin1')
  })
  return outputs.join('').split('DisplayName').length - 1
}

async function timed<Value>(times: number[], task: () => Value | Promise<Value>): Promise<Value> {
  const begin = performance.now()
  const value = await task()
  times.push(performance.now() - begin)
  return value
}

const times: RegistryTimes = { programsMs: [], servicesMs: [], regProgramsMs: [], regServicesMs: [], programs: 0, services: 0, regNames: 0 }
let counts = {}
for (let round = 0; round < Number(rounds); round += 1) {
  const programs = await timed(times.programsMs, () => countOf('programs'))
  const services = await timed(times.servicesMs, () => countOf('services'))
  counts = { ...counts, programs, services }
  if (mode === 'alone') continue
  const regPrograms = await timed(times.regProgramsMs, () => namesOf(PROGRAM_QUERIES))
  const regServices = await timed(times.regServicesMs, () => namesOf(SERVICE_QUERIES))
  counts = { ...counts, regNames: regPrograms + regServices }
}
writeFileSync(outputFile, JSON.stringify({ ...times, ...counts }))
