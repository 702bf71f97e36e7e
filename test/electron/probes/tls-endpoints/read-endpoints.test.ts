import { createSecureContext } from 'node:tls'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { describeWith } from '../../../support/needs.ts'
import { type CertificateMaker, createCertificateMaker, type Issued } from './certificates.ts'
import { clockOf, closedPort, rawServer, read, secureServer, webServer } from './servers.ts'

const PAST = { from: '20250601000000Z', to: '20260201000000Z' }

describeWith('openssl', 'read-endpoints', () => {
  let maker: CertificateMaker
  let root: Issued
  let intermediate: Issued
  let good: Issued

  const issue = (more: object) =>
    maker.issue({ subject: '/CN=localhost', names: 'DNS:localhost,IP:127.0.0.1', issuer: intermediate, ...more })
  const shown = (...chain: readonly Issued[]) => ({ key: chain[0]?.key, cert: chain.map(({ cert }) => cert).join('') })
  const trusting = () => ({ roots: () => rootsOf([root.cert]) })

  beforeAll(async () => {
    maker = await createCertificateMaker()
    root = await maker.issue({ subject: '/CN=Root', isAuthority: true })
    intermediate = await maker.issue({ subject: '/O=Example Trust/CN=Issuing CA', isAuthority: true, issuer: root })
    good = await issue({ key: 'rsa2048', from: '20260101000000Z', to: '20270101000000Z' })
  })

  afterAll(() => maker?.close())

  it('reads a server that is as it should be', async () => {
    await using server = await secureServer(shown(good, intermediate), (_request, response) => {
      response.setHeader('Strict-Transport-Security', 'max-age=31536000').end('page')
    })
    await using plain = await webServer((_request, response) => {
      response.writeHead(301, { Location: 'https://localhost/' }).end()
    })
    const url = `https://localhost:${server.port}/crm`
    const reading = await read([url], { ...trusting(), httpPort: plain.port })
    expect(reading).toMatchObject({ status: 'ok' })
    expect(reading.incomplete).toBeUndefined()
    expect(reading.notes).toBeUndefined()
    expect(reading.endpoints).toEqual([
      {
        url,
        reachable: true,
        error: null,
        protocol: 'TLSv1.3',
        acceptedLegacyProtocols: [],
        certificate: {
          subject: 'CN=localhost',
          issuer: 'CN=Issuing CA, O=Example Trust',
          validFrom: '2026-01-01T00:00:00.000Z',
          validTo: '2027-01-01T00:00:00.000Z',
          keyType: 'RSA',
          keyBits: 2048,
          trusted: true,
          hostnameMatches: true,
        },
        plainHttp: 'redirects',
        hsts: true,
      },
    ])
  })

  it.each<{ name: string; seed: object; sendsIntermediate?: boolean; expected: object }>([
    { name: 'of EC', seed: { key: 'ec256' }, expected: { keyType: 'EC', keyBits: 256, trusted: true } },
    { name: 'of Ed25519', seed: { key: 'ed25519' }, expected: { keyType: 'Ed25519', trusted: true } },
    { name: 'with a short key', seed: { key: 'rsa1024' }, expected: { keyType: 'RSA', keyBits: 1024, trusted: true } },
    { name: 'for another name', seed: { names: 'DNS:other.example.com' }, expected: { trusted: true, hostnameMatches: false } },
    { name: 'that has expired', seed: PAST, expected: { validTo: '2026-02-01T00:00:00.000Z', trusted: true, hostnameMatches: true } },
    { name: 'that signs itself', seed: { issuer: undefined }, expected: { issuer: 'CN=localhost', trusted: false, hostnameMatches: true } },
    { name: 'that signs itself and has expired', seed: { issuer: undefined, ...PAST }, expected: { trusted: false } },
    { name: 'without its intermediate', seed: {}, sendsIntermediate: false, expected: { trusted: false, hostnameMatches: true } },
  ])('sees a certificate $name', async ({ seed, sendsIntermediate = true, expected }) => {
    const leaf = await issue(seed)
    const options = { ...shown(leaf, ...(sendsIntermediate ? [intermediate] : [])), ciphers: 'DEFAULT:@SECLEVEL=0' }
    await using server = await secureServer(options)
    const { first } = await read([`https://localhost:${server.port}/`], trusting())
    expect(first).toMatchObject({ reachable: true, certificate: expected, plainHttp: 'closed', hsts: false })
  })

  it('tells of a certificate that names its host in the old way', async () => {
    const leaf = await issue({ names: undefined })
    await using server = await secureServer(shown(leaf, intermediate))
    const { first, incomplete, notes } = await read([`https://localhost:${server.port}/`], trusting())
    expect(first?.certificate).toMatchObject({ trusted: true, hostnameMatches: true })
    expect(notes).toEqual(['the certificate of localhost names it in its common name only, which browsers do not accept'])
    expect(incomplete).toBeUndefined()
  })

  it('asks an address without a name for it', async () => {
    await using server = await secureServer(shown(good, intermediate))
    const { first } = await read([`https://127.0.0.1:${server.port}/`], trusting())
    expect(first).toMatchObject({ reachable: true, certificate: { trusted: true, hostnameMatches: true } })
  })

  it('gets the certificate of the name that it asks for', async () => {
    const other = await issue({ subject: '/CN=default', names: 'DNS:default' })
    await using server = await secureServer({
      ...shown(other, intermediate),
      SNICallback: (name, callback) => {
        callback(null, name === 'localhost' ? createSecureContext(shown(good, intermediate)) : undefined)
      },
    })
    const { first } = await read([`https://localhost:${server.port}/`], trusting())
    expect(first?.certificate).toMatchObject({ subject: 'CN=localhost', hostnameMatches: true })
  })

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('sees a server that wants a certificate of its visitor, with %s', async (maxVersion) => {
    const options = { ...shown(good, intermediate), requestCert: true, rejectUnauthorized: true, maxVersion }
    await using server = await secureServer(options)
    const { first } = await read([`https://localhost:${server.port}/`], trusting())
    expect(first).toMatchObject({ reachable: true, error: null, protocol: maxVersion, certificate: { trusted: true }, hsts: null })
  })

  it('shakes hands once for all addresses of a host and asks plain HTTP for each', async () => {
    await using server = await secureServer(shown(good, intermediate))
    const asked: unknown[] = []
    await using plain = await webServer(({ url }, response) => {
      asked.push(url)
      response.writeHead(url === '/crm' ? 301 : 200, { Location: 'https://localhost/' }).end()
    })
    const base = `https://localhost:${server.port}`
    const { endpoints } = await read([`${base}/crm`, `${base}/erp`, ` ${base}/crm`, ''], { ...trusting(), httpPort: plain.port })
    expect(endpoints.map(({ url, plainHttp }) => [url, plainHttp])).toEqual([
      [`${base}/crm`, 'redirects'],
      [`${base}/erp`, 'serves'],
    ])
    expect(new Set(asked)).toEqual(new Set(['/crm', '/erp']))
    expect(asked).toHaveLength(2)
    expect(server.count()).toBe(4)
  })

  it('tells each address that cannot be asked, beside one that can', async () => {
    await using server = await secureServer(shown(good, intermediate))
    const { endpoints, incomplete } = await read(['http://localhost:8080/', `https://localhost:${server.port}/`, 'our crm'], trusting())
    const nothing = { protocol: null, acceptedLegacyProtocols: [], certificate: null, plainHttp: null, hsts: null }
    expect(endpoints[0]).toEqual({ url: 'http://localhost:8080/', reachable: false, error: 'not an https address', ...nothing })
    expect(endpoints[1]).toMatchObject({ reachable: true })
    expect(endpoints[2]).toEqual({ url: 'our crm', reachable: false, error: 'not a valid address', ...nothing })
    expect(incomplete).toBeUndefined()
  })

  it('says so where the roots of the machine are not known', async () => {
    await using server = await secureServer(shown(good, intermediate))
    const address = `https://localhost:${server.port}/`
    const partly = await read([address], { roots: () => rootsOf([], false) })
    expect(partly).toMatchObject({
      incomplete: true,
      notes: [expect.stringMatching(/^the roots that this server trusts could not be read/)],
    })
    expect(partly.first?.certificate?.trusted).toBe(false)
    expect((await read([address], { roots: () => rootsOf([root.cert], false) })).incomplete).toBeUndefined()
  })

  it('reads nothing of the machine where no certificate is seen', async () => {
    const port = await closedPort()
    const roots = () => {
      throw new Error('asked for roots')
    }
    const { first } = await read([`https://127.0.0.1:${port}/`], { roots })
    expect(first).toMatchObject({ reachable: false, error: 'the connection was refused', plainHttp: 'closed' })
  })

  it('still sees plain HTTP beside a closed port', async () => {
    await using plain = await webServer()
    const { first } = await read([`https://127.0.0.1:${await closedPort()}/`], { httpPort: plain.port })
    expect(first).toMatchObject({ reachable: false, plainHttp: 'serves', hsts: null })
  })

  it('says that a name does not exist, and does not ask for it again', async () => {
    const { first, notes } = await read(['https://no-such-host.invalid/'])
    expect(first).toMatchObject({ reachable: false, plainHttp: null })
    expect(first?.error).toMatch(/^(the name (was not found|server did not answer)|no answer within the time limit)$/)
    expect(notes).toEqual([`what plain HTTP of https://no-such-host.invalid/ does is not known: ${first?.error}`])
  })

  it('never takes a slow page for no handshake', async () => {
    await using server = await secureServer(shown(good, intermediate), () => undefined)
    const { first } = await read([`https://localhost:${server.port}/`], { ...trusting(), clock: clockOf({ httpMs: 200 }) })
    expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.3', hsts: null })
  })

  it('takes a page on the port for what it is', async () => {
    await using server = await rawServer((socket) => {
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')
    })
    const { first } = await read([`https://localhost:${server.port}/`])
    expect(first).toMatchObject({ reachable: true, error: 'it answers, but not with TLS', protocol: null, certificate: null })
  })
})
