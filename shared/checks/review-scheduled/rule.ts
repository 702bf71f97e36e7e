import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

type Rule = RuleOf<typeof definition>

const DAY_MS = 86_400_000

/** Length of the day part of an ISO date or time. */
const DAY_LENGTH = 10

export const rule: Rule = ({ profile, nowMs }) => {
  const date = profile.nextReview?.slice(0, DAY_LENGTH)
  const startMs = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`)
  if (date === undefined || Number.isNaN(startMs)) {
    return [{ verdict: 'attention', message: { id: 'unset' }, evidence: [{ probe: 'profile', subject: 'nextReview', kind: 'unset' }] }]
  }
  const [verdict, id] = nowMs < startMs + DAY_MS ? (['pass', 'set'] as const) : (['fail', 'past'] as const)
  const evidence = [{ probe: 'profile', subject: 'nextReview', kind: id, params: { date } }] as const
  return [{ verdict, message: { id, params: { date } }, evidence }]
}
