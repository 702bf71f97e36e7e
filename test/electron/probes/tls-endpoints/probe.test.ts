import { describe, expect, it } from 'vitest'

import { tlsEndpointsProbe } from '#electron/probes/tls-endpoints/probe.ts'
import { succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { rule as judgeHttps } from '#shared/checks/web-screens-https/rule.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'
import { closedPort, proxyServer, rawServer } from './servers.ts'

function read(profile: Profile, parts: Partial<Windows> = {}) {
  return tlsEndpointsProbe.read(contextOf(windowsOf(parts), { profile }))
}

describe('tls-endpoints', () => {
  it.each([
    { name: 'names no address', profile: emptyProfile },
    { name: 'names none on purpose', profile: { ...emptyProfile, endpoints: [] } },
    { name: 'has an empty line', profile: { ...emptyProfile, endpoints: ['', ' '] } },
  ])('asks nobody where the profile $name, which the check asks a person about', async ({ profile }) => {
    const reading = await read(profile)
    expect(reading).toEqual({ status: 'ok', facts: { endpoints: [] } })
    if (reading.status !== 'ok') throw new Error(reading.reason)
    const findings = judgeHttps({ facts: { 'tls-endpoints': reading.facts }, profile, nowMs: 0 } as Parameters<typeof judgeHttps>[0])
    expect(findings).toMatchObject([{ verdict: 'attention', message: { id: 'none-named' } }])
  })

  it('reads the addresses of the profile', async () => {
    await using server = await rawServer((socket) => {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    const url = `https://127.0.0.1:${server.port}/`
    const reading = await read({ ...emptyProfile, endpoints: [url, 'our crm'] })
    expect(reading).toMatchObject({
      status: 'ok',
      facts: {
        endpoints: [
          { url, reachable: true, error: 'it answers, but not with TLS', protocol: null },
          { url: 'our crm', reachable: false, error: 'not a valid address' },
        ],
      },
    })
  })

  it('takes the proxy of the machine for what it does not reach directly', async () => {
    await using proxy = await proxyServer((_request, socket) => {
      socket.end('HTTP/1.1 200 Connection established\r\n\r\n220 mail.example.com ESMTP\r\n')
    })
    const machineProxy = () => succeeded({ servers: `127.0.0.1:${proxy.port}`, bypass: null })
    const url = `https://127.0.0.1:${await closedPort()}/`
    const reading = await read({ ...emptyProfile, endpoints: [url] }, { proxySettings: { machineProxy } })
    expect(reading).toMatchObject({
      status: 'ok',
      facts: { endpoints: [{ url, reachable: true, error: 'it answers, but not with TLS' }] },
    })
  })

  it('says once that the proxy of the machine is not known', async () => {
    const [one, other] = [await closedPort(), await closedPort()]
    const reading = await read({ ...emptyProfile, endpoints: [`https://127.0.0.1:${one}/`, `https://127.0.0.1:${other}/`] })
    if (reading.status !== 'ok') throw new Error(reading.reason)
    expect(reading.facts.endpoints.map(({ error }) => error)).toEqual(Array(2).fill('the connection was refused'))
    expect(reading.notes?.filter((note) => note.startsWith('the proxy of this machine'))).toEqual([
      'the proxy of this machine is not known: WinHttpGetDefaultProxyConfiguration ended with error 120',
    ])
  })
})
