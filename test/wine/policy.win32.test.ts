import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { ProbeReading } from '#electron/probes/probe.ts'
import { type Facts, factSchemas } from '#shared/facts/index.ts'
import { encodeRegistryPolicy, numberEntry, textEntry } from '../electron/policy/encode-registry-policy.ts'
import { templateOf } from '../electron/policy/template-samples.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const POLICY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
const SERVER = 'SYSTEM\\CurrentControlSet\\Control\\Terminal Server'
const LISTENER = `${SERVER}\\WinStations\\RDP-Tcp`
const ASSISTANCE = 'SYSTEM\\CurrentControlSet\\Control\\Remote Assistance'
const GPO_LIST = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Group Policy\\State\\Machine\\GPO-List'
const SERVERS = '{11111111-2222-3333-4444-555555555555}'
const SECURITY_EXTENSION = '[{827D319E-6EAC-11D2-A4EA-00C04F79F83A}{803E14A0-B4FB-11D0-A0D0-00A0C90F574B}]'

/** Places from drive C:, written as Windows writes them: it does not mind the letters. */
const GROUP_POLICY = 'windows/System32/GroupPolicy'
const places = {
  local: `${GROUP_POLICY}/Machine/Registry.pol`,
  servers: `${GROUP_POLICY}/DataStore/0/sysvol/acme.example/Policies/${SERVERS}/Machine/Registry.pol`,
  domainTemplate: 'windows/security/templates/policies/gpt00000.dom',
  serversTemplate: 'windows/security/templates/policies/gpt00001.inf',
}

type Values = Readonly<Record<string, string | number>>

/** Lines of a registration file: each key is emptied first. */
function registration(keys: Readonly<Record<string, Values>>): string {
  const lines = Object.entries(keys).flatMap(([key, values]) => [
    `[-HKEY_LOCAL_MACHINE\\${key}]`,
    `[HKEY_LOCAL_MACHINE\\${key}]`,
    ...Object.entries(values).map(([name, value]) => {
      const written = typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : `"${value.replaceAll('\\', '\\\\')}"`
      return `"${name}"=${written}`
    }),
  ])
  return `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${lines.join('\r\n')}\r\n`
}

const applied = (id: string, name: string, link: number): Values => ({
  GPOName: id,
  DisplayName: name,
  GPOLink: link,
  Extensions: SECURITY_EXTENSION,
  FileSysPath: `\\\\acme.example\\SysVol\\acme.example\\Policies\\${id}\\Machine`,
})

