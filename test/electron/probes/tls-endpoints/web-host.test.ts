import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { rootsOf } from '#electron/probes/tls-endpoints/roots.ts'
import { describeWith } from '../../../support/needs.ts'
import { type CertificateMaker, createCertificateMaker, type Issued } from './certificates.ts'
import { clockOf, closedPort, type LocalServer, proxyServer, rawServer, read, secureServer } from './servers.ts'

/** Not to be reached from here, by rule: what answers under it is the proxy. */
const FAR = 'crm.invalid'

describeWith('openssl', 'a proxy that is set on this server', () => {
  let maker: CertificateMaker
  let far: Issued
  let server: LocalServer

  beforeAll(async () => {
    maker = await createCertificateMaker()
    far = await maker.issue({ subject: `/CN=${FAR}`, names: `DNS:${FAR}` })
    server = await secureServer(far)
  })

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]()
    await maker?.close()
  })

  /** Leads every tunnel to the server; `asked` gets what it was asked for. */
  async function tunnelProxy(asked: (path: string | undefined, authorization: string | undefined) => void): Promise<LocalServer> {
    return await proxyServer(({ url, headers }, socket) => {
      asked(url, headers['proxy-authorization'])
      const tunnel = connect(server.port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
        tunnel.pipe(socket).pipe(tunnel)
      })
      tunnel.on('error', () => socket.destroy())
      socket.on('error', () => tunnel.destroy())
    })
  }

  it('is taken where the host is not reached directly, and a note tells', async () => {
    const asked: unknown[] = []
    await using proxy = await tunnelProxy((path, authorization) => asked.push([path, authorization]))
    const environment = { HTTPS_PROXY: `http://anna:hunter2@127.0.0.1:${proxy.port}` }
    const reading = await read([`https://${FAR}:8443/`], { environment, roots: () => rootsOf([far.cert]) })
    expect(reading.first).toMatchObject({ reachable: true, protocol: 'TLSv1.3', certificate: { trusted: true, hostnameMatches: true } })
    expect(reading.first).toMatchObject({ acceptedLegacyProtocols: [], plainHttp: null })
    expect(reading.notes?.[0]).toMatch(
      /^crm\.invalid:8443 was reached through the proxy that is set on this server, not directly: (the name |no answer)/,
    )
    expect(asked).toEqual(Array.from({ length: 4 }, () => [`${FAR}:8443`, `Basic ${Buffer.from('anna:hunter2').toString('base64')}`]))
    expect(JSON.stringify(reading)).not.toMatch(/hunter2|anna|127\.0\.0\.1/)
  })

  it('is that of the machine where no variable names one', async () => {
    const asked: unknown[] = []
    await using proxy = await tunnelProxy((path, authorization) => asked.push([path, authorization]))
    const machineProxy = () => ({ servers: `http=unused:1;https=127.0.0.1:${proxy.port}`, bypass: '<local>;*.example' })
    const { first, notes } = await read([`https://${FAR}:8443/`], { machineProxy, roots: () => rootsOf([far.cert]) })
    expect(first).toMatchObject({ reachable: true, protocol: 'TLSv1.3', certificate: { trusted: true, hostnameMatches: true } })
    expect(notes?.[0]).toMatch(/^crm\.invalid:8443 was reached through the proxy that is set on this server, not directly: /)
    expect(asked).toEqual(Array.from({ length: 4 }, () => [`${FAR}:8443`, undefined]))
  })

  it('is not taken for a host that the machine reaches without it', async () => {
    await using proxy = await rawServer(() => undefined)
    const machineProxy = () => ({ servers: `127.0.0.1:${proxy.port}`, bypass: '*.invalid' })
    const { first, notes } = await read([`https://${FAR}/`], { machineProxy })
    expect(first).toMatchObject({ reachable: false, error: expect.stringMatching(/^(the name |no answer)/) })
    expect(notes?.filter((note) => note.includes('proxy')) ?? []).toEqual([])
    expect(proxy.count()).toBe(0)
  })

  it('is not asked where the host is reached directly', async () => {
    await using proxy = await rawServer(() => undefined)
    const { first, notes } = await read([`https://127.0.0.1:${server.port}/`], {
      environment: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` },
      machineProxy: () => {
        throw new Error('nobody has to know the proxy of the machine')
      },
    })
    expect(first).toMatchObject({ reachable: true })
    expect(notes).toBeUndefined()
    expect(proxy.count()).toBe(0)
  })

  it.each<{ name: string; speak: string | null; error: string }>([
    {
      name: 'refuses',
      speak: 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 7\r\n\r\nfor anna',
      error: 'it asks for a sign-in',
    },
    { name: 'answers with a page', speak: 'HTTP/1.1 404 Not Found\r\n\r\n', error: 'it refused (404)' },
    { name: 'speaks something else', speak: 'SSH-2.0-OpenSSH\r\n', error: 'it did not answer as a proxy does' },
    { name: 'says nothing', speak: null, error: 'no answer within the time limit' },
  ])('that $name leaves the host unreachable', async ({ speak, error }) => {
    await using proxy = await rawServer((socket) => {
      if (speak !== null) socket.once('data', () => socket.write(speak))
    })
    const environment = { https_proxy: `127.0.0.1:${proxy.port}` }
    const { first, notes } = await read([`https://${FAR}/`], { environment, clock: clockOf({ connectMs: 500 }) })
    expect(first).toMatchObject({ reachable: false, protocol: null, certificate: null })
    expect(first?.error).toMatch(/^(the name |no answer)/)
    expect(notes?.[0]).toBe(`${FAR}:443 was not reached through the proxy that is set on this server either: ${error}`)
  })

  it('passes on what the host says first', async () => {
    await using proxy = await proxyServer((_request, socket) => {
      socket.end('HTTP/1.1 200 Connection established\r\n\r\n220 mail.example.com ESMTP\r\n')
    })
    const { first } = await read([`https://${FAR}/`], { environment: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` } })
    expect(first).toMatchObject({ reachable: true, error: 'it answers, but not with TLS' })
  })

  it('that is not there leaves the host unreachable', async () => {
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` }
    const { notes } = await read([`https://${FAR}/`], { environment })
    expect(notes?.[0]).toMatch(/either: the connection was refused$/)
  })
})
