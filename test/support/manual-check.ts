import { describe, expect, it } from 'vitest'

import type { Check } from '#shared/checks/check.ts'
import type { Answer } from '#shared/formats/answers.ts'
import { inGerman } from './german.ts'
import { judge } from './world.ts'

/** Confirmations at the limit and a second beyond, by the calendar months that they count. */
const limits = {
  12: ['2025-03-01T09:00:00Z', '2025-03-01T08:59:59Z'],
  6: ['2025-09-01T09:00:00Z', '2025-09-01T08:59:59Z'],
} as const

/** The behaviour of a check of the pack `layered-defence` that only a person can answer. */
export function describeManualCheck(check: Check, subject: string, confirmedMonths: keyof typeof limits): void {
  const { id } = check.definition
  const [lastInstant, tooEarly] = limits[confirmedMonths]
  const profile = { packs: ['layered-defence'] }
  const answered = (kind: Answer['kind'], at: string) => {
    const answer: Answer = { kind, by: 'Jane', at, note: '' }
    return judge(check, { profile, answers: { answers: { [id]: [answer] } } }).verdict
  }

  describe(id, () => {
    it('needs attention until a person answers', () => {
      const item = judge(check, { profile })
      expect([item.verdict, item.severity, item.message.id]).toEqual(['attention', 'medium', `${id}/to-confirm`])
      expect(item.evidence).toMatchObject([{ subject, kind: 'to-confirm' }])
      for (const sentence of inGerman(check, item)) expect(sentence).toMatch(/Mensch/)
    })

    it.each([
      [`confirmed ${confirmedMonths} months ago to the second`, 'confirmed', lastInstant, 'pass'],
      ['confirmed a second longer ago', 'confirmed', tooEarly, 'attention'],
      ['denied', 'denied', '2026-02-01T00:00:00Z', 'fail'],
      ['not applicable', 'not-applicable', '2026-02-01T00:00:00Z', 'not-applicable'],
    ] as const)('%s', (_name, kind, at, verdict) => {
      expect(answered(kind, at)).toBe(verdict)
    })

    it('applies with the pack or with endpoints alone', () => {
      expect(judge(check, { profile: {} }).verdict).toBe('not-applicable')
      expect(judge(check, { profile: { endpoints: ['https://crm.example.com'] } }).verdict).toBe('attention')
    })
  })
}
