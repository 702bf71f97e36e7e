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

/**
 * The clauses that the sentence says, worst first, each message once.
 *
 * What is good goes without saying beside a gap; remarks come last.
 */
export function spokenMessages(clauses: readonly Clause[], verdict: Verdict): Message[] {
  const spoken = order.slice(0, Math.max(order.indexOf(verdict), 2) + 1).filter((each) => each === verdict || isOpen(each))
  return [...spoken, null].flatMap((each) => mergeMessages(clauses.filter((clause) => clause.verdict === each)))
}

function isOpen(verdict: Verdict): boolean {
  return verdict === 'fail' || verdict === 'unknown' || verdict === 'attention'
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
      if (typeof value === 'object' && Array.isArray(list)) list.push(...value.filter((each) => !list.includes(each)))
    }
  }
  return [...merged.values()]
}

function copyOf(value: string | number | readonly string[]): string | number | string[] {
  return typeof value === 'object' ? [...new Set(value)] : value
}
