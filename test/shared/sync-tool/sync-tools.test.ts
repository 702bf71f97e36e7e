import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { createSyncTools, type SyncToolFacts } from '#shared/sync-tool/create-sync-tools.ts'
import { listDesignatedLogins } from '#shared/sync-tool/designated-logins.ts'
import type { InstalledTool, SyncTools } from '#shared/sync-tool/installed-tool.ts'
import { folderOf, isNamedProgram, liesUnder } from '#shared/sync-tool/patterns.ts'
import { localUser, program, service, testHost } from '../../support/builders.ts'

const users = [localUser('svc_erp'), localUser('svc_two')]

function directoryFor(facts: SyncToolFacts) {
  return createAccountDirectory({ host: testHost, 'local-users': { users }, services: facts.services })
}

function toolsOf(facts: SyncToolFacts, syncTools: Profile['syncTools'] = []): SyncTools {
  return createSyncTools(facts, { ...emptyProfile, syncTools }, directoryFor(facts))
}

const names = (tool: InstalledTool | undefined) => tool?.services.map((each) => each.name)

describe('sync tools', () => {
  it('finds the ERP Driver by prefix and by display name, without case', () => {
    const services = [
      service('wspSync', '.\\svc_erp'),
      service('abc', '.\\svc_erp', { displayName: 'Vendor erp driver agent' }),
      service('Spooler', 'LocalSystem'),
    ]
    const found = toolsOf({ services: { services } })
    expect(found.tools.map(names)).toEqual([['wspSync', 'abc']])
    expect(found.tools[0]).toMatchObject({ label: 'ERP Driver', kind: 'erp-driver', named: [] })
    expect(found.anythingInstalled).toBe(true)
  })

  it('has no tool where nothing is named and nothing is found', () => {
    expect(toolsOf({ services: { services: [service('Spooler', 'LocalSystem')] } })).toMatchObject({ tools: [], anythingInstalled: false })
  })

  it('makes a tool of a program that nobody named', () => {
    expect(toolsOf({ programs: { programs: [program('Website Pipeline Connector')] } }).tools).toMatchObject([
      { kind: 'erp-driver', services: [] },
    ])
  })

  it('adds the named service and those that look alike to the one entry', () => {
    const services = [service('WSPSync', '.\\svc_erp'), service('Custom', '.\\svc_two', { displayName: 'My Sync' })]
    const { tools } = toolsOf({ services: { services } }, [{ name: 'Driver', service: 'my sync' }])
    expect(tools.map(names)).toEqual([['Custom', 'WSPSync']])
  })

  it('keeps two named tools apart and gives an unnamed service to the one with its account', () => {
    const services = [service('WSPA', '.\\svc_erp'), service('WSPB', '.\\svc_two'), service('WSPC', '.\\svc_two')]
    const { tools, toolOfService } = toolsOf({ services: { services } }, [
      { name: 'A', service: 'WSPA' },
      { name: 'B', service: 'WSPB' },
    ])
    expect(tools.map(names)).toEqual([['WSPA'], ['WSPB', 'WSPC']])
    expect(services.map((each) => toolOfService(each)?.label)).toEqual(['A', 'B', 'B'])
  })

  it('pools entries that name no service', () => {
    const services = [service('WSPA', '.\\svc_erp'), service('WSPB', '.\\svc_two')]
    const { tools } = toolsOf({ services: { services } }, [
      { name: 'A', windowsAccount: 'svc_erp' },
      { name: 'B', windowsAccount: '.\\svc_two' },
    ])
    expect(tools).toHaveLength(1)
    expect(tools[0]).toMatchObject({ label: 'A, B', accountsDiffer: false })
  })

  it('says where the profile names another account than the services have', () => {
    const services = [service('WSPA', '.\\svc_erp')]
    const differ = (windowsAccount: string) => toolsOf({ services: { services } }, [{ name: 'A', windowsAccount }]).tools[0]
    expect(differ('ERP01\\SVC_ERP')).toMatchObject({ accountsDiffer: false })
    expect(differ('svc_two')).toMatchObject({ accountsDiffer: true })
    expect(differ('svc_two')?.accounts.map((each) => each.key)).toEqual(['local:svc_erp', 'local:svc_two'])
    expect(toolsOf({}, [{ name: 'A', windowsAccount: 'svc_two' }]).tools[0]).toMatchObject({ accountsDiffer: false })
    const two = [service('WSPA', '.\\svc_erp'), service('WSPB', '.\\svc_two')]
    expect(toolsOf({ services: { services: two } }, [{ name: 'A', windowsAccount: 'svc_erp' }]).tools[0]).toMatchObject({
      accountsDiffer: true,
    })
  })

  it('asks a connector only for the account that it names', () => {
    const services = [service('Advisor', 'LocalSystem'), service('WSPA', '.\\svc_erp')]
    const connector = { name: 'Inventory Connector', kind: 'connector' as const, service: 'Advisor' }
    expect(toolsOf({ services: { services } }, [connector]).tools.map((tool) => [tool.kind, tool.accounts.length])).toEqual([
      ['connector', 0],
      ['erp-driver', 1],
    ])
    expect(toolsOf({ services: { services } }, [{ ...connector, windowsAccount: 'svc_two' }]).tools[0]?.accounts).toHaveLength(2)
  })

  it('finds a connector by its name and by the folder that the probe saw', () => {
    const services = [service('x', 'LocalSystem', { executable: 'C:\\Connector\\bin\\agent.exe' }), service('Inventory', 'LocalSystem')]
    const connector = { installations: [{ product: 'Advisor', location: 'C:\\Connector\\', keys: [], reachability: [] }] }
    const found = toolsOf({ services: { services }, connector }, [{ name: 'inventory', kind: 'connector' }])
    expect(names(found.tools[0])).toEqual(['x', 'Inventory'])
    expect(found.tools[0]?.folders).toContain('c:\\connector')
    expect(toolsOf({ connector }, [{ name: 'Advisor', kind: 'connector' }]).anythingInstalled).toBe(true)
  })

  it('takes the connector of its own name where the probe found several', () => {
    const at = (product: string, location: string) => ({ product, location, keys: [], reachability: [] })
    const connector = { installations: [at('Advisor', 'C:\\Advisor'), at('Other', 'C:\\Other')] }
    const services = [
      service('a', 'LocalSystem', { executable: 'C:\\Advisor\\a.exe' }),
      service('o', 'LocalSystem', { executable: 'C:\\Other\\o.exe' }),
    ]
    const found = (name: string) => names(toolsOf({ services: { services }, connector }, [{ name, kind: 'connector' }]).tools[0])
    expect([found(' ADVISOR '), found('Unlike')]).toEqual([['a'], ['a', 'o']])
  })

  it('takes programs by the name of any entry and their folders', () => {
    const programs = [
      program('Sync Bridge 2.1', { location: 'C:\\Bridge\\' }),
      program('ERP Driver', { location: null }),
      program('Other', { location: 'C:\\Other' }),
    ]
    const { tools, anythingInstalled } = toolsOf({ programs: { programs } }, [{ name: 'First' }, { name: 'Sync Bridge' }])
    expect(tools[0]?.programs.map((each) => each.name)).toEqual(['Sync Bridge 2.1', 'ERP Driver'])
    expect([tools[0]?.folders, anythingInstalled]).toEqual([['c:\\bridge'], true])
    expect(toolsOf({ programs: { programs: [program('Other')] } }, [{ name: 'First' }]).anythingInstalled).toBe(false)
  })

  it('takes a blank service name for none', () => {
    expect(toolsOf({ services: { services: [service('WSPA', '.\\svc_erp')] } }, [{ name: 'A', service: '  ' }]).tools.map(names)).toEqual([
      ['WSPA'],
    ])
  })

  it('knows its own accounts, asked for or not', () => {
    const services = [service('WSPA', '.\\svc_erp'), service('Advisor', '.\\svc_two')]
    const facts = { services: { services } }
    const accounts = directoryFor(facts)
    const { isSyncToolAccount } = toolsOf(facts, [{ name: 'c', kind: 'connector', service: 'Advisor' }])
    expect(['svc_erp', 'svc_two', 'nobody'].map((name) => isSyncToolAccount(accounts.resolve(name)))).toEqual([true, true, false])
  })
})

