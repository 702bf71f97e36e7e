import { generateKeyPairSync } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import type { MachineProxy } from '#electron/win32/proxy-settings.ts'
import type { Win32Result } from '#electron/win32/result.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { closedPort, type LocalServer, serveLocally } from '../support/local-server.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'

interface Outcome {
  readonly connector: ProbeReading<Facts['connector']>
  readonly proxy: Win32Result<MachineProxy>
}

const FOLDER = 'C:\\Acme Connector'
const UNINSTALL = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'

const short = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const curve = generateKeyPairSync('ed25519', {
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})

const FILES: Readonly<Record<string, string>> = {
  'Acme Connector/bin/agent.exe': 'MZ',
  'Acme Connector/keys/Übertragung_rsa': short.privateKey,
  'Acme Connector/keys/Übertragung_rsa.pub.pem': short.publicKey,
  'Acme Connector/keys/known_hosts': '127.0.0.1 ssh-ed25519 AAAA\n|1|hidden= ssh-ed25519 AAAA\n',
  'Acme Connector/readme.txt': 'nothing to see',
  'ProgramData/Acme Connector/message.key': curve.privateKey,
  'Other/agent.exe': 'MZ',
}

/** Who everybody is, and the account that everything under Wine belongs to. */
const EVERYONE = 'S-1-1-0'
const WINE_USER = 'S-1-5-21-0-0-0-1000'

describeWith('wine', 'connector', () => {
  let nothing: Outcome
  let found: Outcome
  let vendor: LocalServer
  let proxy: LocalServer
  let deadPort: number

  beforeAll(async () => {
    vendor = await serveLocally(() => null)
    deadPort = await closedPort()
    proxy = await serveLocally((request) => {
      const isKnown = request.startsWith(`CONNECT 127.0.0.1:${vendor.port} `)
      return isKnown ? 'HTTP/1.1 200 OK\r\n\r\n' : 'HTTP/1.1 403 Forbidden\r\n\r\n'
    })
    const bundle = {
      read: new URL('./programs/read-settings.ts', import.meta.url),
      seed: new URL('./programs/seed-services.ts', import.meta.url),
      guard: new URL('./programs/guard-files.ts', import.meta.url),
    }
    await withPrefix({ bundle }, async ({ folder, prefix, runWine }) => {
      const read = async (): Promise<Outcome> => {
        const syncTools = [
          { name: 'Acme Connector', kind: 'connector', service: 'AcmeConnector' },
          { name: 'Gone Connector', kind: 'connector' },
        ]
        const options = JSON.stringify({ ports: [vendor.port, deadPort], syncTools })
        expect(await runWine(['read.mjs', 'readings.json', options])).toMatchObject({ status: 0, stderr: '' })
        return JSON.parse(await readFile(join(folder, 'readings.json'), 'utf8'))
      }
      nothing = await read()
      for (const [path, content] of Object.entries(FILES)) {
        await mkdir(dirname(join(prefix.driveC, path)), { recursive: true })
        await writeFile(join(prefix.driveC, path), content, { mode: path.endsWith('.key') ? 0o644 : 0o600 })
      }
      const service = (name: string, imagePath: string) => ({ name, displayName: name, startType: 3, imagePath, account: null })
      const services = [service('AcmeConnector', `"${FOLDER}\\bin\\agent.exe" -service`), service('Other', 'C:\\Other\\agent.exe')]
      await writeFile(join(folder, 'services.json'), JSON.stringify(services))
      expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
      const program = `[${UNINSTALL}\\Netstock]\r\n"DisplayName"="NETSTOCK Connector 3"\r\n"InstallLocation"="\\\\\\\\server\\\\share\\\\netstock"\r\n`
      await writeFile(join(folder, 'program.reg'), Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n${program}`, 'utf16le'))
      expect(await prefix.run('reg.exe', ['import', 'program.reg'], folder)).toMatchObject({ status: 0, stderr: '' })
      const wanted = {
        files: {
          [`${FOLDER}\\keys\\Übertragung_rsa`]: 'D:(A;;FR;;;WD)(A;;FA;;;BA)',
          'C:\\ProgramData\\Acme Connector\\message.key': 'D:P(A;;FA;;;BA)',
        },
        proxy: { servers: `127.0.0.1:${proxy.port}`, bypass: 'localhost;*.acme.example' },
      }
      expect(await runWine(['guard.mjs', JSON.stringify(wanted)])).toMatchObject({ status: 0, stderr: '' })
      found = await read()
    })
  })

  afterAll(async () => {
    await vendor?.close()
    await proxy?.close()
  })

  const factsOf = ({ connector }: Outcome): Facts['connector'] => {
    if (connector.status !== 'ok') throw new Error(connector.reason)
    expect(factSchemas.connector.safeParse(connector.facts).error).toBeUndefined()
    return connector.facts
  }

  it('is nowhere, and that is known', () => {
    expect(nothing.connector).toEqual({ status: 'ok', facts: { installations: [] } })
    expect(nothing.proxy).toEqual({ ok: true, value: { servers: null, bypass: null } })
  })

  it('lies where its service runs from, and on another computer, which is not entered', () => {
    expect(factsOf(found).installations.map(({ product, location }) => [product, location])).toEqual([
      ['Acme Connector', FOLDER],
      ['NETSTOCK', '\\\\server\\share\\netstock'],
    ])
    expect(found.connector).toMatchObject({
      incomplete: true,
      notes: ['folder \\\\server\\share\\netstock was not searched for keys: it is on another computer'],
    })
  })

  it('has keys beside its programs and its data, each with its strength', () => {
    expect(factsOf(found).installations[0]?.keys.map(({ readableBy: _readers, ...key }) => key)).toEqual([
      { path: `${FOLDER}\\keys\\Übertragung_rsa`, kind: 'private', algorithm: 'RSA', bits: 1024 },
      { path: `${FOLDER}\\keys\\Übertragung_rsa.pub.pem`, kind: 'public', algorithm: 'RSA', bits: 1024 },
      { path: 'C:\\ProgramData\\Acme Connector\\message.key', kind: 'private', algorithm: 'Ed25519', bits: 256 },
    ])
    expect(JSON.stringify(found)).not.toContain('BEGIN')
  })

  it('has keys that those read whom the access list lets', () => {
    const readers = factsOf(found).installations[0]?.keys.map(({ readableBy }) => readableBy.map(({ sid }) => sid)) ?? []
    expect(readers[0]).toContain(EVERYONE)
    expect(readers[2]).not.toContain(EVERYONE)
    expect(readers[2]).toContain(WINE_USER)
  })

  it('reaches its servers directly and through the proxy of the machine', () => {
    expect(found.proxy).toMatchObject({ ok: true, value: { bypass: 'localhost;*.acme.example' } })
    const way = { host: '127.0.0.1' }
    expect(factsOf(found).installations[0]?.reachability).toEqual([
      { ...way, port: vendor.port, via: 'direct', ok: true, error: null },
      { ...way, port: vendor.port, via: 'proxy', ok: true, error: null },
      { ...way, port: deadPort, via: 'direct', ok: false, error: 'the connection was refused' },
      { ...way, port: deadPort, via: 'proxy', ok: false, error: 'proxy: it refused (403)' },
    ])
    expect(proxy.received).toContain(`CONNECT 127.0.0.1:${vendor.port} HTTP/1.1\r\nHost: 127.0.0.1:${vendor.port}\r\n\r\n`)
  })
})
