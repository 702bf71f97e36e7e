import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/connector-key-strong/definition.ts'
import { rule } from '#shared/checks/connector-key-strong/rule.ts'
import { FOLDER, type Installation, installation, privateKey, renderedTexts, saidBy, withConnector } from '../../support/connector.ts'
import { judge, type Situation } from '../../support/world.ts'

const check = pair(definition, rule)
const situation = (installations: readonly Installation[]): Situation => ({
  profile: withConnector,
  facts: { connector: { installations } },
})
const of = (...installations: readonly Installation[]) => judge(check, situation(installations))
const ofKey = (algorithm: string, bits: number) => of(installation({ keys: [privateKey({ algorithm, bits })] }))
const path = `${FOLDER}\\keys\\id_rsa`

describe('connector-key-strong', () => {
  it.each([
    ['RSA', 2048, 'pass'],
    ['RSA', 2047, 'fail'],
    ['RSA', 4096, 'pass'],
    ['rsa', 1024, 'fail'],
    ['RSA', 0, 'attention'],
    ['ssh-rsa', 2048, 'pass'],
    ['RSA-PSS', 3072, 'pass'],
    ['sha256WithRSAEncryption', 1024, 'fail'],
    ['rsa-sha2-256', 0, 'attention'],
    ['RSA2048', 0, 'pass'],
    ['RSA1024', 0, 'fail'],
    ['EC', 256, 'pass'],
    ['EC', 255, 'fail'],
    ['ECDSA', 384, 'pass'],
    ['id-ecPublicKey', 224, 'fail'],
    ['EC', 0, 'attention'],
    ['P-256', 0, 'pass'],
    ['P-192', 0, 'fail'],
    ['P-192', 256, 'fail'],
    ['prime256v1', 0, 'pass'],
    ['secp224r1', 0, 'fail'],
    ['sect163k1', 0, 'fail'],
    ['brainpoolP384r1', 384, 'pass'],
    ['ecdsa-sha2-nistp521', 521, 'pass'],
    ['sk-ecdsa-sha2-nistp256@openssh.com', 0, 'pass'],
    ['ECDSA-SHA256', 0, 'attention'],
    ['Ed25519', 256, 'pass'],
    ['ssh-ed25519', 255, 'pass'],
    ['ED25519', 0, 'pass'],
    ['sk-ssh-ed25519@openssh.com', 0, 'pass'],
    ['EdDSA', 255, 'pass'],
    ['EdDSA', 254, 'attention'],
    ['Ed448', 0, 'pass'],
    ['DSA', 2048, 'fail'],
    ['ssh-dss', 1024, 'fail'],
    ['X25519', 253, 'attention'],
    ['ML-DSA-65', 15_616, 'attention'],
    ['', 2048, 'attention'],
  ] as const)('%s with %i bits: %s', (algorithm, bits, verdict) => {
    expect(ofKey(algorithm, bits).verdict).toBe(verdict)
  })

  it('names the key with its kind and size as far as they are known', () => {
    expect(saidBy(ofKey('RSA', 1024))).toEqual([`weak: ${path} (RSA 1024)`])
    expect(saidBy(ofKey('RSA', 0))).toEqual([`not-told: ${path} (RSA)`])
    expect(saidBy(ofKey(' ', 0))).toEqual([`not-told: ${path} (?)`])
    expect(ofKey('RSA', 1024).evidence).toMatchObject([{ subject: 'Inventory Advisor: id_rsa', kind: 'weak' }])
  })

  const cases: readonly (readonly [name: string, installations: readonly Installation[], verdict: string, says: readonly string[]])[] = [
    ['no connector', [], 'attention', ['no-installation']],
    ['no key', [installation()], 'attention', ['none: Inventory Advisor']],
    ['a public key alone', [installation({ keys: [privateKey({ kind: 'public', bits: 512 })] })], 'attention', ['none: Inventory Advisor']],
    [
      'a weak public key beside a strong private one',
      [installation({ keys: [privateKey(), privateKey({ kind: 'public', bits: 512 })] })],
      'pass',
      [`strong: ${path} (RSA 2048)`],
    ],
    [
      'several connectors: the worst decides, all that is open is listed',
      [
        installation({ keys: [privateKey({ bits: 1024 }), privateKey({ path: 'C:\\Connector\\old.pem', bits: 512 })] }),
        installation({ product: 'Other', location: 'D:\\Other' }),
        installation({ product: 'Third', keys: [privateKey({ path: 'E:\\Third\\key', algorithm: 'ML-DSA', bits: 0 }), privateKey()] }),
      ],
      'fail',
      [`weak: ${path} (RSA 1024): C:\\Connector\\old.pem (RSA 512)`, 'none: Other', 'not-told: E:\\Third\\key (ML-DSA)'],
    ],
    ['one without a name', [installation({ product: ' ' })], 'attention', [`none: ${FOLDER}`]],
  ]
  it.each(cases)('%s', (_name, installations, verdict, says) => {
    const item = of(...installations)
    expect([item.verdict, saidBy(item)]).toEqual([verdict, says])
    expect(renderedTexts(check, item).join()).not.toContain('{{')
  })

  it('has a digest that tells keys and their faults apart, but not their paths', () => {
    const digest = (key: Parameters<typeof privateKey>[0]) => of(installation({ keys: [privateKey({ bits: 1024, ...key })] })).factsDigest
    expect(digest({ path: 'D:\\Moved\\id_rsa' })).toBe(digest({}))
    expect(digest({ path: `${FOLDER}\\other` })).not.toBe(digest({}))
    expect(digest({ bits: 0 })).not.toBe(digest({}))
  })

  it('cannot be told without the probe, and does not apply where nothing calls for the pack', () => {
    expect(judge(check, { profile: withConnector, facts: {} }).verdict).toBe('unknown')
    expect(judge(check, { facts: {} }).verdict).toBe('not-applicable')
    expect(judge(check, { facts: { connector: { installations: [] } } }).verdict).toBe('not-applicable')
    expect(judge(check, { facts: { connector: { installations: [installation({ keys: [privateKey()] })] } } }).verdict).toBe('pass')
  })

  it('does not pass where the probe saw only a part', () => {
    const facts = { installations: [installation({ keys: [privateKey()] })] }
    const records = { connector: { status: 'ok', durationMs: 1, facts, incomplete: true } } as const
    expect(judge(check, { profile: withConnector, records }).verdict).toBe('unknown')
  })
})
