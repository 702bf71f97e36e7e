import { describe, expect, it } from 'vitest'

import { tlsEndpointsProbe } from '#electron/probes/tls-endpoints/probe.ts'
import { rule as judgeHttps } from '#shared/checks/web-screens-https/rule.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'
import { rawServer } from './servers.ts'

function read(profile: Profile) {
  return tlsEndpointsProbe.read(contextOf(windowsOf(), { profile }))
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
})
