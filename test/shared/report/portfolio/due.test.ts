import { describe, expect, it } from 'vitest'

import type { Facts } from '#shared/facts/index.ts'
import type { Answer } from '#shared/formats/answers.ts'
import type { Checkup, CheckupItem } from '#shared/formats/checkup.ts'
import { dueOf } from '#shared/report/portfolio/due.ts'
import { sampleCheckup, sampleItem } from '../../../support/checkup.ts'
import { reportTranslator } from '../../../support/report-translator.ts'

/** The sample is judged on 2026-03-01 at 08:15. */
const quiet: Checkup = { ...sampleCheckup, items: [], answerProblems: [] }

function due(more: Partial<Checkup>, endpoints: Facts['tls-endpoints'] | null = null): string[] {
  return dueOf({ ...quiet, ...more }, endpoints, reportTranslator()).map(({ sentence }) => sentence)
}

const withReview = (nextReview: string) => ({ profile: { ...quiet.profile, nextReview } })

const withAnswer = (answer: Partial<Answer>, verdict: CheckupItem['verdict'] = 'fail') => ({
  items: [
    {
      ...sampleItem('gotoassist-removed'),
      verdict,
      answers: [{ kind: 'accepted-risk' as const, by: 'Dana', at: '2026-02-01T00:00:00Z', note: '', ...answer }],
    },
  ],
})

function expired(verdict: CheckupItem['verdict']): Partial<Checkup> {
  const params = { by: 'Dana', check: 'gotoassist-removed', date: '2026-02-15' }
  return {
    items: [{ ...sampleItem('gotoassist-removed'), verdict, answers: [] }],
    answerProblems: [{ check: 'gotoassist-removed', problem: 'expired', detail: '', message: { id: 'problem/expired', params } }],
  }
}

const endpoint = (validTo: string | null): Facts['tls-endpoints'] => ({
  endpoints: [
    {
      url: 'https://crm.example.test',
      reachable: true,
      error: null,
      protocol: 'TLSv1.3',
      acceptedLegacyProtocols: [],
      certificate:
        validTo === null
          ? null
          : {
              subject: 'crm.example.test',
              issuer: 'Example CA',
              validFrom: '2025-01-01T00:00:00Z',
              validTo,
              keyType: 'RSA',
              keyBits: 2048,
              trusted: true,
              hostnameMatches: true,
            },
      plainHttp: null,
      hsts: null,
    },
  ],
})

const title = reportTranslator().check('gotoassist-removed').title

describe('what is due', () => {
  it.each<[string, Partial<Checkup>, readonly string[]]>([
    ['a review on the last of 30 days', withReview('2026-03-30'), ['review by 30 March 2026']],
    ['no review beyond', withReview('2026-03-31'), []],
    ['a review of this day, which is not over', withReview('2026-03-01'), ['review by 1 March 2026']],
    ['a review of yesterday', withReview('2026-02-28'), ['the review of 28 February 2026 is overdue']],
    ['no suggested review: it lies months ahead', {}, []],
    ['a suggested review a month ahead', { profile: { ...quiet.profile, reviewEveryMonths: 1 } }, []],
    ['an accepted risk that ends soon', withAnswer({ until: '2026-03-20' }), [`the accepted risk of “${title}” ends on 20 March 2026`]],
    ['no accepted risk that ends later', withAnswer({ until: '2026-03-31' }), []],
    ['no accepted risk of what passes anyway', withAnswer({ until: '2026-03-20' }, 'pass'), []],
    [
      'an answer that ends soon, though its item passes',
      withAnswer({ kind: 'confirmed', until: '2026-03-20T12:00:00Z' }, 'pass'),
      [`the answer to “${title}” counts until 20 March 2026`],
    ],
    ['no answer without an end', withAnswer({ kind: 'confirmed' }, 'pass'), []],
    ['an answer that has ended', expired('attention'), [`the answer to “${title}” counted until 15 February 2026`]],
    ['no ended answer of what passes anyway', expired('pass'), []],
  ])('holds %s', (_name, more, sentences) => {
    expect(due(more)).toEqual(sentences)
  })

  it.each([
    [
      'a certificate that expires on the last of 30 days',
      '2026-03-31T08:15:00Z',
      ['the certificate of https://crm.example.test expires on 31 March 2026'],
    ],
    ['no certificate that expires a second later', '2026-03-31T08:15:01Z', []],
    ['a certificate that has expired', '2026-03-01T08:14:59Z', ['the certificate of https://crm.example.test expired on 1 March 2026']],
    ['nothing where no certificate was seen', null, []],
  ])('holds %s', (_name, validTo, sentences) => {
    expect(due({}, endpoint(validTo))).toEqual(sentences)
  })

  it('is in the order of its dates, each once, and bounded', () => {
    const answers = Array.from({ length: 40 }, (_, index) => ({
      kind: 'accepted-risk' as const,
      by: 'Dana',
      at: '2026-02-01T00:00:00Z',
      note: '',
      until: `2026-03-${String(28 - (index % 20)).padStart(2, '0')}`,
    }))
    const found = dueOf({ ...quiet, items: [{ ...sampleItem('gotoassist-removed'), answers }] }, null, reportTranslator())
    expect(found.map(({ date }) => date)).toEqual(Array.from({ length: 12 }, (_, index) => `2026-03-${String(9 + index).padStart(2, '0')}`))
  })

  it('is said in German as well', () => {
    const checkup = { ...quiet, ...withReview('2026-02-28'), ...withAnswer({ until: '2026-03-20' }) }
    expect(dueOf(checkup, endpoint('2026-03-02T00:00:00Z'), reportTranslator('de')).map(({ sentence }) => sentence)).toEqual([
      'die Durchsicht vom 28. Februar 2026 ist überfällig',
      'das Zertifikat von https://crm.example.test läuft am 2. März 2026 ab',
      expect.stringMatching(/^das akzeptierte Risiko zu „.+“ endet am 20\. März 2026$/),
    ])
  })
})