describe('names and folders', () => {
  it.each([
    ['ERP Driver', 'erp driver', true],
    ['Inventory Advisor 4.2', 'Inventory Advisor', true],
    ['Inventory Advisor (64-bit)', 'Inventory Advisor', true],
    ['Inventory Advisor v4.2.1', 'inventory advisor 3', true],
    ['Inventory Advisor Tools', 'Inventory Advisor', false],
    ['Anything', '', false],
  ])('takes the program %s for the tool %s: %s', (name, wanted, expected) => {
    expect(isNamedProgram(program(name), wanted)).toBe(expected)
  })

  it.each([
    ['"C:\\Program Files\\WSP\\Driver\\wsp.exe"', false, 'c:\\program files\\wsp\\driver'],
    ['C:/WSP/', true, 'c:\\wsp'],
    ['C:\\Windows\\System32\\svchost.exe', false, null],
    ['C:\\Program Files (x86)', true, null],
    ['C:\\tool.exe', false, null],
    ['', true, null],
    [' C:\\WSP\\\\ ', true, 'c:\\wsp'],
    ['wsp.exe', false, null],
  ])('finds the folder of %s', (path, isFolder, expected) => {
    expect(folderOf(path, isFolder)).toBe(expected)
  })

  it('sees what lies under a folder, quoted or not, and no sibling', () => {
    expect(liesUnder('"C:\\WSP\\Driver\\run.exe" /quiet', 'c:\\wsp\\driver')).toBe(true)
    expect(liesUnder(' "C:\\WSP\\Driver\\run.exe"', 'c:\\wsp\\driver')).toBe(true)
    expect(liesUnder('c:/wsp/driver/run.exe', 'c:\\wsp\\driver')).toBe(true)
    expect(liesUnder('C:\\WSP\\DriverTwo\\run.exe', 'c:\\wsp\\driver')).toBe(false)
  })
})

