import type { Evidence, Finding, Params } from '../checks/check.ts'
import type { Message, Verdict } from '../formats/checkup.ts'

/** One thing that a check has to say; verdict null: a remark that decides nothing. */
export interface Clause {
  readonly verdict: Verdict | null
  /** full key: `<check>/<message>` or `note/<message>` */
  readonly id: string
  readonly params: Params
  readonly evidence: readonly Evidence[]
  readonly byProfile: boolean
  readonly evenWhileDeploying: boolean
}

/** Worst first: of several things the worst decides. */
const order: readonly Verdict[] = ['fail', 'unknown', 'attention', 'pass', 'not-applicable']

export function fromFinding(checkId: string, finding: Finding): Clause {
  return {
    verdict: finding.verdict,
    id: `${checkId}/${finding.message.id}`,
    params: finding.message.params ?? {},
    evidence: finding.evidence ?? [],
    byProfile: finding.byProfile ?? false,
    evenWhileDeploying: finding.evenWhileDeploying ?? false,
  }
}

export function note(verdict: Verdict | null, id: string, params: Params, byProfile = false): Clause {
  return { verdict, id: `note/${id}`, params, evidence: [], byProfile, evenWhileDeploying: false }
}

/** Null where nothing decides anything. */
export function worstVerdict(clauses: readonly Clause[]): Verdict | null {
  return order.find((verdict) => clauses.some((clause) => clause.verdict === verdict)) ?? null
}

/** Subjects that bear on the verdict of a clause, lower case. */
export function subjectsOf(clause: Clause): string[] {
  return [...new Set(clause.evidence.filter((piece) => piece.context !== true).map((piece) => piece.subject.toLowerCase()))]
}

/** It proves a gap or leaves a question: what is fine or does not matter is no part of it. */
export function isOpen(clause: Clause): boolean {
  return clause.verdict === 'fail' || clause.verdict === 'unknown' || clause.verdict === 'attention'
}

/** What was found is still said, but decides nothing. */
export function asRemarks(clauses: readonly Clause[]): Clause[] {
  return clauses.filter((clause) => clause.verdict === null || isOpen(clause)).map((clause) => ({ ...clause, verdict: null }))
}

/**
 * The clauses that the sentence says, worst first, each message once.
 *
 * What is good goes without saying beside a gap; remarks come last.
 */
export function spokenMessages(clauses: readonly Clause[], verdict: Verdict): Message[] {
  const spoken = clauses.filter((clause) => clause.verdict === verdict || clause.verdict === null || isOpen(clause))
  return [...order, null].flatMap((each) => mergeMessages(spoken.filter((clause) => clause.verdict === each)))
}

/** Puts clauses of one message together where only their lists differ. */
function mergeMessages(clauses: readonly Clause[]): Message[] {
  const merged = new Map<string, { id: string; params: Record<string, string | number | string[]> }>()
  for (const { id, params } of clauses) {
    const entries = Object.entries(params)
    const key = JSON.stringify([id, entries.filter(([, value]) => typeof value !== 'object')])
    const known = merged.get(key)
    if (known === undefined) {
      merged.set(key, { id, params: Object.fromEntries(entries.map(([name, value]) => [name, copyOf(value)])) })
      continue
    }
    for (const [name, value] of entries) {
      const list = known.params[name]
      if (list === undefined) known.params[name] = copyOf(value)
      else if (Array.isArray(list) && typeof value === 'object') list.push(...value.filter((each) => !list.includes(each)))
    }
  }
  return [...merged.values()]
}

function copyOf(value: string | number | readonly string[]): string | number | string[] {
  return typeof value === 'object' ? [...new Set(value)] : value
}
