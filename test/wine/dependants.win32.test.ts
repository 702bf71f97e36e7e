import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { PreflightReadings } from '#shared/rotation/preflight/readings.ts'
import { germanIis, IIS_SECRET } from '../electron/policy/iis-samples.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const SECRET = 'Blob-Winter-42'
const APPLICATIONS = 'HKEY_LOCAL_MACHINE\\Software\\Classes\\AppID'
const SERVICES = 'HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services'
const PROFILES = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'
const ABSENT_PROFILE = 'S-1-5-21-9-9-9-1009'

/** REG_MULTI_SZ as the registry editor exports it. */
const texts = (...names: string[]) =>
  `hex(7):${[...Buffer.from(`${names.join('\0')}\0\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join()}`

const REGISTRATION = [
  `[${APPLICATIONS}\\{11111111-2222-3333-4444-555555555555}]`,
  '@="Sage Übertrag"',
  '"RunAs"="ERP01\\\\erpsync"',
  `[${APPLICATIONS}\\{11111111-2222-3333-4444-666666666666}]`,
  '@="As whoever starts it"',
  '[HKEY_CURRENT_USER\\Network\\Z]',
  '"RemotePath"="\\\\\\\\nas\\\\bilder"',
  '"UserName"="ERP01\\\\Müller"',
  '[HKEY_CURRENT_USER\\Network\\Y]',
  '"RemotePath"="\\\\\\\\nas\\\\own"',
  '"UserName"=dword:00000000',
  `[${SERVICES}\\WSPSync]`,
  `"DependOnService"=${texts('RpcSs', 'WSPAgent')}`,
]

describeWith('wine', 'dependants', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let readings: PreflightReadings
  let written = ''

  async function importing(lines: readonly string[]): Promise<void> {
    const { prefix, folder } = workspace
    const content = `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${lines.join('\r\n')}\r\n`
    await writeFile(join(folder, 'seed.reg'), content, 'utf16le')
    expect(await prefix.run('reg.exe', ['import', 'seed.reg'], folder)).toMatchObject({ status: 0 })
  }

  async function read(): Promise<void> {
    expect(await workspace.runWine(['read.mjs', 'readings.json', 'nobody'])).toMatchObject({ status: 0, stderr: '' })
    written = await readFile(join(workspace.folder, 'readings.json'), 'utf8')
    readings = JSON.parse(written)
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        read: new URL('./programs/read-dependants.ts', import.meta.url),
        write: new URL('./programs/write-credential.ts', import.meta.url),
      },
    })
    await read()
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('finds nothing on a Windows where nobody set anything up', () => {
    expect(readings.webServer).toEqual({ status: 'read', value: [], gaps: [] })
    expect(readings.storedCredentials).toMatchObject({ status: 'read', value: [] })
    expect(readings.mappedDrives).toMatchObject({ status: 'read', value: [] })
    expect(readings.distributedComponents).toMatchObject({ status: 'read', value: [], gaps: [] })
  })

  it('never takes a catalogue of COM+ that this Windows does not have for an empty one', () => {
    expect(readings.componentApplications).toEqual({
      status: 'unsupported',
      reason: 'CoCreateInstance for COMAdminCatalog ended with error 0x80040154',
    })
  })

  it('tells whose expiry it could not read', () => {
    expect(readings.accountExpiry).toEqual({
      nobody: { status: expect.stringMatching(/^(?:failed|unsupported)$/), reason: expect.stringContaining('NetUserGetInfo for nobody') },
    })
  })

  it('tells which account of a domain it could not ask for', () => {
    expect(readings.domainAccounts).toEqual({
      'NOWHERE\\erpsync': {
        status: expect.stringMatching(/^(?:failed|unsupported)$/),
        reason: expect.stringContaining('DsGetDcNameW for NOWHERE'),
      },
    })
  })

  it('knows how much room there is where a folder will be', () => {
    const { journalSpace } = readings
    expect(journalSpace?.status === 'read' && journalSpace.value > 0).toBe(true)
  })

  describeWith('wine', 'of a server where an account is used', () => {
    beforeAll(async () => {
      await importing(REGISTRATION)
      const folder = join(workspace.prefix.driveC, 'windows', 'system32', 'inetsrv', 'config')
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'applicationHost.config'), germanIis)
      for (const [target, user] of [
        ['nas.acme.example', 'ERP01\\erpsync'],
        ['Übertrag', 'Müller'],
      ] as const) {
        expect(await workspace.runWine(['write.mjs', target, user, SECRET])).toMatchObject({ status: 0, stderr: '' })
      }
      await read()
    })

    it('reads who IIS signs in as', () => {
      const { webServer } = readings
      expect(webServer).toMatchObject({ status: 'read', gaps: ['the account of Hidden is encrypted'] })
      expect(webServer?.status === 'read' && webServer.value).toContainEqual({
        kind: 'iis-virtual-directory',
        name: 'Sage300/Bilder',
        account: 'ERP01\\erpsync',
      })
    })

    it('reads who an application of DCOM runs as', () => {
      expect(readings.distributedComponents).toEqual({
        status: 'read',
        value: [{ kind: 'dcom-application', name: 'Sage Übertrag {11111111-2222-3333-4444-555555555555}', account: 'ERP01\\erpsync' }],
        gaps: [],
      })
    })

    it('reads drives that are mapped as somebody else', () => {
      expect(readings.mappedDrives).toMatchObject({
        status: 'read',
        value: [{ kind: 'mapped-drive', name: expect.stringMatching(/^Z: \(S-1-5-21-/), account: 'ERP01\\Müller' }],
      })
    })

    it('reads what a service needs', () => {
      const { serviceDependencies } = readings
      expect(serviceDependencies?.status === 'read' && serviceDependencies.value).toContainEqual({
        name: 'WSPSync',
        needs: ['RpcSs', 'WSPAgent'],
      })
    })

    it('reads entries of Credential Manager by their names', () => {
      const { storedCredentials } = readings
      const found = storedCredentials?.status === 'read' ? storedCredentials.value : []
      expect([...found].sort((one, other) => one.account.localeCompare(other.account))).toEqual([
        { kind: 'stored-credential', name: 'nas.acme.example', account: 'ERP01\\erpsync' },
        { kind: 'stored-credential', name: 'Übertrag', account: 'Müller' },
      ])
    })

    it('lets no secret out, in no form', () => {
      for (const secret of [SECRET, IIS_SECRET]) {
        for (const form of [secret, Buffer.from(secret, 'utf16le').toString('latin1'), Buffer.from(secret).toString('base64')]) {
          expect(written).not.toContain(form)
        }
      }
    })

    it('tells of profiles whose drives it could not see', async () => {
      await importing([`[${PROFILES}\\${ABSENT_PROFILE}]`, '"Flags"=dword:00000000'])
      const before = readings.mappedDrives?.status === 'read' ? readings.mappedDrives.gaps.length : 0
      await read()
      const { mappedDrives } = readings
      expect(before).toBe(0)
      expect(mappedDrives?.status === 'read' && mappedDrives.gaps).toEqual([expect.stringContaining('not loaded')])
    })
  })
})