describe('designated logins', () => {
  const services = [service('WSPA', '.\\svc_erp')]
  const record = {
    login: 'ERP01\\svc_erp',
    kind: 'windows',
    grade: 'best',
    unique: true,
    changedAt: '2026-01-02T00:00:00Z',
    storedIn: 'keychain',
  } as const

  function loginsOf(
    profile: Partial<Profile>,
    credentials: Parameters<typeof listDesignatedLogins>[0]['credentials'] = [],
    sqlServer?: unknown,
  ) {
    const accounts = directoryFor({ services: { services } })
    const whole = { ...emptyProfile, ...profile }
    const syncTools = createSyncTools({ services: { services } }, whole, accounts)
    return listDesignatedLogins({ profile: whole, credentials, accounts, syncTools, sqlServer: sqlServer as never })
  }

  it('lists each login once, of all kinds', () => {
    const syncTools = [
      { name: 'A', windowsAccount: 'svc_erp', erpUser: 'SYNC', sqlLogin: 'sync_sql' },
      { name: 'B', erpUser: ' sync ', sqlLogin: 'SYNC_SQL' },
    ]
    expect(loginsOf({ syncTools }).map((login) => [login.kind, login.login])).toEqual([
      ['windows', '.\\svc_erp'],
      ['erp', 'SYNC'],
      ['sql-server', 'sync_sql'],
    ])
  })

  it('has no SQL login without a database server and no ERP user of a connector', () => {
    const syncTools = [{ name: 'c', kind: 'connector' as const, erpUser: 'X', sqlLogin: 'y' }]
    expect(loginsOf({ syncTools, erp: { product: 'sage-100', database: 'none' } }).map((login) => login.kind)).toEqual(['windows'])
  })

  it('takes the newest record of the same account, however spelled', () => {
    const older = { ...record, login: 'svc_erp', grade: 'weak', changedAt: '2025-01-02T00:00:00Z' } as const
    expect(loginsOf({}, [record, older])[0]?.record).toEqual(record)
    expect(loginsOf({}, [older, record])[0]?.record).toEqual(record)
    expect(loginsOf({}, [{ ...record, kind: 'erp' }])[0]?.record).toBeUndefined()
  })

  it('leaves Windows-authenticated SQL logins to Windows', () => {
    const seen = (kind: string) => ({ instances: [{ logins: [{ name: 'Sync', kind }] }] })
    const own = (sqlLogin: string, facts?: unknown) => loginsOf({ syncTools: [{ name: 'A', sqlLogin }] }, [], facts).at(-1)?.hasOwnPassword
    expect(own('sync', seen('sql'))).toBe(true)
    expect(own('sync', seen('windows-user'))).toBe(false)
    expect(own('CORP\\sync')).toBe(false)
    expect(own('sync')).toBe(true)
  })

  it('marks a local account that does not exist', () => {
    expect(loginsOf({ syncTools: [{ name: 'A', windowsAccount: 'ghost' }] }).map((login) => login.missing)).toEqual([false, true])
  })
})
