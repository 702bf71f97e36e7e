import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { type CertificateMaker, createCertificateMaker, type Issued } from '../electron/probes/tls-endpoints/certificates.ts'
import { opensslServer, type RunningProgram } from '../electron/probes/tls-endpoints/programs.ts'
import { closedPort, type LocalServer, rawServer, secureServer, webServer } from '../electron/probes/tls-endpoints/servers.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'

type Reading = ProbeReading<Facts['tls-endpoints']>

describeWith('wine', 'tls-endpoints', () => {
  describeWith('openssl', 'on this Windows', () => {
    let maker: CertificateMaker
    let good: LocalServer
    let old: RunningProgram
    let noTls: LocalServer
    let plain: LocalServer
    let closed: number
    let outcome: { readonly ofMachine: Reading; readonly withRoot: Reading }

    beforeAll(async () => {
      maker = await createCertificateMaker()
      const root = await maker.issue({ subject: '/CN=Root', isAuthority: true, key: 'rsa2048' })
      const leaf: Issued = await maker.issue({ subject: '/CN=crm', names: 'IP:127.0.0.1', issuer: root, key: 'rsa2048' })
      good = await secureServer(leaf, (_request, response) => response.setHeader('Strict-Transport-Security', 'max-age=600').end())
      old = await opensslServer(leaf, ['-tls1', '-cipher', 'ALL:@SECLEVEL=0'])
      noTls = await rawServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      plain = await webServer((_request, response) => response.writeHead(301, { Location: 'https://127.0.0.1/' }).end())
      closed = await closedPort()
      const addresses = [good.port, old.port, noTls.port, closed].map((port) => `https://127.0.0.1:${port}/`)
      const program = { read: new URL('./programs/read-tls-endpoints.ts', import.meta.url) }
      outcome = await withPrefix({ bundle: program }, async ({ folder, runWine }) => {
        await writeFile(join(folder, 'wanted.json'), JSON.stringify({ addresses, root: root.cert, httpPort: plain.port }))
        expect(await runWine(['read.mjs', 'readings.json', 'wanted.json'])).toMatchObject({ status: 0, stderr: '' })
        return JSON.parse(await readFile(join(folder, 'readings.json'), 'utf8'))
      })
    })

    afterAll(async () => {
      for (const server of [good, old, noTls, plain]) await server?.[Symbol.asyncDispose]()
      await maker?.close()
    })

    function endpointsOf(reading: Reading): Facts['tls-endpoints']['endpoints'] {
      if (reading.status !== 'ok') throw new Error(reading.reason)
      expect(factSchemas['tls-endpoints'].safeParse(reading.facts).error).toBeUndefined()
      return reading.facts.endpoints
    }

    it('are read by the probe, with the roots that this machine has', () => {
      const endpoints = endpointsOf(outcome.ofMachine)
      expect(outcome.ofMachine).not.toHaveProperty('incomplete')
      expect(endpoints.map(({ reachable, protocol, acceptedLegacyProtocols }) => [reachable, protocol, acceptedLegacyProtocols])).toEqual([
        [true, 'TLSv1.3', []],
        [true, 'TLSv1', ['TLSv1']],
        [true, null, []],
        [false, null, []],
      ])
      expect(endpoints[0]).toMatchObject({
        certificate: { keyType: 'RSA', keyBits: 2048, trusted: false, hostnameMatches: true },
        hsts: true,
      })
      expect(endpoints[1]).toMatchObject({ certificate: { subject: 'CN=crm', trusted: false, hostnameMatches: true }, hsts: null })
      expect(endpoints.slice(2).map(({ error }) => error)).toEqual(['it answers, but not with TLS', 'the connection was refused'])
    })

    it('are trusted by a root of the machine, and plain HTTP is seen', () => {
      const endpoints = endpointsOf(outcome.withRoot)
      expect(endpoints.slice(0, 2)).toMatchObject([{ certificate: { trusted: true } }, { certificate: { trusted: true } }])
      expect(endpoints.map(({ plainHttp }) => plainHttp)).toEqual(['redirects', 'redirects', 'redirects', 'redirects'])
    })
  })
})