describeWith('wine', 'group policies', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

  async function seed(keys: Readonly<Record<string, Values>>, files: Readonly<Record<string, Buffer>> = {}): Promise<void> {
    const { prefix, folder } = workspace
    const empty = { [GPO_LIST]: {}, [POLICY]: {}, [ASSISTANCE]: {}, [SERVER]: {}, [LISTENER]: {} }
    await writeFile(join(folder, 'seed.reg'), Buffer.from(registration({ ...empty, ...keys }), 'utf16le'))
    expect(await prefix.run('reg.exe', ['import', 'seed.reg'], folder)).toMatchObject({ status: 0, stderr: '' })
    for (const [place, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(prefix.driveC, place)), { recursive: true })
      await writeFile(join(prefix.driveC, place), bytes)
    }
  }

  async function read(): Promise<ProbeReading<Facts['remote-desktop']>> {
    expect(await workspace.runWine(['remote.mjs', 'reading.json'])).toMatchObject({ status: 0, stderr: '' })
    const reading = JSON.parse(await readFile(join(workspace.folder, 'reading.json'), 'utf8'))
    if (reading.status === 'ok') expect(factSchemas['remote-desktop'].safeParse(reading.facts).error).toBeUndefined()
    return reading
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        remote: new URL('./programs/read-remote-desktop.ts', import.meta.url),
        accounts: new URL('./programs/read-accounts.ts', import.meta.url),
      },
    })
  })

  beforeEach(async () => {
    for (const place of Object.values(places)) await rm(join(workspace.prefix.driveC, place), { force: true })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('set nothing on a fresh Windows, whose defaults are those of a client', async () => {
    expect(await read()).toEqual({
      status: 'ok',
      facts: { enabled: false, port: 3389, networkLevelAuthentication: true, remoteAssistance: true, setByPolicy: [] },
    })
  })

  it('leave what the machine sets, and are read from disk by the place of their file', async () => {
    await seed(
      {
        [SERVER]: { fDenyTSConnections: 0 },
        [LISTENER]: { PortNumber: 33_389, UserAuthentication: 0 },
        [ASSISTANCE]: { fAllowToGetHelp: 0 },
        [`${GPO_LIST}\\0`]: applied(SERVERS, 'Server – Größe', 4),
      },
      { [places.servers]: encodeRegistryPolicy([numberEntry(LISTENER, 'PortNumber', 33_389)]) },
    )
    expect(await read()).toEqual({
      status: 'ok',
      facts: { enabled: true, port: 33_389, networkLevelAuthentication: false, remoteAssistance: false, setByPolicy: ['PortNumber'] },
      notes: ['PortNumber is set by the policy "Server – Größe"; a change made on this server is undone'],
    })
  })

  it('win over the machine, and are named', async () => {
    await seed(
      {
        [POLICY]: { fDenyTSConnections: 0, UserAuthentication: 1, fAllowToGetHelp: 0, fAllowUnsolicited: 1 },
        [SERVER]: { fDenyTSConnections: 1 },
        [LISTENER]: { UserAuthentication: 0 },
        [`${GPO_LIST}\\0`]: applied('Local Group Policy', 'Richtlinien der lokalen Gruppe', 1),
        [`${GPO_LIST}\\1`]: applied(SERVERS, 'Server – Größe', 4),
      },
      {
        [places.local]: encodeRegistryPolicy([
          numberEntry(POLICY, 'fDenyTSConnections', 0),
          numberEntry(POLICY, 'UserAuthentication', 1),
          textEntry(POLICY, '**del.fAllowUnsolicited', ' '),
        ]),
        [places.servers]: encodeRegistryPolicy([numberEntry(POLICY, 'UserAuthentication', 1)]),
      },
    )
    expect(await read()).toEqual({
      status: 'ok',
      facts: {
        enabled: true,
        port: 3389,
        networkLevelAuthentication: true,
        remoteAssistance: true,
        setByPolicy: ['fDenyTSConnections', 'UserAuthentication', 'fAllowToGetHelp', 'fAllowUnsolicited'],
      },
      notes: [
        'fDenyTSConnections is set by the local group policy; a change made on this server is undone',
        'UserAuthentication is set by the policy "Server – Größe"; a change made on this server is undone',
      ],
    })
  })

  it('do not make up for a setting of the wrong type', async () => {
    await seed({ [SERVER]: { fDenyTSConnections: '1' } })
    expect(await read()).toEqual({
      status: 'failed',
      reason: `fDenyTSConnections of HKEY_LOCAL_MACHINE\\${SERVER}: expected a number, but this is text`,
    })
  })

  it('are said to be cut where their file is', async () => {
    const cut = encodeRegistryPolicy([numberEntry(POLICY, 'fDenyTSConnections', 1)]).subarray(0, -2)
    await seed({ [ASSISTANCE]: { fAllowToGetHelp: 0 } }, { [places.local]: cut })
    expect(await read()).toMatchObject({
      status: 'ok',
      facts: { enabled: false, setByPolicy: [] },
      notes: [
        `not every value that a policy sets is known: C:\\windows\\System32\\GroupPolicy\\Machine\\Registry.pol: the file ends inside an entry at byte ${cut.length}`,
      ],
    })
  })

  describeWith('mingw-w64', 'with made libraries for accounts', () => {
    beforeAll(async () => {
      const sources = join(import.meta.dirname, 'programs')
      for (const area of ['netapi32', 'advapi32']) {
        const options = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w', join(sources, `accounts-${area}.c`)]
        await promisify(execFile)('x86_64-w64-mingw32-gcc', [...options, '-o', join(workspace.folder, `${area}-made.dll`)])
      }
    })

    it('say which rights and rules they bring back, and whether passwords must be complex', async () => {
      await seed(
        {
          [`${GPO_LIST}\\0`]: applied('{31B2F340-016D-11D2-945F-00C04FB984F9}', 'Default Domain Policy', 3),
          [`${GPO_LIST}\\1`]: applied(SERVERS, 'Server – Größe', 4),
        },
        {
          [places.domainTemplate]: templateOf('[System Access]', 'MinimumPasswordLength = 14', 'PasswordComplexity = 1'),
          [places.serversTemplate]: templateOf('[Privilege Rights]', 'SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546,Gäste'),
        },
      )
      const libraries = { 'netapi32.dll': 'netapi32-made.dll', 'advapi32.dll': 'advapi32-made.dll' }
      expect(await workspace.runWine(['accounts.mjs', 'accounts.json', JSON.stringify(libraries)])).toMatchObject({ status: 0 })
      const { readings } = JSON.parse(await readFile(join(workspace.folder, 'accounts.json'), 'utf8'))
      expect(readings['account-policy']).toMatchObject({
        status: 'ok',
        facts: { complexity: true, minPasswordLength: 14 },
        notes: [
          'MinimumPasswordLength, PasswordComplexity are set by the policy "Default Domain Policy"; a change made on this server is undone',
        ],
      })
      expect(readings['user-rights'].notes).toContain(
        'SeDenyRemoteInteractiveLogonRight is set by the policy "Server – Größe"; a change made on this server is undone',
      )
    })
  })
})
