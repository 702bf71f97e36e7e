import { describe, expect, it } from 'vitest'

import { catalogueForDigest, catalogueVersion } from '#shared/catalogue/index.ts'
import type { Checkup } from '#shared/formats/checkup.ts'
import { jsonReport } from '#shared/report/json.ts'
import { checkupWithItems, sampleCheckup, sampleItem } from '../../support/checkup.ts'
import { hostileCheckup } from '../../support/hostile-checkup.ts'
import { reportOf } from '../../support/report-of.ts'
import { reportTranslator } from '../../support/report-translator.ts'
import { sha256 } from '../../support/world.ts'

function field(id: string, checkup: Checkup): string | undefined {
  return reportOf(checkup).identity.fields.find((each) => each.id === id)?.value
}

describe('identity of a report', () => {
  it('is numbered by the start of the checkup id', () => {
    expect(reportOf().identity.number).toBe('3A18-F6D4-B290-7E5C')
  })

  it.each([
    ['no hex digits', hostileCheckup.id],
    ['too few', 'abc123'],
    ['nothing', ''],
  ])('has a number of the same shape where the id is %s', (_, id) => {
    expect(reportOf({ ...sampleCheckup, id }).identity.number).toMatch(/^(?:[0-9A-F]{4}-){3}[0-9A-F]{4}$/)
  })

  it('has the digest of the JSON report, in every language', () => {
    const digest = sha256(jsonReport(sampleCheckup))
    expect(reportOf().identity.digest).toBe(digest)
    expect(reportOf(sampleCheckup, reportTranslator('de')).identity.digest).toBe(digest)
  })

  it('has another digest as soon as anything differs', () => {
    expect(reportOf({ ...sampleCheckup, grade: 'best' }).identity.digest).not.toBe(reportOf().identity.digest)
  })

  it('holds number and digest in the QR code, and no address', () => {
    const { number, digest, qrText } = reportOf().identity
    expect(qrText).toBe(`ERP-SYNC-CHECKUP ${number} SHA256:${digest.toUpperCase()}`)
    expect(qrText).not.toMatch(/\/\/|www/i)
  })

  it('names the version of the catalogue at hand', () => {
    const catalogue = sha256(catalogueForDigest())
    const digests = { ...sampleCheckup.digests, catalogue }
    expect(field('catalogue', { ...sampleCheckup, digests })).toBe(`version ${catalogueVersion} (${catalogue})`)
  })

  it('claims no version for another catalogue', () => {
    expect(field('catalogue', sampleCheckup)).toBe(sampleCheckup.digests.catalogue)
  })
})

describe('state of a report', () => {
  const settled = { ...checkupWithItems([sampleItem('passwords-stored-safely')]), grade: 'best' } as const
  const reviewed = (checkup: Checkup, nextReview: string): Checkup => ({ ...checkup, profile: { ...checkup.profile, nextReview } })

  it.each([
    ['final', settled, 'final', 'every item is judged; lapses after 1 June 2026'],
    ['final with a gap', checkupWithItems([sampleItem('gotoassist-removed')]), 'final', 'every item is judged; lapses after 1 June 2026'],
    [
      'provisional while one is open',
      checkupWithItems([sampleItem('sync-user-denied-remote')]),
      'provisional',
      'one item is not settled; lapses',
    ],
    ['provisional while some are open or unknown', sampleCheckup, 'provisional', '4 items are not settled; lapses after 1 June 2026'],
    ['provisional while deploying', { ...settled, grade: 'incomplete' } as const, 'provisional', 'the deployment goes on; lapses'],
    ['final on the day of the review', reviewed(settled, '2026-03-01'), 'final', 'lapses after 1 March 2026'],
    ['lapsed on the day after', reviewed(settled, '2026-02-28'), 'lapsed', 'the review was due on 28 February 2026'],
  ])('is %s', (_, checkup, id, note) => {
    const { state } = reportOf(checkup)
    expect(state.id).toBe(id)
    expect(state.note).toContain(note)
  })

  it.each([
    ['en', /not signed$/],
    ['de', /nicht signiert$/],
  ] as const)('says that nobody signed it (%s)', (language, words) => {
    for (const checkup of [settled, sampleCheckup, reviewed(settled, '2026-02-28')]) {
      expect(reportOf(checkup, reportTranslator(language)).state.word).toMatch(words)
    }
  })
})
