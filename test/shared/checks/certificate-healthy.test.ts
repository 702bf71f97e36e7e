import { describe, expect, it } from 'vitest'

import { definition } from '#shared/checks/certificate-healthy/definition.ts'
import { rule } from '#shared/checks/certificate-healthy/rule.ts'
import { pair } from '#shared/checks/check.ts'
import { type Certificate, endpoint, goodCertificate } from '../../support/endpoints.ts'
import { inGerman } from '../../support/german.ts'
import { judge, NOW, type Situation } from '../../support/world.ts'

const check = pair(definition, rule)
const CRM = 'https://crm.example.com/crm'
const DAY_MS = 86_400_000
const SECOND = 1 / 86_400
const at = (days: number): string => new Date(Date.parse(NOW) + days * DAY_MS).toISOString()
/** A certificate of so many days with so many left. */
const lasting = (lifetime: number, left: number): Partial<Certificate> => ({ validFrom: at(left - lifetime), validTo: at(left) })
const of = (more: Partial<Certificate> | null, situation: Situation = {}) => {
  const certificate = more === null ? null : { ...goodCertificate, ...more }
  return judge(check, {
    profile: { endpoints: [CRM] },
    facts: { 'tls-endpoints': { endpoints: [endpoint({ certificate })] } },
    ...situation,
  })
}
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('certificate-healthy/', ''))

