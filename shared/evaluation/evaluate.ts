import { catalogueForDigest } from '../catalogue/index.ts'
import { createMatcher } from '../catalogue/match.ts'
import type { Check } from '../checks/check.ts'
import { checks as allChecks, checklists } from '../checks/index.ts'
import { probeIds } from '../facts/index.ts'
import { type Answer, type Answers, emptyAnswers } from '../formats/answers.ts'
import { type AnswerProblem, type Checkup, type CheckupItem, checkupSchemaId } from '../formats/checkup.ts'
import { emptyProfile, type Profile } from '../formats/profile.ts'
import type { Snapshot } from '../formats/snapshot.ts'
import { createTranslator, type Translator } from '../texts/translator.ts'
import { applyAnswers, type Problem } from './answers.ts'
import { type Clause, spokenMessages, worstVerdict } from './clause.ts'
import { deploymentExceptionEnd } from './deployment.ts'
import { factsDigest } from './facts-digest.ts'
import { gradeOf, outcomeOf } from './outcomes.ts'
import { runCheck } from './run-check.ts'
import { createWorld, type World } from './world.ts'

export interface EvaluationInput {
  readonly snapshot: Snapshot
  /** null: nothing was told */
  readonly profile: Profile | null
  /** null: nothing was answered */
  readonly answers: Answers | null
  /** time of evaluation, ISO 8601 UTC */
  readonly now: string
  readonly source: 'live' | 'file'
  readonly sample?: string | undefined
  /** SHA-256 of the inputs as read, hex */
  readonly digests: { readonly snapshot: string; readonly profile: string; readonly answers: string }
  /** SHA-256 of the UTF-8 bytes, hex */
  readonly sha256: (text: string) => string
}

/** Parts that many evaluations share; made anew where not given. */
export interface EvaluationParts {
  readonly checks: readonly Check[]
  readonly english: Translator
  readonly matcher: World['catalogue']
  readonly catalogueDigest: string
}

export function createEvaluationParts(sha256: (text: string) => string): EvaluationParts {
  return { checks: allChecks, english: createTranslator('en'), matcher: createMatcher(), catalogueDigest: sha256(catalogueForDigest()) }
}

/**
 * Judges a snapshot: facts, profile and answers in, a checkup out.
 *
 * @throws CheckFault where a rule breaks: that is a fault of our own and never a verdict.
 */
export function evaluate(input: EvaluationInput, parts: EvaluationParts = createEvaluationParts(input.sha256)): Checkup {
  const { snapshot, sha256 } = input
  const profile = input.profile ?? emptyProfile
  const answers = input.answers ?? emptyAnswers
  const nowMs = Date.parse(input.now)
  const world = createWorld(snapshot, profile, answers, nowMs, parts.matcher)
  const judged = parts.checks.map((check) => judge(check, world, answers, parts.english, sha256))
  const items = judged.map((each) => each.item)
  const outcomes = outcomesOf(items, parts.english)
  const digests = { ...input.digests, catalogue: parts.catalogueDigest }
  const problems = [...unknownChecks(parts.checks, answers, parts.english), ...judged.flatMap((each) => each.problems)]
  return {
    schema: checkupSchemaId,
    id: sha256(JSON.stringify([checkupSchemaId, input.now, input.source, input.sample ?? '', digests])).slice(0, 32),
    evaluatedAt: input.now,
    source: input.source,
    digests,
    profile,
    host: { name: world.facts.host?.name ?? '', snapshotTakenAt: snapshot.collectedAt },
    ...(input.sample === undefined ? {} : { sample: input.sample }),
    items,
    checklists: outcomes,
    grade: gradeOf(outcomes, deploymentExceptionEnd(profile, nowMs) !== null, world.designatedLogins),
    ...(problems.length === 0 ? {} : { answerProblems: problems }),
    notCollected: notCollected(snapshot),
  }
}

interface JudgedItem {
  readonly item: CheckupItem
  readonly problems: readonly AnswerProblem[]
}

function judge(check: Check, world: World, answers: Answers, english: Translator, sha256: (text: string) => string): JudgedItem {
  const { definition } = check
  const clauses = runCheck(check, world)
  const digest = factsDigest(definition.id, clauses, sha256)
  const answered = applyAnswers(definition, clauses, answersTo(answers, definition.id), digest, world.nowMs)
  const verdict = worstVerdict(answered.clauses) ?? 'unknown'
  const [message, ...also] = spokenMessages(answered.clauses, verdict)
  if (message === undefined) throw new Error(`check ${definition.id} has nothing to say`)
  return {
    item: {
      id: definition.id,
      checklist: definition.checklist,
      title: english.check(definition.id).title,
      verdict,
      severity: definition.severity,
      message,
      ...(also.length === 0 ? {} : { also }),
      because: english.sentence([message, ...also]),
      evidence: evidenceOf(definition.id, clauses, english),
      factsDigest: digest,
      ...(answered.counting.length === 0 ? {} : { answers: answered.counting }),
    },
    problems: answered.problems.map((problem) => describeProblem(definition.id, problem, english)),
  }
}

function answersTo(answers: Answers, checkId: string): readonly Answer[] {
  return Object.hasOwn(answers.answers, checkId) ? (answers.answers[checkId] ?? []) : []
}

/** All evidence, worst first, each piece once. */
function evidenceOf(checkId: string, clauses: readonly Clause[], english: Translator): CheckupItem['evidence'] {
  const seen = new Map<string, CheckupItem['evidence'][number]>()
  for (const verdict of ['fail', 'unknown', 'attention', 'pass', 'not-applicable', null] as const) {
    for (const clause of clauses.filter((each) => each.verdict === verdict)) {
      for (const { probe, subject, kind, params } of clause.evidence) {
        const message = { id: `${checkId}/evidence/${kind}`, params: params ?? {} }
        const detail = english.message(message)
        const key = JSON.stringify([probe, subject, kind, detail])
        if (!seen.has(key)) seen.set(key, { probe, subject, detail, kind, message, ...(verdict === null ? {} : { verdict }) })
      }
    }
  }
  return [...seen.values()]
}

function outcomesOf(
  items: readonly CheckupItem[],
  english: Translator,
): (Checkup['checklists'][number] & { id: (typeof checklists)[number]['id'] })[] {
  return checklists
    .filter((checklist) => items.some((item) => item.checklist === checklist.id))
    .map(({ id }) => ({
      id,
      title: english.checklistTitle(id),
      outcome: outcomeOf(items.filter((item) => item.checklist === id).map((item) => item.verdict)),
    }))
}

function unknownChecks(checks: readonly Check[], answers: Answers, english: Translator): AnswerProblem[] {
  const known = new Set(checks.map((check) => check.definition.id))
  return Object.keys(answers.answers)
    .filter((id) => !known.has(id))
    .map((id) => describeProblem(id, { problem: 'unknown-check', params: { check: id } }, english))
}

function describeProblem(check: string, { problem, params }: Problem, english: Translator): AnswerProblem {
  const message = { id: `problem/${problem}`, params }
  return { check, problem, detail: english.sentence([message]), message }
}

function notCollected(snapshot: Snapshot): NonNullable<Checkup['notCollected']> {
  return probeIds.flatMap((probe) => {
    const record = snapshot.probes[probe]
    if (record?.status === 'ok') return []
    return [record === undefined ? { probe, status: 'not-collected', reason: '' } : { probe, status: record.status, reason: record.reason }]
  })
}
