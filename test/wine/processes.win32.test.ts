import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

type ProcessProbe = 'processes' | 'listeners' | 'remote-access-files'
type Listener = Facts['listeners']['listeners'][number]

interface Outcome {
  readonly readings: { readonly [Id in ProcessProbe]: ProbeReading<Facts[Id]> }
  /** Of the sockets that the reading program had open itself. */
  readonly ports: Readonly<Record<'tcp4' | 'tcp6' | 'udp4' | 'udp6', number>>
  readonly ownPath: string
  /** Handles and buffers of the made library that were not given back. */
  readonly outstanding?: number
}

/** The account that Wine runs everything under. */
const WINE_USER_SID = 'S-1-5-21-0-0-0-1000'

const CHILD = 'C:\\Program Files\\Beispiel Süd\\Abgleich №1.exe'

const JOE = 'S-1-5-21-7-7-7-1001'
const ANN = 'S-1-5-21-7-7-7-1002'
const FAR = 'S-1-5-21-7-7-7-1003'
const PROFILE_LIST = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const SHELL_FOLDERS = 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders'

const REGISTRY = [
  { key: `${PROFILE_LIST}\\${JOE}`, name: 'ProfileImagePath', value: '%SystemDrive%\\Users\\joe' },
  { key: `${PROFILE_LIST}\\${ANN}`, name: 'ProfileImagePath', value: 'C:\\Profile\\änne' },
  { key: `${PROFILE_LIST}\\${FAR}`, name: 'ProfileImagePath', value: '\\\\files.test\\profiles\\far' },
  { key: `HKU\\${ANN}\\${SHELL_FOLDERS}`, name: 'AppData', value: '%USERPROFILE%\\Verschoben' },
]

const TOOL_FOLDERS = [
  'Program Files/TeamViewer',
  'Program Files (x86)/ScreenConnect Client (0123456789abcdef)',
  'ProgramData/AnyDesk',
  'windows/system32/rserver30',
  'windows/temp/TeamViewer',
  'users/joe/AppData/Local/GoTo Resolve Applet',
  'users/joe/AppData/Local/Temp/TeamViewer',
  'Profile/änne/Verschoben/AnyDesk',
  'Profile/änne/AppData/Local/ngrok',
  'users/former/AppData/Roaming/HopToDesk',
  'windows/system32/config/systemprofile/AppData/Roaming/AnyDesk',
]

/** By the order of the catalogue and of paths; in lower case, because Wine spells its own folders in several ways. */
const FOUND = [
  'goto-resolve-applet c:\\users\\joe\\appdata\\local\\goto resolve applet',
  'anydesk c:\\profile\\änne\\verschoben\\anydesk',
  'anydesk c:\\programdata\\anydesk',
  'anydesk c:\\windows\\system32\\config\\systemprofile\\appdata\\roaming\\anydesk',
  'hoptodesk c:\\users\\former\\appdata\\roaming\\hoptodesk',
  'radmin c:\\windows\\system32\\rserver30',
  'screenconnect-client c:\\program files (x86)\\screenconnect client (0123456789abcdef)',
  'teamviewer c:\\program files\\teamviewer',
  'teamviewer c:\\users\\joe\\appdata\\local\\temp\\teamviewer',
  'teamviewer c:\\windows\\temp\\teamviewer',
  'ngrok c:\\profile\\änne\\appdata\\local\\ngrok',
]