describe('certificate-healthy', () => {
  const dates: readonly (readonly [name: string, certificate: Partial<Certificate>, verdict: string, messages: readonly string[]])[] = [
    ['a year, half of it left', lasting(365, 180), 'pass', ['healthy']],
    ['a year, exactly 30 days left', lasting(365, 30), 'pass', ['healthy']],
    ['a year, a second under 30 days left', lasting(365, 30 - SECOND), 'attention', ['expires']],
    ['a year, exactly 14 days left', lasting(365, 14), 'attention', ['expires']],
    ['a year, a second under 14 days left', lasting(365, 14 - SECOND), 'fail', ['expires-soon']],
    ['a year, ends now', lasting(365, 0), 'fail', ['expires-soon']],
    ['a year, ended a second ago', lasting(365, -SECOND), 'fail', ['expired']],
    ['90 days, exactly a third left', lasting(90, 30), 'pass', ['healthy']],
    ['90 days, a second under a third left', lasting(90, 30 - SECOND), 'attention', ['expires']],
    ['90 days, 13 days left', lasting(90, 13), 'fail', ['expires-soon']],
    ['60 days, 25 days left', lasting(60, 25), 'pass', ['healthy']],
    ['60 days, exactly a third left', lasting(60, 20), 'pass', ['healthy']],
    ['60 days, a second under a third left', lasting(60, 20 - SECOND), 'attention', ['expires']],
    ['6 days, just issued', lasting(6, 6), 'pass', ['healthy']],
    ['6 days, exactly a third left', lasting(6, 2), 'pass', ['healthy']],
    ['6 days, a second under a third left', lasting(6, 2 - SECOND), 'fail', ['expires-soon']],
    ['6 days, ended', lasting(6, -1), 'fail', ['expired']],
    ['valid from now on', lasting(90, 90), 'pass', ['healthy']],
    ['valid from the next second on', lasting(90, 90 + SECOND), 'attention', ['not-yet-valid']],
    ['no lifetime, in the future', lasting(0, 5), 'attention', ['not-yet-valid']],
    ['no lifetime, in the past', lasting(0, -5), 'fail', ['expired']],
    ['ends before it begins', lasting(-10, 5), 'attention', ['not-yet-valid']],
  ]
  it.each(dates)('%s', (_name, certificate, verdict, messages) => {
    const item = of(certificate)
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  const keys: readonly (readonly [keyType: string, keyBits: number, verdict: string, messages: readonly string[]])[] = [
    ['RSA', 2048, 'pass', ['healthy']],
    ['RSA', 2047, 'fail', ['weak-key']],
    ['rsaEncryption', 1024, 'fail', ['weak-key']],
    ['RSASSA-PSS', 4096, 'pass', ['healthy']],
    ['RSA', 0, 'attention', ['key-not-told']],
    ['EC', 256, 'pass', ['healthy']],
    ['EC', 255, 'fail', ['weak-key']],
    ['ec', 224, 'fail', ['weak-key']],
    ['ECC', 384, 'pass', ['healthy']],
    ['ECDSA', 224, 'fail', ['weak-key']],
    ['ECDSA_P256', 256, 'pass', ['healthy']],
    ['ECDH', 224, 'fail', ['weak-key']],
    ['id-ecPublicKey', 521, 'pass', ['healthy']],
    ['Ed25519', 0, 'pass', ['healthy']],
    ['ed25519', 253, 'pass', ['healthy']],
    ['Ed448', 456, 'pass', ['healthy']],
    ['DSA', 2048, 'attention', ['key-not-told']],
    ['ECho', 512, 'attention', ['key-not-told']],
    ['', 2048, 'attention', ['key-not-told']],
    [' RSA ', 1024, 'fail', ['weak-key']],
    ['Ed25519ph', 256, 'attention', ['key-not-told']],
    ['X-Ed25519', 256, 'attention', ['key-not-told']],
    ['not RSA', 2048, 'attention', ['key-not-told']],
    ['spec', 256, 'attention', ['key-not-told']],
  ]
  it.each(keys)('a key %s of %i bits', (keyType, keyBits, verdict, messages) => {
    const item = of({ keyType, keyBits })
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('lists gaps of dates and key, of every address', () => {
    const [web, portal] = ['https://web.example.com', 'https://portal.example.com:8443']
    const endpoints = [
      endpoint({ certificate: { ...goodCertificate, ...lasting(365, -1), keyBits: 1024 } }),
      endpoint({ url: web, certificate: { ...goodCertificate, ...lasting(365, -2) } }),
      endpoint({ url: portal, certificate: { ...goodCertificate, ...lasting(365, 20) } }),
    ]
    const item = judge(check, { profile: { endpoints: [CRM, web, portal] }, facts: { 'tls-endpoints': { endpoints } } })
    expect(item.verdict).toBe('fail')
    expect(item.because).toBe(
      `The certificates of ${CRM} and ${web} have expired; the key of the certificate of ${CRM} is too short; the certificate of ${portal} ends in less than 30 days: renew it.`,
    )
    expect(item.evidence.map(({ subject, detail }) => [subject, detail])).toEqual([
      [CRM, 'expired on 2026-02-28'],
      [CRM, 'key RSA, 1024 bits'],
      [web, 'expired on 2026-02-27'],
      [portal, 'valid until 2026-03-21'],
    ])
  })

  it('shows until when a certificate is valid', () => {
    expect(of({}).evidence).toMatchObject([{ probe: 'tls-endpoints', subject: CRM, detail: 'valid until 2026-04-30' }])
  })

  it('does not ask whether the certificate is trusted and fits the name', () => {
    expect(of({ trusted: false, hostnameMatches: false }).verdict).toBe('pass')
  })

  it('does not know a certificate that was not seen', () => {
    expect([of(null).verdict, said(of(null))]).toEqual(['unknown', ['not-seen']])
    const elsewhere = { 'tls-endpoints': { endpoints: [endpoint({ url: 'https://other.example.com' })] } }
    expect(of({}, { facts: elsewhere }).verdict).toBe('unknown')
  })

  it('takes the certificate of the same host and port, whatever the path', () => {
    const endpoints = [endpoint({ url: 'https://crm.example.com/', certificate: { ...goodCertificate, keyBits: 1024 } })]
    expect(of({}, { facts: { 'tls-endpoints': { endpoints } } }).verdict).toBe('fail')
  })

  it('measures the end by the evaluation, and keeps a gap however old the snapshot is', () => {
    const ends = { validFrom: '2025-03-25T00:00:00Z', validTo: '2026-03-25T00:00:00Z' }
    expect(of(ends, { now: '2026-03-05T00:00:00Z' }).verdict).toBe('attention')
    expect(of(ends, { now: '2026-03-20T00:00:00Z' }).verdict).toBe('fail')
    expect(of(ends, { now: '2026-05-01T00:00:00Z' }).verdict).toBe('fail')
    expect(of({ validTo: '2027-01-30T00:00:00Z' }, { now: '2026-05-01T00:00:00Z' }).verdict).toBe('unknown')
  })

  it('asks where no address is named, knows nothing without the facts, and does not apply without the pack', () => {
    const facts = { 'tls-endpoints': { endpoints: [] } }
    const item = judge(check, { profile: { packs: ['layered-defence'] }, facts })
    expect([item.verdict, said(item)]).toEqual(['attention', ['none-named']])
    expect(judge(check, { profile: { endpoints: [CRM] } }).verdict).toBe('unknown')
    expect(judge(check, { facts }).verdict).toBe('not-applicable')
  })

  it.each(dates)('says it in German: %s', (_name, certificate) => {
    const item = of({ ...certificate, keyType: 'RSA', keyBits: 1024 })
    const sentences = inGerman(check, item)
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|undefined/)
  })
})
