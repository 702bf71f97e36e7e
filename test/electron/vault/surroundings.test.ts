import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createLinuxSurroundings } from '#electron/vault/linux-surroundings.ts'
import { createMemoryStore } from '#electron/vault/secret-store.ts'
import { busSocket } from '#electron/vault/session-bus.ts'
import { createCheck, silentSurroundings } from '#electron/vault/surroundings.ts'
import { createWindowsSurroundings, type WindowsParts } from '#electron/vault/windows-surroundings.ts'
import type { RegistryKey, RegistryLocation } from '#electron/win32/registry.ts'
import type { RegistryValue } from '#electron/win32/registry-values.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'

const bytes = (count: number): Uint8Array => new Uint8Array(count)

describe('check', () => {
  it('says where nothing is installed, and first what its surroundings forbid', async () => {
    expect(await createCheck(null, silentSurroundings, bytes)()).toEqual({ kind: 'not-installed' })
    const forbidden = { ...silentSurroundings, before: () => ({ kind: 'policy' }) as const }
    expect(await createCheck(null, forbidden, bytes)()).toEqual({ kind: 'policy' })
    expect(await createCheck(createMemoryStore(), silentSurroundings, bytes)()).toBe(null)
  })

  it('writes nothing where its surroundings forbid it', async () => {
    const store = createMemoryStore()
    const written: string[] = []
    const noting = { ...store, write: async (service: string) => void written.push(service) }
    await createCheck(noting, { ...silentSurroundings, before: () => ({ kind: 'policy' }) as const }, bytes)()
    expect(written).toEqual([])
  })
})

