import type { Check, Read, RuleInput } from '../checks/check.ts'
import type { ProbeId } from '../facts/index.ts'
import { asRemarks, type Clause, fromFinding, isOpen, note, worstVerdict } from './clause.ts'
import { deploymentExceptionEnd } from './deployment.ts'
import { applies } from './packs.ts'
import { DAY_MS, dayOf } from './time.ts'
import { namesUnaskedAccount } from './unasked-accounts.ts'
import type { World } from './world.ts'

/** Facts older than this say nothing about today, in days. */
const TOO_OLD_DAYS = 31

/** From this age on the sentence says how old the facts are, in days. */
const AGING_DAYS = 7

/** A clock may be off by this much before the snapshot counts as being from the future, in days. */
const CLOCK_TOLERANCE_DAYS = 1

/** A rule broke: a fault of our own that must never look like a verdict. */
export class CheckFault extends Error {
  readonly checkId: string

  constructor(checkId: string, cause: unknown) {
    super(`the rule of check ${checkId} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'CheckFault'
    this.checkId = checkId
  }
}

/** Judges one check on the facts alone, answers left aside. */
export function runCheck(check: Check, world: World): readonly Clause[] {
  const { definition } = check
  if (!applies(definition.checklist, world)) return [note('not-applicable', 'pack-off', {}, true)]
  if (definition.checklist === 'designated-users' && hasLeft(world)) return [note('not-applicable', 'nothing-left-here', {}, true)]
  const required = definition.reads.filter((read) => !read.endsWith('?')) as ProbeId[]
  const missing = required.filter((probe) => world.snapshot.probes[probe]?.status !== 'ok')
  const mayBeEmpty = missing.length > 0 || required.some((probe) => isIncomplete(probe, world))
  const clauses = applyRule(check, world, mayBeEmpty)
  if (definition.checklist === 'remote-access') {
    const end = deploymentExceptionEnd(world.profile, world.nowMs)
    if (end !== null) return whileDeploying(clauses, end, missing, world)
  }
  const seen = withProbeStates(clauses, definition.reads, missing, world)
  return required.length === 0 ? seen : withAge(seen, world)
}

function applyRule(check: Check, world: World, mayBeEmpty: boolean): Clause[] {
  const { id, reads } = check.definition
  try {
    const findings = check.rule(inputFor(reads, world))
    if (findings.length === 0 && !mayBeEmpty) throw new Error('it said nothing')
    return findings.map((finding) => fromFinding(id, finding))
  } catch (error) {
    throw new CheckFault(id, error)
  }
}

/** A rule gets the facts that it names and no others. */
function inputFor(reads: readonly Read[], world: World): RuleInput<readonly Read[]> {
  const { snapshot: _snapshot, facts, ...shared } = world
  const named = reads.map((read) => probeOf(read))
  return { ...shared, facts: Object.fromEntries(named.map((probe) => [probe, facts[probe]])) as RuleInput<readonly Read[]>['facts'] }
}

function probeOf(read: Read): ProbeId {
  return (read.endsWith('?') ? read.slice(0, -1) : read) as ProbeId
}

/** Moved away, and services and programs are known to hold nothing of it. */
function hasLeft(world: World): boolean {
  if (world.profile.deployment.phase !== 'moved-away' || world.syncTools.anythingInstalled) return false
  return (['services', 'programs'] as const).every((probe) => {
    const record = world.snapshot.probes[probe]
    return record?.status === 'ok' && record.incomplete !== true
  })
}

function whileDeploying(clauses: readonly Clause[], endMs: number, missing: readonly ProbeId[], world: World): Clause[] {
  const even = clauses.filter((clause) => clause.evenWhileDeploying)
  if (even.length > 0) return even
  return [
    note('not-applicable', 'deploying', { date: dayOf(endMs) }, true),
    ...asRemarks(clauses),
    ...missing.map((probe) => missingNote(null, probe, world)),
  ]
}

function missingNote(verdict: 'unknown' | null, probe: ProbeId, world: World): Clause {
  const record = world.snapshot.probes[probe]
  if (record === undefined || record.status === 'ok') return note(verdict, 'probe-not-collected', { probes: [probe] })
  return note(verdict, 'probe-missing', { probes: [probe], reason: record.reason })
}

/** Missing is never empty: without a required probe only a failure or "not applicable" stands. */
function withProbeStates(clauses: readonly Clause[], reads: readonly Read[], missing: readonly ProbeId[], world: World): Clause[] {
  const verdict = worstVerdict(clauses)
  if (verdict === 'not-applicable') return [...clauses]
  const judged = missing.length === 0 ? [...clauses] : clauses.filter(isOpen)
  judged.push(...missing.map((probe) => missingNote('unknown', probe, world)))
  const partly = reads.filter((read) => isIncomplete(probeOf(read), world))
  const required = partly.filter((read) => !read.endsWith('?')).map(probeOf)
  const optional = partly.filter((read) => read.endsWith('?')).map(probeOf)
  if (required.length > 0)
    judged.push(note(verdict === 'pass' || verdict === null ? 'unknown' : null, 'probe-incomplete', { probes: required }))
  if (optional.length > 0) judged.push(note(null, 'probe-incomplete', { probes: optional }))
  const unseen = reads.filter((read) => read.endsWith('?') && world.snapshot.probes[probeOf(read)]?.status !== 'ok').map(probeOf)
  if (unseen.length > 0) judged.push(note(null, 'not-looked-at', { probes: unseen }))
  return judged
}

function isIncomplete(probe: ProbeId, world: World): boolean {
  const record = world.snapshot.probes[probe]
  if (record?.status !== 'ok') return false
  return record.incomplete === true || (probe === 'local-users' && namesUnaskedAccount(world))
}

function withAge(clauses: readonly Clause[], world: World): Clause[] {
  const verdict = worstVerdict(clauses)
  if (verdict === 'not-applicable' && clauses.some((clause) => clause.byProfile)) return [...clauses]
  const ageDays = (world.nowMs - world.collectedAtMs) / DAY_MS
  const date = dayOf(world.collectedAtMs)
  const unjudged = (id: string): Clause[] =>
    verdict === 'fail' ? [...clauses, note(null, id, { date })] : [note('unknown', id, { date }), ...asRemarks(clauses)]
  if (ageDays > TOO_OLD_DAYS) return unjudged('facts-too-old')
  if (ageDays < -CLOCK_TOLERANCE_DAYS) return unjudged('clock')
  return ageDays > AGING_DAYS ? [...clauses, note(null, 'facts-aging', { count: Math.floor(ageDays) })] : [...clauses]
}
