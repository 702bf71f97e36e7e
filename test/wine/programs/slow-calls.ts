// Makes calls that take seconds, while a timer of the same program goes on with quick ones that fail. Arguments: output file, JSON with
// the calls, JSON with libraries of this folder by the system library whose functions they replace.
import { writeFileSync } from 'node:fs'

import { createEventLog } from '#electron/win32/event-log.ts'
import { createServiceControl } from '#electron/win32/service-control.ts'
import { measurePauses, type Pauses } from './longest-pause.ts'
import { openReplacedWindows } from './replaced-libraries.ts'

/** `leave` ends the program while it starts the service, `fall` lets it be ended from outside. */
export type SlowCall = readonly ['start' | 'stop' | 'leave' | 'fall', string] | readonly ['events', string]

/** What calls that were made at the same time came to, and what went on meanwhile. */
export interface Meanwhile extends Pauses {
  readonly results: readonly unknown[]
  /** Each code that the quick calls gave. */
  readonly codes: readonly number[]
  /** Handles that were not given back, by library. */
  readonly outstanding: Readonly<Record<string, unknown>>
}

const END_AFTER_MS = 500
const ENDS = { leave: () => process.exit(7), fall: () => process.kill(process.pid, 'SIGKILL') }

const [outputFile = '', calls = '[]', replacements = '{}'] = process.argv.slice(2)
const { native, outstanding } = openReplacedWindows(JSON.parse(replacements))
const control = createServiceControl(native)
const eventLog = createEventLog(native)

async function make([kind, name]: SlowCall): Promise<unknown> {
  if (kind === 'stop') return await control.stop(name)
  if (kind === 'leave' || kind === 'fall') setTimeout(ENDS[kind], END_AFTER_MS)
  if (kind !== 'events') return await control.start(name)
  const seen: unknown[] = []
  const query = { log: name, filter: '*', order: 'oldest-first', values: ['Event/System/EventID'] } as const
  const listing = await eventLog.read(query, ([value]) => seen.push(value) > 0)
  return { seen, listing }
}

const codes = new Set<number>()
const askForNobody = (): void => {
  const status = control.status('Nobody')
  codes.add(status.ok ? 0 : status.failure.code)
}

// Loads the libraries before the time counts.
askForNobody()
const end = measurePauses(askForNobody)
const results = await Promise.all((JSON.parse(calls) as readonly SlowCall[]).map(make))
const meanwhile: Meanwhile = { results, ...end(), codes: [...codes], outstanding: outstanding() }
writeFileSync(outputFile, JSON.stringify(meanwhile))