describe('session bus', () => {
  it.each([
    { name: 'of a path', environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus' }, socket: '/run/user/1/bus' },
    { name: 'with an id', environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/d%20bus,guid=0f' }, socket: '/tmp/d bus' },
    { name: 'with the id first', environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:guid=0f,path=/tmp/d' }, socket: '/tmp/d' },
    { name: 'without a file', environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/d' }, socket: '\0/tmp/d' },
    { name: 'that is not written as it should be', environment: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/100%' }, socket: '/tmp/100%' },
    { name: 'in the usual folder', environment: { XDG_RUNTIME_DIR: '/run/user/1' }, socket: '/run/user/1/bus' },
    { name: 'over a network', environment: { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x' }, socket: null },
    { name: 'nowhere', environment: {}, socket: null },
  ])('is found by its address: $name', ({ environment, socket }) => {
    expect(busSocket(environment)).toBe(socket)
  })
})

describe.skipIf(process.platform === 'win32')('Linux', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bus-'))
  const socket = join(folder, 'bus')
  let server: Server

  beforeAll(async () => {
    chmodSync(folder, 0o700)
    server = createServer()
    await new Promise<void>((resolve) => server.listen(socket, resolve))
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  })

  const own = process.getuid?.() ?? 0
  const here = { XDG_RUNTIME_DIR: folder }

  it('refuses the session of another user and names both', () => {
    expect(createLinuxSurroundings(here, own).before()).toBe(null)
    const problem = { kind: 'other-account', session: `uid ${own}`, process: `uid ${own + 1}` }
    expect(createLinuxSurroundings(here, own + 1).before()).toEqual(problem)
  })

  it('asks nobody where it cannot be told whose session it is', () => {
    expect(createLinuxSurroundings({}, own).before()).toBe(null)
    expect(createLinuxSurroundings(here, null).before()).toBe(null)
    expect(createLinuxSurroundings({ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=x' }, own + 1).before()).toBe(null)
    expect(createLinuxSurroundings({ XDG_RUNTIME_DIR: join(folder, 'none') }, own + 1).before()).toBe(null)
  })

  it.each([
    { name: 'nothing answers on a bus that is there', environment: here, readFailed: true, said: 'No service', kind: 'absent' },
    { name: 'there is no bus', environment: {}, readFailed: true, said: 'No bus', kind: 'no-bus' },
    { name: 'nobody listens on the bus', environment: { XDG_RUNTIME_DIR: '/nowhere' }, readFailed: true, said: '', kind: 'no-bus' },
    { name: 'it reads, and has no keychain', environment: here, readFailed: false, said: '„/org/freedesktop/secrets/x“', kind: 'absent' },
    { name: 'it reads and does not write', environment: here, readFailed: false, said: 'gesperrt', kind: 'locked' },
  ])('tells $kind where $name', async ({ environment, readFailed, said, kind }) => {
    expect(await createLinuxSurroundings(environment, own).explain({ error: new Error(said), readFailed })).toEqual({ kind })
  })
})

const SIDS: Readonly<Record<string, string>> = { 'ERP01\\admin': 'S-1-5-21-1-500', 'ACME\\boss': 'S-1-5-21-9-1104' }

/** Windows as it is on a good day: the signed-in account runs the program, and no policy says anything. */
function windows(parts: Partial<WindowsParts> = {}, policy: Win32Result<RegistryValue | null> = succeeded(null)): WindowsParts {
  const asked: RegistryLocation[] = []
  return {
    accounts: {
      sidOf: (name) => succeeded(SIDS[name] ?? null),
      nameOf: (sid) => succeeded(Object.keys(SIDS).find((name) => SIDS[name] === sid) ?? null),
    },
    credentials: { genericPersistence: () => succeeded('enterprise') },
    registry: {
      key: (location, reader) => {
        asked.push(location)
        expect(location).toMatchObject({ root: 'HKEY_LOCAL_MACHINE', path: 'SYSTEM\\CurrentControlSet\\Control\\Lsa' })
        return succeeded(reader({ value: (name: string) => (name === 'DisableDomainCreds' ? policy : succeeded(null)) } as RegistryKey))
      },
    },
    sessions: { ownId: () => succeeded(2), user: (id) => succeeded(id === 2 ? 'ERP01\\admin' : null) },
    token: { userSid: () => succeeded('S-1-5-21-1-500') },
    ...parts,
  }
}

const number = (value: bigint) => succeeded({ kind: 'number', number: value } as const)
const denied = refused('Call', 5)

describe('Windows', () => {
  it.each<{ readonly name: string; readonly parts: WindowsParts; readonly problem: unknown }>([
    { name: 'all is well', parts: windows(), problem: null },
    {
      name: 'another account runs the program',
      parts: windows({ token: { userSid: () => succeeded('S-1-5-21-9-1104') } }),
      problem: { kind: 'other-account', session: 'ERP01\\admin', process: 'ACME\\boss' },
    },
    {
      name: 'an account without a name runs it',
      parts: windows({ token: { userSid: () => succeeded('S-1-5-18') } }),
      problem: { kind: 'other-account', session: 'ERP01\\admin', process: 'S-1-5-18' },
    },
    {
      name: 'nobody is signed in',
      parts: windows({ sessions: { ownId: () => succeeded(0), user: () => succeeded(null) } }),
      problem: null,
    },
    { name: 'the session cannot be asked', parts: windows({ sessions: { ownId: () => denied, user: () => denied } }), problem: null },
    { name: 'the account cannot be asked', parts: windows({ token: { userSid: () => denied } }), problem: null },
    { name: 'the name is not known', parts: windows({ accounts: { sidOf: () => succeeded(null), nameOf: () => denied } }), problem: null },
    { name: 'policy forbids it', parts: windows({}, number(1n)), problem: { kind: 'policy' } },
    { name: 'policy allows it', parts: windows({}, number(0n)), problem: null },
    { name: 'policy cannot be read', parts: windows({}, denied), problem: null },
    {
      name: 'the sign-in came over the network',
      parts: windows({ credentials: { genericPersistence: () => refused('CredGetSessionTypes', 1312) } }),
      problem: { kind: 'network-session' },
    },
    {
      name: 'the session keeps no credential',
      parts: windows({ credentials: { genericPersistence: () => succeeded('none') } }),
      problem: { kind: 'policy' },
    },
    { name: 'the session cannot say', parts: windows({ credentials: { genericPersistence: () => denied } }), problem: null },
  ])('says what it has to where $name', ({ parts, problem }) => {
    expect(createWindowsSurroundings(parts).before()).toEqual(problem)
  })

  it('adds nothing to what the keychain said', async () => {
    expect(await createWindowsSurroundings(windows()).explain({ error: new Error('nein'), readFailed: true })).toBe(null)
  })
})
