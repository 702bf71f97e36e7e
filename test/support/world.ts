import { createHash } from 'node:crypto'

import { createMatcher } from '#shared/catalogue/match.ts'
import type { Check } from '#shared/checks/check.ts'
import { type EvaluationParts, evaluate } from '#shared/evaluation/evaluate.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import { type Answers, emptyAnswers } from '#shared/formats/answers.ts'
import type { Checkup, CheckupItem } from '#shared/formats/checkup.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { type ProbeRecord, type Snapshot, snapshotSchemaId } from '#shared/formats/snapshot.ts'
import { createTranslator } from '#shared/texts/translator.ts'

export { localUser, program, service, testHost } from './builders.ts'

/** Time of the test snapshots. */
export const COLLECTED_AT = '2026-03-01T08:00:00Z'

/** Time of evaluation in tests: an hour later. */
export const NOW = '2026-03-01T09:00:00Z'

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export type FactsGiven = { readonly [Id in ProbeId]?: Facts[Id] | undefined }

export interface Situation {
  readonly facts?: FactsGiven
  /** records that replace the facts: denied, failed, incomplete … */
  readonly records?: { readonly [Id in ProbeId]?: ProbeRecord<Facts[Id]> }
  readonly profile?: Partial<Profile> | null
  readonly answers?: Partial<Answers>
  readonly now?: string
  readonly collectedAt?: string
}

export function snapshotOf({ facts = {}, records = {}, collectedAt = COLLECTED_AT }: Situation): Snapshot {
  const collected = Object.entries(facts).filter(([, value]) => value !== undefined)
  const probes = Object.fromEntries(collected.map(([id, value]) => [id, { status: 'ok', durationMs: 1, facts: value }]))
  return {
    schema: snapshotSchemaId,
    collectedAt,
    collector: { version: '0.0.0', elevated: true },
    probes: { ...probes, ...records } as Snapshot['probes'],
  }
}

export function profileOf(profile: Partial<Profile> | null | undefined): Profile | null {
  return profile === null ? null : { ...emptyProfile, organization: 'Example Ltd', ...profile }
}

/** Evaluates with the given checks alone. */
export function checkupOf(checks: readonly Check[], situation: Situation): Checkup {
  const parts: EvaluationParts = {
    checks,
    english: createTranslator(
      'en',
      checks.map((check) => check.definition),
    ),
    matcher: createMatcher(),
    catalogueDigest: 'catalogue',
  }
  return evaluate(
    {
      snapshot: snapshotOf(situation),
      profile: profileOf(situation.profile),
      answers: { ...emptyAnswers, ...situation.answers },
      now: situation.now ?? NOW,
      source: 'file',
      digests: { snapshot: '', profile: '', answers: '' },
      sha256,
    },
    parts,
  )
}

/** Judges one check the whole way: rule, missing probes, age, answers. */
export function judge(check: Check, situation: Situation): CheckupItem {
  const item = checkupOf([check], situation).items[0]
  if (item === undefined) throw new Error('no item')
  return item
}
