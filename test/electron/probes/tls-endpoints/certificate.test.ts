import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { describeCertificate, namesHostOldStyle } from '#electron/probes/tls-endpoints/certificate.ts'
import { describeWith } from '../../../support/needs.ts'
import { type CertificateMaker, type CertificateSeed, createCertificateMaker } from './certificates.ts'

describeWith('openssl', 'certificate', () => {
  let maker: CertificateMaker

  beforeAll(async () => {
    maker = await createCertificateMaker()
  })

  afterAll(() => maker?.close())

  async function made(seed: CertificateSeed): Promise<X509Certificate> {
    return new X509Certificate((await maker.issue(seed)).cert)
  }

  it('has names in one line, times in UTC and the key', async () => {
    const issuer = await maker.issue({ subject: '/C=DE/O=Müller, Söhne/CN=Example CA', isAuthority: true })
    const certificate = await made({
      subject: '/C=DE/O=Acme/CN=crm.example.com',
      names: 'DNS:crm.example.com',
      issuer,
      from: '20260302000000Z',
      to: '20270302235959Z',
    })
    expect(describeCertificate(certificate, 'crm.example.com')).toEqual({
      subject: 'CN=crm.example.com, O=Acme, C=DE',
      issuer: 'CN=Example CA, O=Müller\\, Söhne, C=DE',
      validFrom: '2026-03-02T00:00:00.000Z',
      validTo: '2027-03-02T23:59:59.000Z',
      keyType: 'EC',
      keyBits: 256,
      hostnameMatches: true,
    })
  })

  it.each([
    { key: 'rsa2048', keyType: 'RSA', keyBits: 2048 },
    { key: 'rsa1024', keyType: 'RSA', keyBits: 1024 },
    { key: 'ec256', keyType: 'EC', keyBits: 256 },
    { key: 'ec384', keyType: 'EC', keyBits: 384 },
    { key: 'ed25519', keyType: 'Ed25519', keyBits: 256 },
  ] as const)('knows the key $key', async ({ key, keyType, keyBits }) => {
    expect(describeCertificate(await made({ subject: '/CN=crm', key }), 'crm')).toMatchObject({ keyType, keyBits })
  })

  it.each([
    { names: 'DNS:crm.example.com', host: 'crm.example.com', expected: true },
    { names: 'DNS:CRM.Example.com', host: 'crm.example.com', expected: true },
    { names: 'DNS:*.example.com', host: 'crm.example.com', expected: true },
    { names: 'DNS:*.example.com', host: 'a.crm.example.com', expected: false },
    { names: 'DNS:*.example.com', host: 'example.com', expected: false },
    { names: 'DNS:other.example.com', host: 'crm.example.com', expected: false },
    { names: 'DNS:xn--bcher-kva.example', host: 'xn--bcher-kva.example', expected: true },
    { names: 'IP:10.0.0.5', host: '10.0.0.5', expected: true },
    { names: 'IP:2001:db8::5', host: '2001:db8::5', expected: true },
    { names: 'IP:10.0.0.5', host: '10.0.0.6', expected: false },
    { names: 'DNS:10.0.0.5', host: '10.0.0.5', expected: false },
  ])('of $names names $host: $expected', async ({ names, host, expected }) => {
    const certificate = await made({ subject: '/CN=crm.example.com', names })
    expect(describeCertificate(certificate, host)?.hostnameMatches).toBe(expected)
    expect(namesHostOldStyle(certificate)).toBe(false)
  })

  it('tells that it names its host in the old way', async () => {
    const certificate = await made({ subject: '/CN=crm.example.com' })
    expect(describeCertificate(certificate, 'crm.example.com')?.hostnameMatches).toBe(true)
    expect(namesHostOldStyle(certificate)).toBe(true)
  })

  it('shows the alternative names where there is no other, and cuts endless ones', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `DNS:host${index}.example.com`).join(',')
    expect(describeCertificate(await made({ subject: '/', names: 'DNS:crm.example.com' }), 'crm')?.subject).toBe('DNS:crm.example.com')
    expect(describeCertificate(await made({ subject: '/', names }), 'crm')?.subject).toMatch(/^DNS:host0\.example\.com, .{277}…$/)
  })
})
