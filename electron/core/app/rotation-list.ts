import type { RunLine } from '#shared/contract/index.ts'
import { dayInWords } from '#shared/report/dates.ts'
import { type Step, steps } from '#shared/rotation/keys.ts'
import { replay } from '#shared/rotation/replay.ts'
import type { RotationState } from '#shared/rotation/state.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { UnfinishedJournal } from '../../rotation/journals.ts'
import { obstacleLine } from '../rotation/obstacle.ts'
import { waitsUntil } from '../rotation/run-view.ts'
import type { RunRecord, Runs } from '../rotation/runs.ts'
import type { App } from './app.ts'

/** Interrupted changes, oldest first; what only waits for its time comes last. */
export async function listedRuns(
  app: App,
  open: () => Promise<Runs>,
  translator: Translator,
): Promise<{ runs: RunLine[]; problem: string | null }> {
  const runs = await open()
  const { journals, refusal } = await runs.list()
  const lines: RunLine[] = []
  for (const journal of journals) lines.push(await lineOf(app, journal, await runs.record(journal.name), translator))
  const waiting = (line: RunLine): number => Number(line.waitsUntil !== null)
  return {
    runs: lines.toSorted((one, other) => waiting(one) - waiting(other)),
    problem: refusal === null ? null : obstacleLine(translator, refusal),
  }
}

async function lineOf(
  app: App,
  { name, startedAt, lastAt, obstacle }: UnfinishedJournal,
  record: RunRecord | null,
  translator: Translator,
): Promise<RunLine> {
  const replayed = record === null ? null : replay(record.plan, record.events)
  const state = replayed?.ok === true ? replayed.state : null
  const waits = replayed?.ok === true ? waitsUntil(replayed.state, replayed.rotation.ledger, app.ports.core.now()) : null
  const reason = obstacle ?? (replayed?.ok === false ? ({ kind: 'replay', index: replayed.fault.index } as const) : null)
  const caseId = record?.plan.caseId ?? null
  return {
    run: name,
    caseId: caseId !== null && (await app.cases.brief(caseId)) !== null ? caseId : null,
    server: record === null ? null : visibleText(record.plan.server),
    rehearsal: record?.plan.rehearsal ?? null,
    startedAt,
    lastAt,
    line: placeLine(state, record, waits, translator),
    obstacle: reason === null ? null : obstacleLine(translator, reason),
    waitsUntil: waits,
  }
}

function placeLine(state: RotationState | null, record: RunRecord | null, waits: string | null, translator: Translator): string {
  if (state === null || record === null) return translator.text('rotation-line/unknown')
  const server = visibleText(record.plan.server)
  if (waits !== null) return translator.text('rotation-line/grace', { server, day: dayInWords(waits, translator) })
  if (state.hands === 'deciding') return translator.text('rotation-line/deciding', { server })
  if (state.hands === 'asking' || state.hands === 'acting') return translator.text('rotation-line/asking', { server })
  const number = steps.indexOf(state.place as Step) + 1
  if (number === 0) return translator.text('rotation-line/returning', { server })
  return translator.text('rotation-line/at', { server, number, step: translator.text(`rotation-step/${state.place}`) })
}
