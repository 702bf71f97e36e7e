import { describe, expect, it } from 'vitest'

import type { KeyFile, KeySearch } from '#electron/probes/connector/key-files.ts'
import { connectorProbe, createConnectorProbe } from '#electron/probes/connector/probe.ts'
import type { MachineProxy } from '#electron/win32/proxy-settings.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { emptyProfile, type SyncTool } from '#shared/formats/profile.ts'
import { serveLocally } from '../../../support/local-server.ts'
import {
  contextOf,
  number,
  registryOf,
  type StandInKey,
  type StandInRegistry,
  serviceManagerOf,
  text,
  windowsOf,
} from '../stand-in-windows.ts'

const UNINSTALL = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'
const SERVICES = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services'
const ENVIRONMENT = { SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', ProgramData: 'C:\\ProgramData' }
const TOOL: SyncTool = { name: 'Acme Connector', kind: 'connector', service: 'AcmeSvc' }

const KEY: KeyFile = { path: 'D:\\Acme\\a.key', kind: 'private', algorithm: 'RSA', bits: 2048 }

function service(name: string, imagePath: string | number, displayName = name) {
  const configuration = typeof imagePath === 'number' ? imagePath : ({ startMode: 'auto', imagePath, account: 'LocalSystem' } as const)
  return { listed: { name, displayName, state: 'running' } as const, configuration }
}

function program(name: string, location?: string): StandInKey {
  return { values: { DisplayName: text(name), ...(location === undefined ? {} : { InstallLocation: text(location) }) } }
}

interface Server {
  readonly services?: readonly ReturnType<typeof service>[]
  readonly programs?: Readonly<Record<string, StandInKey | number>>
  readonly registry?: StandInRegistry
  readonly parts?: Partial<Windows>
  readonly tools?: readonly SyncTool[]
  /** what is found, by folder */
  readonly folders?: Readonly<Record<string, Partial<KeySearch>>>
  readonly ports?: readonly number[]
}

async function read({ services = [], programs = {}, registry = {}, parts = {}, tools = [TOOL], folders = {}, ports = [] }: Server) {
  const searched: string[] = []
  const probe = createConnectorProbe({
    ports,
    findKeys: (folder, optional) => {
      searched.push(optional ? `${folder} (if there)` : folder)
      return Promise.resolve({ keys: [], hosts: [], ...folders[folder] })
    },
  })
  const windows = windowsOf({
    registry: registryOf({ [`64-bit ${UNINSTALL}`]: { subkeys: programs }, ...registry }),
    services: serviceManagerOf(services),
    fileSecurity: { readersOf: () => succeeded({ sids: [], unknownEntries: 0 }) },
    proxySettings: { machineProxy: () => succeeded({ servers: null, bypass: null }) },
    ...parts,
  })
  const reading = await probe.read(contextOf(windows, { environment: ENVIRONMENT, profile: { ...emptyProfile, syncTools: [...tools] } }))
  const installations = 'facts' in reading ? reading.facts.installations : []
  return { reading, searched, places: installations.map(({ product, location }) => [product, location]), installations }
}

describe('connector', () => {
  it('knows that there is none', async () => {
    const { reading } = await read({ services: [service('Other', 'C:\\Other\\a.exe')], programs: { A: program('Other', 'C:\\Other') } })
    expect(reading).toEqual({ status: 'ok', facts: { installations: [] } })
  })

  it('looks for connectors alone, not for other sync tools', async () => {
    const { reading } = await read({
      services: [service('AcmeSvc', 'D:\\Acme\\a.exe')],
      tools: [
        { name: 'Acme Connector', service: 'AcmeSvc' },
        { name: 'Other', kind: 'erp-driver', service: 'AcmeSvc' },
      ],
    })
    expect(reading).toEqual({ status: 'ok', facts: { installations: [] } })
  })

  it.each([
    {
      name: 'its service',
      server: { services: [service('acmesvc', '"D:\\Acme\\bin\\a.exe" -k')] },
      places: [['Acme Connector', 'D:\\Acme']],
    },
    {
      name: 'its entry among the programs',
      server: { programs: { A: program('Acme connector 4.2', '"D:\\Acme\\"') } },
      places: [['Acme Connector', 'D:\\Acme']],
    },
    {
      name: 'both, one within the other',
      server: { services: [service('AcmeSvc', 'd:\\acme\\app\\a.exe')], programs: { A: program('Acme Connector', 'D:\\Acme') } },
      places: [['Acme Connector', 'D:\\Acme']],
    },
    {
      name: 'both, apart',
      server: { services: [service('AcmeSvc', 'D:\\Two\\a.exe')], programs: { A: program('Acme Connector', 'D:\\Acme') } },
      places: [
        ['Acme Connector', 'D:\\Acme'],
        ['Acme Connector', 'D:\\Two'],
      ],
    },
    {
      name: 'a known product that nobody named',
      server: { services: [service('Sync', 'D:\\IA\\a.exe', 'Sage Inventory Advisor Connector')], tools: [] },
      places: [['Sage Inventory Advisor', 'D:\\IA']],
    },
    {
      name: 'a known product that was named: once, as it was named',
      server: {
        services: [service('Netstock', 'D:\\N\\a.exe')],
        tools: [{ name: 'Forecast', kind: 'connector', service: 'netstock' } as const],
      },
      places: [['Forecast', 'D:\\N']],
    },
    {
      name: 'a folder of many products beside its own',
      server: { services: [service('AcmeSvc', 'D:\\Acme\\a.exe')], programs: { A: program('Acme Connector', 'C:\\Program Files') } },
      places: [
        ['Acme Connector', 'C:\\Program Files'],
        ['Acme Connector', 'D:\\Acme'],
      ],
    },
  ])('finds it by $name', async ({ server, places }) => {
    expect((await read(server)).places).toEqual(places)
  })

  it('searches the folder and the one of its data', async () => {
    const { searched } = await read({ services: [service('AcmeSvc', '%ProgramFiles%\\Acme\\Connector\\a.exe')] })
    expect(searched).toEqual(['C:\\Program Files\\Acme\\Connector', 'C:\\ProgramData\\Acme\\Connector (if there)'])
  })

  it.each([
    {
      name: 'many products',
      path: 'C:\\Windows\\System32\\svchost.exe',
      note: 'folder C:\\Windows\\System32 was not searched for keys: other products lie there too',
    },
    {
      name: 'another computer',
      path: '\\\\server\\share\\a.exe',
      note: 'folder \\\\server\\share was not searched for keys: it is on another computer',
    },
    { name: 'nobody knows where', path: '%ACME%\\a.exe', note: 'folder %ACME% was not searched for keys: it is no whole path' },
  ])('does not search a folder of $name', async ({ path, note }) => {
    const { reading, searched } = await read({ services: [service('AcmeSvc', path)] })
    expect(reading).toMatchObject({ status: 'ok', incomplete: true, notes: [note], facts: { installations: [{ keys: [] }] } })
    expect(searched).toEqual([])
  })

  it('takes the folder from the registry where the service refuses', async () => {
    const key = { values: { Start: number(2), ImagePath: text('D:\\Acme\\a.exe'), ObjectName: text('LocalSystem') } }
    expect((await read({ services: [service('AcmeSvc', 5)], registry: { [`${SERVICES}\\AcmeSvc`]: key } })).places).toEqual([
      ['Acme Connector', 'D:\\Acme'],
    ])
    expect((await read({ services: [service('AcmeSvc', 5)] })).reading).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { installations: [] },
      notes: ['the folder of service AcmeSvc is not known: OpenServiceW for AcmeSvc ended with error 5'],
    })
  })

  it('says that a program does not tell its folder, unless its service does', async () => {
    const programs = { A: program('Acme Connector') }
    expect((await read({ programs })).reading).toMatchObject({
      incomplete: true,
      notes: ['Acme Connector is installed, but its folder is not known'],
    })
    expect((await read({ programs, services: [service('AcmeSvc', 'D:\\Acme\\a.exe')] })).reading).not.toHaveProperty('notes')
  })

  const closedServices: Partial<Windows> = { services: { connect: () => refused('OpenSCManagerW', 5) } }
  const closedPrograms: StandInRegistry = { [`64-bit ${UNINSTALL}`]: 5 }
  it.each([
    { name: 'services', server: { parts: closedServices, programs: { A: program('Acme Connector', 'D:\\Acme') } } },
    { name: 'programs', server: { registry: closedPrograms, services: [service('AcmeSvc', 'D:\\Acme\\a.exe')] } },
  ])('is incomplete without the $name', async ({ server }) => {
    const { reading } = await read(server)
    expect(reading).toMatchObject({
      status: 'ok',
      incomplete: true,
      facts: { installations: [{ location: 'D:\\Acme' }] },
      notes: { length: 1 },
    })
  })

  it('has no facts without services and programs', async () => {
    expect((await read({ parts: closedServices, registry: closedPrograms })).reading).toMatchObject({ status: 'denied' })
  })

  it('tells nothing of the programs but what could not be read', async () => {
    const hidden = { values: { DisplayName: text('Hidden'), SystemComponent: number(1) } }
    expect((await read({ programs: { A: hidden } })).reading).toEqual({ status: 'ok', facts: { installations: [] } })
    expect((await read({ programs: { A: 5 } })).reading).toMatchObject({ incomplete: true, notes: { length: 1 } })
  })

  it('names who may read each key, asking for each name once', async () => {
    const asked: string[] = []
    const nameOf = (sid: string): Win32Result<string | null> => {
      asked.push(sid)
      return sid === 'S-1-1-0' ? succeeded('Jeder') : refused('LookupAccountSidW', 1789)
    }
    const { reading } = await read({
      services: [service('AcmeSvc', 'D:\\Acme\\a.exe')],
      folders: {
        'D:\\Acme': { keys: [KEY] },
        'C:\\ProgramData\\Acme': { keys: [{ ...KEY, path: 'C:\\ProgramData\\Acme\\b.key', kind: 'public' }] },
      },
      parts: {
        accounts: { sidOf: () => succeeded(null), nameOf },
        fileSecurity: { readersOf: () => succeeded({ sids: ['S-1-1-0', 'S-1-5-21-8-8-8-1'], unknownEntries: 0 }) },
      },
    })
    const readableBy = [
      { sid: 'S-1-1-0', name: 'Jeder' },
      { sid: 'S-1-5-21-8-8-8-1', name: null },
    ]
    expect(reading).toEqual({
      status: 'ok',
      facts: {
        installations: [
          {
            product: 'Acme Connector',
            location: 'D:\\Acme',
            keys: [
              { ...KEY, readableBy },
              { ...KEY, path: 'C:\\ProgramData\\Acme\\b.key', kind: 'public', readableBy },
            ],
            reachability: [],
          },
        ],
      },
    })
    expect(asked).toEqual(['S-1-1-0', 'S-1-5-21-8-8-8-1'])
  })

  it.each([
    { name: 'refuses', readers: refused('GetNamedSecurityInfoW', 5), note: /^who may read D:\\Acme\\a\.key is not known: .*error 5/ },
    {
      name: 'has unknown entries',
      readers: succeeded({ sids: [], unknownEntries: 1 }),
      note: /^who may read D:\\Acme\\a\.key is not known whole/,
    },
  ])('keeps a key whose access list $name', async ({ readers, note }) => {
    const { reading } = await read({
      services: [service('AcmeSvc', 'D:\\Acme\\a.exe')],
      folders: { 'D:\\Acme': { keys: [KEY] } },
      parts: { fileSecurity: { readersOf: () => readers } },
    })
    expect(reading).toMatchObject({
      incomplete: true,
      notes: [expect.stringMatching(note)],
      facts: { installations: [{ keys: [{ ...KEY, readableBy: [] }] }] },
    })
  })

  it('remarks on a key whose size cannot be read', async () => {
    const { reading } = await read({
      services: [service('AcmeSvc', 'D:\\Acme\\a.exe')],
      folders: { 'D:\\Acme': { keys: [{ ...KEY, algorithm: 'encrypted', bits: 0 }] } },
    })
    expect(reading).toMatchObject({
      status: 'ok',
      notes: ['the size of the key D:\\Acme\\a.key cannot be read: it is encrypted or of an unknown kind'],
    })
    expect(reading).not.toHaveProperty('incomplete')
  })

  describe('reaching its servers', () => {
    async function withServer<Value>(use: (port: number) => Promise<Value>): Promise<Value> {
      const server = await serveLocally(() => 'HTTP/1.1 200 OK\r\n\r\n')
      try {
        return await use(server.port)
      } finally {
        await server.close()
      }
    }

    const at = (hosts: readonly string[], port: number, proxy: Win32Result<MachineProxy>) =>
      read({
        services: [service('AcmeSvc', 'D:\\Acme\\a.exe')],
        folders: { 'D:\\Acme': { hosts }, 'C:\\ProgramData\\Acme': { hosts } },
        ports: [port],
        parts: { proxySettings: { machineProxy: () => proxy } },
      })

    it('tries each known host once, directly and through the proxy', async () => {
      await withServer(async (port) => {
        const proxy = succeeded({ servers: `127.0.0.1:${port}`, bypass: null })
        const { installations } = await at(['127.0.0.1'], port, proxy)
        const way = { host: '127.0.0.1', port, ok: true, error: null }
        expect(installations[0]?.reachability).toEqual([
          { ...way, via: 'direct' },
          { ...way, via: 'proxy' },
        ])
      })
    })

    it('notes that the proxy is not known, and goes directly', async () => {
      await withServer(async (port) => {
        const { reading, installations } = await at(['127.0.0.1'], port, refused('WinHttpGetDefaultProxyConfiguration', 127))
        expect(installations[0]?.reachability.map(({ via }) => via)).toEqual(['direct'])
        expect(reading).toMatchObject({ incomplete: true, notes: [expect.stringMatching(/^the proxy of this machine is not known/)] })
      })
    })

    it.each([
      { count: 8, tried: 8, notes: undefined },
      { count: 9, tried: 8, notes: ['of the hosts of Acme Connector only 8 were tried'] },
    ])('tries $tried of $count hosts', async ({ count, tried, notes }) => {
      await withServer(async (port) => {
        const hosts = Array.from({ length: count }, (_, index) => `127.0.0.${index + 1}`)
        const { reading, installations } = await at(hosts, port, succeeded({ servers: null, bypass: null }))
        expect(installations[0]?.reachability).toHaveLength(tried)
        expect('notes' in reading ? reading.notes : undefined).toEqual(notes)
      })
    })
  })

  it('is read together with what waits for addresses', () => {
    expect(connectorProbe).toMatchObject({ id: 'connector', area: 'network' })
  })
})
