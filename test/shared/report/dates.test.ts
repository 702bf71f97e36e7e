import { describe, expect, it } from 'vitest'

import { momentInWords } from '#shared/report/dates.ts'
import { sampleCheckup } from '../../support/checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'

describe('momentInWords', () => {
  it.each([
    ['UTC where no zone is given', undefined, '2026-03-01T08:15:00Z', '1 March 2026, 08:15 UTC'],
    ['UTC where people live by it', 'UTC', '2026-03-01T08:15:00Z', '1 March 2026, 08:15 UTC'],
    ['winter time', 'Europe/Berlin', '2026-03-01T08:15:00Z', '1 March 2026, 09:15 (UTC+01:00)'],
    ['summer time', 'Europe/Berlin', '2026-07-01T08:15:00Z', '1 July 2026, 10:15 (UTC+02:00)'],
    ['the day before', 'America/Los_Angeles', '2026-03-01T02:15:00Z', '28 February 2026, 18:15 (UTC-08:00)'],
    ['the year after, at midnight', 'Asia/Kolkata', '2026-12-31T18:30:00Z', '1 January 2027, 00:00 (UTC+05:30)'],
  ])('tells %s', (_, zone, instant, words) => {
    expect(momentInWords(instant, reportTranslator(), zone)).toBe(words)
  })

  it('stands beside the time in UTC', () => {
    const evaluated = reportOf(sampleCheckup, reportTranslator('de'), 'Europe/Berlin').fields.find(({ id }) => id === 'evaluated')
    expect(evaluated).toMatchObject({ value: '1. März 2026, 09:15 (UTC+01:00)', instant: '2026-03-01T08:15:00Z' })
  })
})
