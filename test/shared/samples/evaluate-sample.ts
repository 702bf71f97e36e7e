import { createHash } from 'node:crypto'

import { evaluate } from '#shared/evaluation/evaluate.ts'
import type { Checkup, Verdict } from '#shared/formats/checkup.ts'
import type { Sample } from '#shared/samples/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function evaluateSample(sample: Sample, changes: Partial<Sample> = {}): Checkup {
  const { snapshot, profile, answers, now } = { ...sample, ...changes }
  return evaluate({
    snapshot,
    profile,
    answers,
    now,
    source: 'file',
    sample: sample.id,
    digests: { snapshot: '', profile: '', answers: '' },
    sha256,
  })
}

const threeChecklists = ['remote-access', 'designated-users', 'unused-sync-tool']

/** Verdicts of the three checklists by check. */
export function verdictsOf(checkup: Checkup): { [check: string]: Verdict } {
  return Object.fromEntries(checkup.items.filter((item) => threeChecklists.includes(item.checklist)).map((item) => [item.id, item.verdict]))
}

/** Verdicts of the packs by check. */
export function packVerdictsOf(checkup: Checkup): { [check: string]: Verdict } {
  return Object.fromEntries(
    checkup.items.filter((item) => !threeChecklists.includes(item.checklist)).map((item) => [item.id, item.verdict]),
  )
}

/** Outcomes of the three checklists by id. */
export function outcomesOf(checkup: Checkup): { [checklist: string]: string } {
  return Object.fromEntries(checkup.checklists.filter((each) => threeChecklists.includes(each.id)).map((each) => [each.id, each.outcome]))
}

/** True where no pack has anything to say. */
export function packsAreSilent(checkup: Checkup): boolean {
  return Object.values(packVerdictsOf(checkup)).every((verdict) => verdict === 'not-applicable')
}

export function itemOf(checkup: Checkup, check: string): Checkup['items'][number] {
  const item = checkup.items.find((each) => each.id === check)
  if (item === undefined) throw new Error(`no item ${check}`)
  return item
}

/** What the evidence of one item is about, for one verdict or all of them. */
export function subjectsOf(checkup: Checkup, check: string, verdict?: Verdict): string[] {
  return itemOf(checkup, check)
    .evidence.filter((piece) => verdict === undefined || piece.verdict === verdict)
    .map((piece) => piece.subject)
}
