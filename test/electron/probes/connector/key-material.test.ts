import { generateKeyPairSync, type KeyExportOptions, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { describeKey } from '#electron/probes/connector/key-material.ts'
import { namedBlob, openSshFile, puttyFile, rsaBlob, rsaPair } from './made-keys.ts'

const SECRET = 'the private part'
const rsa = rsaPair(2048)
const short = rsaPair(1024)
const curve = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
const edwards = generateKeyPairSync('ed25519')
const blob = rsaBlob(rsa.publicKey)
const line = `ssh-rsa ${blob.toString('base64')} acme@erp01\n`

type Encoding = 'pkcs1' | 'pkcs8' | 'sec1' | 'spki'

function lock(passphrase: string | undefined) {
  return passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
}

function pem(key: KeyObject, type: Encoding, passphrase?: string): string {
  const options: KeyExportOptions<'pem'> = { format: 'pem', type, ...lock(passphrase) }
  return key.export(options).toString()
}

function der(key: KeyObject, type: Encoding, passphrase?: string): Buffer {
  const options: KeyExportOptions<'der'> = { format: 'der', type, ...lock(passphrase) }
  return Buffer.from(key.export(options))
}

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

const privateKey = (algorithm: string, bits: number) => ({ kind: 'private', algorithm, bits })
const publicKey = (algorithm: string, bits: number) => ({ kind: 'public', algorithm, bits })

describe('key-material', () => {
  it.each([
    { name: 'PKCS#8', content: pem(rsa.privateKey, 'pkcs8'), key: privateKey('RSA', 2048) },
    { name: 'PKCS#1', content: pem(short.privateKey, 'pkcs1'), key: privateKey('RSA', 1024) },
    { name: 'SEC 1', content: pem(curve.privateKey, 'sec1'), key: privateKey('EC', 384) },
    { name: 'an Edwards curve', content: pem(edwards.privateKey, 'pkcs8'), key: privateKey('Ed25519', 256) },
    { name: 'PKCS#8 that is encrypted', content: pem(rsa.privateKey, 'pkcs8', 'x'), key: privateKey('encrypted', 0) },
    { name: 'PKCS#1 that is encrypted', content: pem(rsa.privateKey, 'pkcs1', 'x'), key: privateKey('RSA', 0) },
    { name: 'a public key', content: pem(rsa.publicKey, 'spki'), key: publicKey('RSA', 2048) },
    { name: 'a public key of PKCS#1', content: pem(rsa.publicKey, 'pkcs1'), key: publicKey('RSA', 2048) },
    { name: 'a certificate and its key', content: CERTIFICATE + pem(rsa.privateKey, 'pkcs8'), key: privateKey('RSA', 2048) },
    {
      name: 'a public and a private key',
      content: pem(short.publicKey, 'spki') + pem(rsa.privateKey, 'pkcs8'),
      key: privateKey('RSA', 2048),
    },
    {
      name: 'a byte order mark and a comment',
      content: `\uFEFF# Schlüssel\r\n${pem(short.privateKey, 'pkcs8')}`,
      key: privateKey('RSA', 1024),
    },
    {
      name: 'an algorithm that is not known',
      content: '-----BEGIN NEW PRIVATE KEY-----\nAAAA\n-----END NEW PRIVATE KEY-----\n',
      key: privateKey('NEW', 0),
    },
    { name: 'a broken key', content: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', key: privateKey('unknown', 0) },
    { name: 'OpenSSH', content: openSshFile(blob, SECRET), key: privateKey('RSA', 2048) },
    { name: 'OpenSSH that is encrypted', content: openSshFile(blob, SECRET, 'aes256-ctr'), key: privateKey('RSA', 2048) },
    {
      name: 'OpenSSH without the public part',
      content: '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA==\n-----END OPENSSH PRIVATE KEY-----\n',
      key: privateKey('OpenSSH', 0),
    },
    { name: 'PuTTY', content: puttyFile(blob, SECRET), key: privateKey('RSA', 2048) },
    { name: 'older PuTTY', content: puttyFile(rsaBlob(short.publicKey), SECRET, 2), key: privateKey('RSA', 1024) },
    { name: 'PuTTY that is cut', content: puttyFile(blob, SECRET).slice(0, 100), key: privateKey('PuTTY', 0) },
    { name: 'a line of secure shell', content: line, key: publicKey('RSA', 2048) },
    { name: 'a line behind comments', content: `# keys\r\n\r\n${line}`, key: publicKey('RSA', 2048) },
    {
      name: 'the exchange form of secure shell',
      content: `---- BEGIN SSH2 PUBLIC KEY ----\nComment: "Büro: 1"\nx-a: b\n${blob.toString('base64').replaceAll(/.{70}/g, '$&\n')}\n---- END SSH2 PUBLIC KEY ----\n`,
      key: publicKey('RSA', 2048),
    },
  ])('reads $name', ({ content, key }) => {
    expect(describeKey(Buffer.from(content), '.pem')).toEqual(key)
  })

  it.each([
    { name: 'PKCS#8', content: der(rsa.privateKey, 'pkcs8'), extension: '.p8', key: privateKey('RSA', 2048) },
    { name: 'PKCS#1', content: der(short.privateKey, 'pkcs1'), extension: '.key', key: privateKey('RSA', 1024) },
    { name: 'SEC 1', content: der(curve.privateKey, 'sec1'), extension: '.der', key: privateKey('EC', 384) },
    { name: 'a public key', content: der(rsa.publicKey, 'spki'), extension: '.der', key: publicKey('RSA', 2048) },
    { name: 'PKCS#8 that is encrypted', content: der(rsa.privateKey, 'pkcs8', 'x'), extension: '.p8', key: privateKey('encrypted', 0) },
    { name: 'a container with a password', content: Buffer.from([0x30, 0x82, 1, 2]), extension: '.pfx', key: privateKey('PKCS#12', 0) },
    { name: 'the same under another name', content: der(rsa.privateKey, 'pkcs8'), extension: '.dat', key: null },
    { name: 'what is no key', content: Buffer.from([0x30, 0x03, 2, 1, 5]), extension: '.key', key: null },
    { name: 'a container that is none', content: Buffer.from('text'), extension: '.pfx', key: null },
  ])('reads $name in binary form', ({ content, extension, key }) => {
    expect(describeKey(content, extension)).toEqual(key)
  })

  it.each([
    { name: 'a certificate alone', content: CERTIFICATE },
    { name: 'a text', content: 'server=erp01\nkey=value\n' },
    { name: 'a list of known hosts', content: `erp01 ${line}` },
    { name: 'a key without its end', content: pem(rsa.privateKey, 'pkcs8').slice(0, 300) },
    { name: 'a line with a broken key', content: 'ssh-rsa AAAA x\n' },
    { name: 'nothing', content: '' },
  ])('takes $name for no key', ({ content }) => {
    expect(describeKey(Buffer.from(content), '.key')).toBeNull()
  })

  it('never throws, whatever the bytes, and says nothing of them but numbers and names', () => {
    const beginnings = ['', '-----BEGIN PRIVATE KEY-----\n', 'PuTTY-User-Key-File-3: ', 'ssh-rsa AAAAB3NzaC1yc2E', '\u0030\u0082']
    const content = fc.tuple(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', '-----END PRIVATE KEY-----'),
    )
    fc.assert(
      fc.property(content, fc.constantFrom('.key', '.pfx', '.pub'), ([start, bytes, end], extension) => {
        const key = describeKey(Buffer.concat([Buffer.from(start, 'latin1'), bytes, Buffer.from(end)]), extension)
        expect(Object.keys(key ?? {}).filter((name) => !['kind', 'algorithm', 'bits'].includes(name))).toEqual([])
      }),
    )
  })

  it('never throws on a key that is cut anywhere', () => {
    const files = [pem(rsa.privateKey, 'pkcs8'), openSshFile(blob, SECRET), puttyFile(blob, SECRET), line, der(rsa.privateKey, 'pkcs8')]
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(2000), (file, length) => {
        const key = describeKey(Buffer.from(file).subarray(0, length), '.key')
        expect(JSON.stringify(key)).not.toContain(SECRET)
      }),
    )
  })

  it.each([
    { name: 'ssh-dss', blob: namedBlob('ssh-dss', Buffer.alloc(128, 0xff)), key: publicKey('DSA', 1024) },
    { name: 'ecdsa-sha2-nistp521', blob: namedBlob('ecdsa-sha2-nistp521', Buffer.from('x')), key: publicKey('EC', 521) },
    { name: 'ssh-ed25519', blob: namedBlob('ssh-ed25519', Buffer.alloc(32)), key: publicKey('Ed25519', 256) },
    { name: 'sk-ssh-ed25519@openssh.com', blob: namedBlob('sk-ssh-ed25519@openssh.com'), key: publicKey('Ed25519', 256) },
    { name: 'ssh-new', blob: namedBlob('ssh-new'), key: publicKey('ssh-new', 0) },
    { name: 'ssh-rsa', blob: namedBlob('ssh-rsa', Buffer.from([1]), Buffer.from([0x01, 0xff])), key: publicKey('RSA', 9) },
  ])('reads the public line of $name', ({ name, blob: bytes, key }) => {
    expect(describeKey(Buffer.from(`${name} ${bytes.toString('base64')}`), '.pub')).toEqual(key)
  })
})
