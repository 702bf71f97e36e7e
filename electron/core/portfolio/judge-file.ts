import type { Checkup } from '#shared/formats/checkup.ts'
import { readAnswers, readProfile, readSnapshot } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { jsonReport } from '#shared/report/json.ts'
import { judgedServer } from '#shared/report/portfolio/row.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { type Input, understand } from '../inputs.ts'
import type { Judge } from '../judge.ts'
import { done, type Outcome } from '../outcome.ts'
import { readTextFile, type StandardInput } from '../read-file.ts'
import type { Job, Judged, JudgeSettings, RowStatus } from './messages.ts'
import { unreadFile } from './unread-file.ts'

export type JudgeFile = (job: Job) => Promise<Judged>

/** Reads one snapshot with what belongs to it and judges it; whatever is wrong with a file is a row. Only a fault of our own is thrown. */
export function createJudgeFile(settings: JudgeSettings, judge: Judge): JudgeFile {
  const translator = createTranslator(settings.language)
  return async (job) => {
    const [file, profile, answers] = await Promise.all([
      readTextFile(job.path, NO_INPUT),
      ownOr(job.profile, readProfile, settings.profile),
      ownOr(job.answers, readAnswers, settings.answers),
    ])
    if (!file.ok) return unreadFile(job.path, file.line)
    const snapshot = understand<Snapshot>(file.value, readSnapshot)
    if (!snapshot.ok) return !job.isNamed && isOtherFormat(file.value.text) ? { kind: 'other-format' } : unreadFile(job.path, snapshot.line)
    if (!profile.ok) return unreadFile(job.path, profile.line)
    if (!answers.ok) return unreadFile(job.path, answers.line)
    const checkup = await judge({
      snapshot: snapshot.value,
      profile: profile.value,
      answers: answers.value,
      now: settings.now,
      source: 'file',
    })
    const tls = snapshot.value.value.probes['tls-endpoints']
    const row = judgedServer(job.path, checkup, tls?.status === 'ok' ? tls.facts : null, translator)
    return { kind: 'row', row, line: null, status: statusOf(checkup), checkup: settings.withCheckups ? elementOf(checkup) : null }
  }
}

/** Several files come from disk alone. */
const NO_INPUT: StandardInput = { isTerminal: true, chunks: { [Symbol.asyncIterator]: () => [][Symbol.iterator]() as never } }

async function ownOr<Value>(
  path: string | null,
  read: Parameters<typeof understand<Value>>[1],
  shared: Input<Value> | null,
): Promise<Outcome<Input<Value> | null>> {
  if (path === null) return done(shared)
  const file = await readTextFile(path, NO_INPUT)
  return file.ok ? understand(file.value, read) : file
}

/** Profiles, answers, checkups and certificates lie in the same folders, and so does the array of checkups that an earlier run wrote. */
function isOtherFormat(text: string): boolean {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first !== 'object' || first === null || !('schema' in first) || typeof first.schema !== 'string') return false
  const format = /^erp-sync-checkup\/([a-z][a-z-]*)@\d+$/.exec(first.schema)?.[1]
  return format !== undefined && (format !== 'snapshot' || Array.isArray(value))
}

function statusOf({ items }: Checkup): RowStatus {
  if (items.some(({ verdict }) => verdict === 'fail')) return 'fails'
  return items.some(({ verdict }) => verdict === 'attention' || verdict === 'unknown') ? 'open' : 'done'
}

function elementOf(checkup: Checkup): Uint8Array {
  const text = jsonReport(checkup).trimEnd().replace(/^/gm, '  ')
  return new TextEncoder().encode(text)
}
