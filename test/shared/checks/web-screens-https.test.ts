import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/web-screens-https/definition.ts'
import { rule } from '#shared/checks/web-screens-https/rule.ts'
import type { Answer } from '#shared/formats/answers.ts'
import { type Endpoint, endpoint, goodCertificate } from '../../support/endpoints.ts'
import { inGerman } from '../../support/german.ts'
import { judge, type Situation } from '../../support/world.ts'

const check = pair(definition, rule)
const CRM = 'https://crm.example.com/crm'
const of = (seen: readonly Endpoint[], named: readonly string[] = [CRM], more: Situation = {}) =>
  judge(check, { profile: { endpoints: named }, facts: { 'tls-endpoints': { endpoints: seen } }, ...more })
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('web-screens-https/', ''))
const untrusted = { ...goodCertificate, trusted: false }
const silent = { reachable: false, error: 'ECONNREFUSED', protocol: null, certificate: null }

describe('web-screens-https', () => {
  const cases: readonly (readonly [name: string, more: Partial<Endpoint>, verdict: string, messages: readonly string[]])[] = [
    ['all in order', {}, 'pass', ['encrypted']],
    ['TLS 1.2', { protocol: 'TLSv1.2' }, 'pass', ['encrypted']],
    ['TLS 1.2 with a space', { protocol: 'TLS 1.2' }, 'pass', ['encrypted']],
    ['TLS 1.2 as Windows names it', { protocol: 'Tls12' }, 'pass', ['encrypted']],
    ['TLS 1.2 with spaces around it', { protocol: ' TLSv1.2 ' }, 'pass', ['encrypted']],
    ['a TLS to come', { protocol: 'TLSv2' }, 'pass', ['encrypted']],
    ['plain HTTP closed', { plainHttp: 'closed' }, 'pass', ['encrypted']],
    ['no HSTS', { hsts: false }, 'pass', ['encrypted']],
    ['an expired certificate', { certificate: { ...goodCertificate, validTo: '2026-02-01T00:00:00Z' } }, 'pass', ['encrypted']],
    ['a short key', { certificate: { ...goodCertificate, keyBits: 1024 } }, 'pass', ['encrypted']],
    ['TLS 1.2 among the accepted ones', { acceptedLegacyProtocols: ['TLSv1.2'] }, 'pass', ['encrypted']],
    ['TLS 1.1', { protocol: 'TLSv1.1' }, 'fail', ['old-protocol']],
    ['TLS 1.0', { protocol: 'TLSv1' }, 'fail', ['old-protocol']],
    ['SSL 3', { protocol: 'SSLv3' }, 'fail', ['old-protocol']],
    ['a protocol that nobody knows', { protocol: 'unknown' }, 'fail', ['old-protocol']],
    ['no protocol', { protocol: null }, 'fail', ['no-tls']],
    ['no certificate', { certificate: null }, 'fail', ['no-certificate']],
    ['neither protocol nor certificate', { protocol: null, certificate: null }, 'fail', ['no-tls', 'no-certificate']],
    ['accepts TLS 1.0', { acceptedLegacyProtocols: ['TLSv1'] }, 'fail', ['legacy-accepted']],
    ['accepts TLS 1.1', { acceptedLegacyProtocols: ['TLSv1.1'] }, 'fail', ['legacy-accepted']],
    ['not trusted', { certificate: untrusted }, 'fail', ['untrusted']],
    ['another name', { certificate: { ...goodCertificate, hostnameMatches: false } }, 'fail', ['wrong-name']],
    ['plain HTTP serves', { plainHttp: 'serves' }, 'fail', ['plain-http']],
    ['plain HTTP not told', { plainHttp: null }, 'unknown', ['plain-http-not-told']],
    ['no answer', silent, 'unknown', ['unreachable']],
    ['no answer and plain HTTP not told', { ...silent, plainHttp: null }, 'unknown', ['unreachable']],
    ['no answer, but plain HTTP serves', { ...silent, plainHttp: 'serves' }, 'fail', ['plain-http', 'unreachable']],
    ['a gap beside plain HTTP not told', { certificate: untrusted, plainHttp: null }, 'fail', ['untrusted', 'plain-http-not-told']],
    [
      'everything at once',
      {
        protocol: 'TLSv1.1',
        acceptedLegacyProtocols: ['TLSv1'],
        plainHttp: 'serves',
        certificate: { ...untrusted, hostnameMatches: false },
      },
      'fail',
      ['old-protocol', 'legacy-accepted', 'untrusted', 'wrong-name', 'plain-http'],
    ],
  ]
  it.each(cases)('%s', (_name, more, verdict, messages) => {
    const item = of([endpoint(more)])
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('is critical, and names each address with its gap', () => {
    const web = 'https://web.example.com'
    const seen = [endpoint({ certificate: untrusted }), endpoint({ url: web, certificate: untrusted, acceptedLegacyProtocols: ['TLSv1'] })]
    const item = of(seen, [CRM, web, 'https://gone.example.com'])
    expect([item.severity, item.verdict]).toEqual(['critical', 'fail'])
    expect(item.because).toBe(
      `The certificates of ${CRM} and ${web} are not trusted; ${web} still accepts protocols older than TLS 1.2; https://gone.example.com is not in the snapshot: take a new one.`,
    )
    expect(item.evidence.map(({ subject, detail }) => [subject, detail])).toEqual([
      [CRM, 'certificate from CN=Example Authority, which is not trusted'],
      [web, 'accepts TLSv1'],
      [web, 'certificate from CN=Example Authority, which is not trusted'],
      ['https://gone.example.com', 'named in the profile, not in the snapshot'],
    ])
  })

  it('shows protocol and issuer of what is in order', () => {
    const detail = 'TLSv1.3, certificate from CN=Example Authority'
    expect(of([endpoint()]).evidence).toMatchObject([{ probe: 'tls-endpoints', subject: CRM, detail }])
  })

  it('looks at the addresses of the profile alone', () => {
    expect(of([endpoint(), endpoint({ url: 'https://other.example.com', plainHttp: 'serves' })]).verdict).toBe('pass')
    expect(of([], [CRM]).verdict).toBe('unknown')
  })

  it.each([
    ['redirects', 'unknown', ['plain-http-not-told']],
    ['serves', 'unknown', ['plain-http-not-told']],
    ['closed', 'pass', ['encrypted']],
  ] as const)('plain HTTP that %s under another path', (plainHttp, verdict, messages) => {
    const item = of([endpoint({ url: 'https://crm.example.com/', plainHttp })])
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('fails for a certificate that was seen under another path', () => {
    expect(of([endpoint({ url: 'https://crm.example.com/', certificate: untrusted })]).verdict).toBe('fail')
  })

  it('shows the error beside an address that did not answer', () => {
    const item = of([endpoint(silent)])
    expect(item.evidence.map(({ probe, detail }) => [probe, detail])).toEqual([
      ['tls-endpoints', 'no answer by HTTPS'],
      ['tls-endpoints', 'error: ECONNREFUSED'],
    ])
    expect(item.factsDigest).toBe(of([endpoint({ ...silent, error: null })]).factsDigest)
    expect(of([endpoint({ ...silent, error: null })]).evidence).toHaveLength(1)
  })

  it('asks where no address is named, and takes "not applicable" for an answer', () => {
    const answer: Answer = { kind: 'not-applicable', by: 'Jane', at: '2026-02-01T00:00:00Z', note: '' }
    const situation: Situation = {
      profile: { packs: ['layered-defence'], endpoints: [' '] },
      facts: { 'tls-endpoints': { endpoints: [] } },
    }
    const open = judge(check, situation)
    expect([open.verdict, said(open)]).toEqual(['attention', ['none-named']])
    expect(judge(check, { ...situation, answers: { answers: { [definition.id]: [answer] } } }).verdict).toBe('not-applicable')
  })

  it('knows nothing without the facts, and does not apply without the pack', () => {
    expect(judge(check, { profile: { endpoints: [CRM] } }).verdict).toBe('unknown')
    expect(judge(check, { profile: { packs: ['layered-defence'] } }).verdict).toBe('unknown')
    expect(judge(check, { facts: { 'tls-endpoints': { endpoints: [] } } }).verdict).toBe('not-applicable')
  })

  it.each(cases)('says it in German: %s', (_name, more) => {
    const item = of([endpoint(more)])
    const sentences = inGerman(check, item)
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|undefined/)
    expect(sentences[0]).toContain(CRM)
  })
})
