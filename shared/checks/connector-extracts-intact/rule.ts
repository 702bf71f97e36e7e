import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Input = Parameters<Rule>[0]
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]
type Result = Input['extracts'][number]

const DAY_MS = 86_400_000

/** Extracts are made daily: a result older than this says nothing about those of today, in days. */
const CURRENT_DAYS = 30

/** Two clocks may differ by this much before a result counts as being from the future, in days. */
const CLOCK_TOLERANCE_DAYS = 1

export const rule: Rule = ({ extracts, nowMs }) => {
  const latestMs = nowMs + CLOCK_TOLERANCE_DAYS * DAY_MS
  const future = extracts.filter((result) => Date.parse(result.at) > latestMs)
  const findings = future.map((result) => say('attention', 'future', result))
  const results = extracts.filter((result) => Date.parse(result.at) <= latestMs).toSorted(newestFirst)
  const [newest] = results
  if (newest !== undefined) return [...findings, judge(newest, elsewhere(newest, results), nowMs)]
  if (findings.length > 0) return findings
  return [{ verdict: 'attention', message: { id: 'none' }, evidence: [{ probe: 'answers', subject: 'extracts', kind: 'none' }] }]
}

/** Of two results of the same instant the bad one decides. */
function newestFirst(one: Result, other: Result): number {
  return Date.parse(other.at) - Date.parse(one.at) || Number(isIntact(one)) - Number(isIntact(other))
}

/** Whoever says "intact" and names files that do not match has not looked. */
function isIntact({ intact, mismatches }: Result): boolean {
  return intact && mismatches.length === 0
}

function judge(newest: Result, others: readonly Proof[], nowMs: number): Found {
  const isCurrent = nowMs - Date.parse(newest.at) <= CURRENT_DAYS * DAY_MS
  if (!isCurrent) return say('attention', isIntact(newest) ? 'outdated' : 'outdated-mismatch', newest, others)
  if (isIntact(newest)) return say('pass', 'intact', newest, others)
  return say('fail', newest.mismatches.length > 0 ? 'mismatch' : 'not-intact', newest, others)
}

function say(verdict: Found['verdict'], id: Exclude<Found['message']['id'], 'none'>, result: Result, others: readonly Proof[] = []): Found {
  const { directory } = result
  const date = result.at.slice(0, 10)
  const message: Found['message'] =
    id === 'mismatch' ? { id, params: { files: result.mismatches, directory, date } } : { id, params: { directory, date } }
  const shown = result.mismatches.length > 0 ? { files: result.mismatches } : {}
  const kind = id === 'outdated-mismatch' && result.mismatches.length === 0 ? 'outdated-not-intact' : id
  return { verdict, message, evidence: [{ probe: 'answers', subject: 'extracts', kind, params: { directory, date, ...shown } }, ...others] }
}

/** The newest results of other folders that were not intact: shown, because the newest of all decides. */
function elsewhere(newest: Result, results: readonly Result[]): readonly Proof[] {
  const seen = new Set([folderKey(newest.directory)])
  return results.flatMap((result): Proof[] => {
    const key = folderKey(result.directory)
    if (seen.has(key)) return []
    seen.add(key)
    if (isIntact(result)) return []
    const params = { directory: result.directory, date: result.at.slice(0, 10) }
    return [{ probe: 'answers', subject: 'extracts', kind: 'elsewhere', params, context: true }]
  })
}

function folderKey(directory: string): string {
  return directory.trim().replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase()
}
