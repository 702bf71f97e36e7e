import type { RuleOf } from '../check.ts'
import type { definition } from './definition.ts'

export type Rule = RuleOf<typeof definition>
export type Input = Parameters<Rule>[0]
export type Found = ReturnType<Rule>[number]
export type Proof = NonNullable<Found['evidence']>[number]

/** A finding with one piece of evidence of the same name. */
export function about(
  verdict: Found['verdict'],
  id: Found['message']['id'] & Proof['kind'],
  subject: string,
  params: NonNullable<Found['message']['params']>,
  probe: Proof['probe'] = 'sql-server',
): Found {
  return { verdict, message: { id, params }, evidence: [{ probe, subject, kind: id, params }] }
}