describeWith('wine', 'processes', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let outcome: Outcome

  async function read(options: { readonly before?: string; readonly hidden?: string } = {}): Promise<Outcome> {
    expect(await workspace.runWine(['read.mjs', 'readings.json', CHILD, JSON.stringify(options)])).toMatchObject({ status: 0, stderr: '' })
    const read: Outcome = JSON.parse(await readFile(join(workspace.folder, 'readings.json'), 'utf8'))
    for (const [id, reading] of Object.entries(read.readings)) {
      if (reading.status === 'ok') expect(factSchemas[id as ProcessProbe].safeParse(reading.facts).error).toBeUndefined()
    }
    return read
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({ bundle: { read: new URL('./programs/read-processes.ts', import.meta.url) } })
    const { driveC } = workspace.prefix
    await mkdir(join(driveC, 'Program Files', 'Beispiel Süd'), { recursive: true })
    // A copy: Wine calls a linked file by the name that it knew first.
    await copyFile(join(workspace.folder, 'node.exe'), join(driveC, 'Program Files', 'Beispiel Süd', 'Abgleich №1.exe'))
    for (const folder of TOOL_FOLDERS) await mkdir(join(driveC, folder), { recursive: true })
    for (const { key, name, value } of REGISTRY) {
      const added = await workspace.prefix.run('reg.exe', ['add', key, '/v', name, '/t', 'REG_EXPAND_SZ', '/d', value, '/f'])
      expect(added).toMatchObject({ status: 0 })
    }
    outcome = await read()
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('are read with path and owner, the one just started among them', () => {
    const { readings, ownPath } = outcome
    if (readings.processes.status !== 'ok') throw new Error(readings.processes.reason)
    const { processes } = readings.processes.facts
    const owner = { account: expect.stringMatching(/^[^\\]+\\[^\\]+$/), accountSid: WINE_USER_SID }
    expect(processes).toContainEqual({ name: 'Abgleich №1.exe', path: CHILD, ...owner })
    expect(processes).toContainEqual({ name: 'node.exe', path: ownPath, ...owner })
    expect(processes.find(({ name }) => name === 'services.exe')?.path).toMatch(/^C:\\windows\\system32\\services\.exe$/i)
    expect(processes.filter(({ path }) => path === CHILD)).toHaveLength(1)
    expect(readings.processes).not.toHaveProperty('incomplete')
  })

  it('have sockets over IPv4 and IPv6, whose owner is told or null, and never the idle process', () => {
    const { readings, ports, ownPath } = outcome
    if (readings.listeners.status !== 'ok') throw new Error(readings.listeners.reason)
    const { listeners } = readings.listeners.facts
    const at = (protocol: Listener['protocol'], address: string, port: number) =>
      listeners.filter((each) => each.protocol === protocol && each.address === address && each.port === port)
    const own = { process: expect.toBeOneOf([ownPath, null]) }
    expect(at('tcp', '127.0.0.1', ports.tcp4)).toMatchObject([own])
    expect(at('tcp', '::1', ports.tcp6)).toMatchObject([own])
    expect(at('udp', '127.0.0.1', ports.udp4)).toMatchObject([own])
    expect(at('udp', '::1', ports.udp6)).toMatchObject([own])
    const untold = listeners.filter(({ process }) => process === null).length
    expect(readings.listeners.incomplete).toBe(untold > 0 ? true : undefined)
    expect(readings.listeners.notes).toEqual(untold > 0 ? [`the programs of sockets are not told (${untold})`] : undefined)
    expect(listeners.filter(({ process }) => /idle|\[system/i.test(process ?? ''))).toEqual([])
  })

  it('leave folders behind, in every profile of this machine and none of another', () => {
    const reading = outcome.readings['remote-access-files']
    if (reading.status !== 'ok') throw new Error(reading.reason)
    expect(reading.facts.present.map(({ tool, path }) => `${tool} ${path}`.toLowerCase())).toEqual(FOUND)
    expect(reading.facts.present).toContainEqual({ tool: 'anydesk', path: 'C:\\Profile\\änne\\Verschoben\\AnyDesk' })
    expect(reading.notes).toEqual(['\\\\files.test\\profiles\\far is not a folder of this machine and was not looked at'])
    expect(reading.incomplete).toBe(true)
  })

  it('keep their facts where the library of another probe is missing', async () => {
    const { readings } = await read({ hidden: 'iphlpapi.dll' })
    expect(readings.listeners).toEqual({ status: 'unsupported', reason: 'GetExtendedTcpTable for IPv4 ended with error 126' })
    expect(readings.processes.status).toBe('ok')
    expect(readings['remote-access-files'].status).toBe('ok')
  })

  describeWith('mingw-w64', 'of a made library', () => {
    let made: Outcome

    beforeAll(async () => {
      const source = join(import.meta.dirname, 'programs', 'processes-made.c')
      const options = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', source, '-o', join(workspace.folder, 'made.dll')]
      await promisify(execFile)('x86_64-w64-mingw32-gcc', options)
      made = await read({ before: 'made.dll' })
    })

    it('give back every handle and buffer', () => {
      expect(made.outstanding).toBe(0)
    })

    it('have their owners from the session manager where tokens refuse, and keep what else they refuse to themselves', () => {
      const reading = made.readings.processes
      if (reading.status !== 'ok') throw new Error(reading.reason)
      const named = (name: string) => reading.facts.processes.find((each) => each.name === name)
      const system = { account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' }
      expect(named('Abgleich №1.exe')).toEqual({ name: 'Abgleich №1.exe', path: CHILD, ...system })
      expect(reading.facts.processes.find(({ path }) => path === made.ownPath)).toMatchObject({ accountSid: WINE_USER_SID })
      expect(named('plugplay.exe')).toEqual({ name: 'plugplay.exe', path: null, ...system })
      expect(named('svchost.exe')).toEqual({ name: 'svchost.exe', path: null, ...system })
      expect(named('services.exe')).toMatchObject({ path: expect.any(String), account: null, accountSid: null })
      const denied = 'OpenProcess ended with error 5; missing right: PROCESS_QUERY_LIMITED_INFORMATION'
      expect(reading.incomplete).toBe(true)
      expect(reading.notes).toEqual([
        `paths of processes are not known (1, the first plugplay.exe): ${denied}`,
        `paths of parts of Windows are not known (1, the first svchost.exe): ${denied}`,
        'owners of processes are not known (1, the first services.exe): OpenProcessToken ended with error 5; missing right: TOKEN_QUERY',
      ])
    })

    it('have as many sockets as a table holds that outgrew its room', () => {
      const reading = made.readings.listeners
      if (reading.status !== 'ok') throw new Error(reading.reason)
      const { listeners } = reading.facts
      const tcp = { protocol: 'tcp', process: made.ownPath }
      expect(listeners).toHaveLength(2003)
      expect(listeners[0]).toEqual({ ...tcp, address: '127.0.0.1', port: 63_000 })
      expect(listeners[1999]).toEqual({ ...tcp, address: '127.0.0.1', port: 64_999 })
      expect(listeners.slice(2000)).toEqual([
        { ...tcp, address: 'fe80::1', port: 22 },
        { protocol: 'tcp', address: '::ffff:127.0.0.1', port: 443, process: 'plugplay.exe' },
        { protocol: 'udp', address: '::', port: 65_535, process: null },
      ])
      expect(reading.incomplete).toBe(true)
      expect(reading.notes).toEqual([
        'sockets are missing: GetExtendedUdpTable for IPv4 ended with error 50',
        'the programs of sockets are not told (1)',
      ])
    })
  })
})
