import type { Finding } from './check.ts'

/** What a manual check says about its subject: no fact tells, so it stays open until a person answers. */
export function toConfirm(subject: string): readonly Finding<'to-confirm', 'to-confirm'>[] {
  return [{ verdict: 'attention', message: { id: 'to-confirm' }, evidence: [{ probe: 'profile', subject, kind: 'to-confirm' }] }]
}
