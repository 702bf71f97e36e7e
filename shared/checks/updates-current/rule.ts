import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>
type Found = ReturnType<Rule>[number]
type Proof = NonNullable<Found['evidence']>[number]

const DAY_MS = 86_400_000

/** Updates come monthly, at most five weeks apart, in days. */
const CURRENT_DAYS = 35

/** From here on a whole monthly update is missing, in days. */
const DUE_DAYS = 60

/** An installation may lie after the snapshot by as much as a date without a time zone can, in days. */
const CLOCK_TOLERANCE_DAYS = 1

export const rule: Rule = ({ facts, collectedAtMs }) => {
  const { updates, host } = facts
  if (updates === undefined) return []
  const build: Proof[] =
    host === undefined
      ? []
      : [{ probe: 'host', subject: host.name, kind: 'build', params: { product: host.os.product, build: host.os.build }, context: true }]
  const age = judgeAge(updates.lastInstalledAt, collectedAtMs)
  const findings: Found[] = [{ ...age, evidence: [...(age.evidence ?? []), ...build] }]
  if (updates.rebootPending) {
    findings.push({ verdict: 'attention', message: { id: 'reboot' }, evidence: [{ probe: 'updates', subject: 'restart', kind: 'reboot' }] })
  }
  return findings
}

function judgeAge(lastInstalledAt: string | null, collectedAtMs: number): Found {
  const ageMs = lastInstalledAt === null ? null : collectedAtMs - Date.parse(lastInstalledAt)
  if (lastInstalledAt === null || ageMs === null || ageMs < -CLOCK_TOLERANCE_DAYS * DAY_MS) {
    const evidence: Proof[] = [{ probe: 'updates', subject: 'cumulative update', kind: 'not-told' }]
    return { verdict: 'attention', message: { id: 'not-told' }, evidence }
  }
  const days = Math.max(0, Math.floor(ageMs / DAY_MS))
  const params = { date: lastInstalledAt.slice(0, 10) }
  const about = (verdict: Found['verdict'], id: 'current' | 'due' | 'overdue'): Found => ({
    verdict,
    message: { id, params: { count: days } },
    evidence: [{ probe: 'updates', subject: 'cumulative update', kind: id, params }],
  })
  if (days <= CURRENT_DAYS) return about('pass', 'current')
  return days <= DUE_DAYS ? about('attention', 'due') : about('fail', 'overdue')
}
