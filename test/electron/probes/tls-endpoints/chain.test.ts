import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { isTrusted } from '#electron/probes/tls-endpoints/chain.ts'
import { readMachineRoots, rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { describeWith } from '../../../support/needs.ts'
import { type CertificateMaker, createCertificateMaker, type Issued } from './certificates.ts'

const NOW = Date.parse('2026-03-01T08:15:00Z')
const PAST = { from: '20200101000000Z', to: '20210101000000Z' }
const FUTURE = { from: '20400101000000Z' }

type Name = 'root' | 'intermediate' | 'deep' | 'old' | 'stranger' | 'namesake' | 'noAuthority' | 'mailAuthority' | 'noSigner'
type LeafName =
  | 'good'
  | 'below'
  | 'expired'
  | 'future'
  | 'selfSigned'
  | 'ofOld'
  | 'oldOfOld'
  | 'ofNamesake'
  | 'ofNone'
  | 'mail'
  | 'ofMail'
  | 'ofNoSigner'

describeWith('openssl', 'chain', () => {
  let maker: CertificateMaker
  let authorities: Readonly<Record<Name, Issued>>
  let leaves: Readonly<Record<LeafName, Issued>>

  beforeAll(async () => {
    maker = await createCertificateMaker()
    const authority = (name: string, issuer?: Issued, more = {}) =>
      maker.issue({ subject: `/CN=${name}`, isAuthority: true, ...(issuer === undefined ? {} : { issuer }), ...more })
    const root = await authority('Root')
    const intermediate = await authority('Intermediate', root, { key: 'rsa2048' })
    authorities = {
      root,
      intermediate,
      deep: await authority('Deep', intermediate),
      old: await authority('Old', root, PAST),
      stranger: await authority('Stranger'),
      namesake: await authority('Root'),
      noAuthority: await maker.issue({ subject: '/CN=No authority', issuer: root }),
      noSigner: await authority('No signer', root, { usages: 'digitalSignature' }),
      mailAuthority: await authority('Mail', root, { purposes: 'emailProtection' }),
    }
    const leaf = (issuer: Issued, more = {}) => maker.issue({ subject: '/CN=crm', names: 'DNS:crm', issuer, ...more })
    leaves = {
      good: await leaf(intermediate, { purposes: 'serverAuth,clientAuth' }),
      below: await leaf(authorities.deep),
      expired: await leaf(intermediate, PAST),
      future: await leaf(intermediate, FUTURE),
      selfSigned: await maker.issue({ subject: '/CN=crm', names: 'DNS:crm' }),
      ofOld: await leaf(authorities.old),
      oldOfOld: await leaf(authorities.old, PAST),
      ofNamesake: await leaf(authorities.namesake),
      ofNone: await leaf(authorities.noAuthority),
      mail: await leaf(intermediate, { purposes: 'emailProtection' }),
      ofNoSigner: await leaf(authorities.noSigner),
      ofMail: await leaf(authorities.mailAuthority),
    }
  })

  afterAll(() => maker?.close())

  function judge(leaf: LeafName, sent: readonly Name[], trusted: readonly (Name | LeafName)[]): boolean {
    const pem = (name: Name | LeafName): string => ({ ...authorities, ...leaves })[name].cert
    const chain = [leaf, ...sent].map((name) => new X509Certificate(pem(name)))
    return isTrusted(chain, rootsOf(['no certificate', ...trusted.map(pem)]), NOW)
  }

  it.each<{ name: string; leaf: LeafName; sent: readonly Name[]; trusted: readonly (Name | LeafName)[]; expected: boolean }>([
    { name: 'that is whole', leaf: 'good', sent: ['intermediate'], trusted: ['root'], expected: true },
    { name: 'that holds the root too', leaf: 'good', sent: ['intermediate', 'root'], trusted: ['root'], expected: true },
    { name: 'in disorder, with a stranger', leaf: 'below', sent: ['stranger', 'intermediate', 'deep'], trusted: ['root'], expected: true },
    { name: 'without its intermediate', leaf: 'good', sent: [], trusted: ['root'], expected: false },
    { name: 'without one of its intermediates', leaf: 'below', sent: ['deep'], trusted: ['root'], expected: false },
    { name: 'whose intermediate the machine trusts', leaf: 'good', sent: [], trusted: ['intermediate'], expected: true },
    { name: 'of an authority that nobody trusts', leaf: 'good', sent: ['intermediate', 'root'], trusted: ['stranger'], expected: false },
    { name: 'that has expired, of a trusted root', leaf: 'expired', sent: ['intermediate'], trusted: ['root'], expected: true },
    { name: 'that begins later, of a trusted root', leaf: 'future', sent: ['intermediate'], trusted: ['root'], expected: true },
    { name: 'that has expired, of nobody', leaf: 'expired', sent: ['intermediate'], trusted: [], expected: false },
    { name: 'that signs itself', leaf: 'selfSigned', sent: [], trusted: ['root'], expected: false },
    { name: 'that signs itself and is trusted by name', leaf: 'selfSigned', sent: [], trusted: ['selfSigned'], expected: true },
    { name: 'whose issuer has expired', leaf: 'ofOld', sent: ['old'], trusted: ['root'], expected: false },
    { name: 'that expired before its issuer', leaf: 'oldOfOld', sent: ['old'], trusted: ['root'], expected: true },
    { name: 'whose issuer only bears the name of a root', leaf: 'ofNamesake', sent: ['namesake'], trusted: ['root'], expected: false },
    { name: 'whose issuer is no authority', leaf: 'ofNone', sent: ['noAuthority'], trusted: ['root'], expected: false },
    { name: 'whose issuer may sign no certificates', leaf: 'ofNoSigner', sent: ['noSigner'], trusted: ['root'], expected: false },
    { name: 'whose root is no authority', leaf: 'ofNone', sent: [], trusted: ['noAuthority'], expected: false },
    { name: 'whose root may sign no certificates', leaf: 'ofNoSigner', sent: [], trusted: ['noSigner'], expected: false },
    { name: 'that is for mail only', leaf: 'mail', sent: ['intermediate'], trusted: ['root'], expected: false },
    { name: 'whose issuer is for mail only', leaf: 'ofMail', sent: ['mailAuthority'], trusted: ['root'], expected: false },
  ])('$name is trusted: $expected', ({ leaf, sent, trusted, expected }) => {
    expect(judge(leaf, sent, trusted)).toBe(expected)
  })

  it('of nothing is not trusted', () => {
    expect(isTrusted([], rootsOf([authorities.root.cert]), NOW)).toBe(false)
  })

  it('ends in the roots that come with the program, which do not hold what was made here', () => {
    const roots = readMachineRoots()
    expect(roots.has(new X509Certificate(authorities.root.cert))).toBe(false)
    expect(isTrusted([new X509Certificate(leaves.good.cert), new X509Certificate(authorities.intermediate.cert)], roots, NOW)).toBe(false)
    expect(roots.complete).toBe(true)
  })
})
