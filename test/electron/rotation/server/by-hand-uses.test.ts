import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { createUses, type UseSources } from '#electron/rotation/server/by-hand-uses.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { germanIis, IIS_SECRET, redirectedIis } from '../../policy/iis-samples.ts'
import { registryOf, text } from '../../probes/stand-in-windows.ts'

const OLD = new Date('2026-01-01T10:00:00.000Z')
const NEW = new Date('2026-02-01T10:00:00.000Z')

/** `inetsrv\config` with files of these ages. */
async function systemWith(files: Readonly<Record<string, readonly [content: string, writtenAt: Date]>>): Promise<string> {
  const system = await mkdtemp(join(tmpdir(), 'by-hand-uses-'))
  onTestFinished(() => rm(system, { recursive: true, force: true }))
  const folder = join(system, 'inetsrv', 'config')
  await mkdir(folder, { recursive: true })
  for (const [name, [content, writtenAt]] of Object.entries(files)) {
    await writeFile(join(folder, name), content)
    await utimes(join(folder, name), writtenAt, writtenAt)
  }
  return system
}

const uses = (sources: Partial<UseSources>) =>
  createUses({
    registry: registryOf({}),
    credentialNames: { list: () => refused('CredEnumerateW', 1312) },
    componentCatalogue: { list: () => refused('CoCreateInstance', 0x80040154) },
    systemDirectory: join(tmpdir(), 'not there'),
    ...sources,
  })

describe('by-hand-uses', () => {
  it.each([
    ['iis-pool', 'Müller & Söhne <CRM>', 'ERP01\\crm'],
    ['iis-virtual-directory', 'Sage300/Bilder', 'ERP01\\erpsync'],
    ['iis-anonymous-user', 'Sage300/Online', 'ERP01\\visitor'],
  ] as const)('gives %s the time of the file that all identities stand in, and no password', async (kind, name, account) => {
    const systemDirectory = await systemWith({
      'applicationHost.config': [germanIis, OLD],
      'redirection.config': [redirectedIis(false), NEW],
    })
    const reading = await uses({ systemDirectory })(kind)
    expect(reading.status === 'read' && reading.value).toContainEqual({ kind, name, account, writtenAt: OLD, isOfMore: true })
    expect(JSON.stringify(reading)).not.toContain(IIS_SECRET)
  })

  it('gives the account of a farm the time of the file that it stands in', async () => {
    const systemDirectory = await systemWith({
      'applicationHost.config': [germanIis, OLD],
      'redirection.config': [redirectedIis(true), NEW],
    })
    expect(await uses({ systemDirectory })('iis-configuration')).toMatchObject({
      status: 'read',
      value: [{ kind: 'iis-configuration', account: 'ACME\\farm', writtenAt: NEW, isOfMore: true }],
    })
  })

  it('names nobody where there is no IIS', async () => {
    expect(await uses({})('iis-pool')).toEqual({ status: 'read', value: [], gaps: [] })
  })

  it('gives entries of Credential Manager their own times', async () => {
    const listed = [
      { target: 'nas', userName: 'ERP01\\erpsync', lastWritten: OLD },
      { target: 'old', userName: 'ERP01\\erpsync', lastWritten: null },
    ]
    expect(await uses({ credentialNames: { list: () => succeeded(listed) } })('stored-credential')).toMatchObject({
      status: 'read',
      value: [
        { name: 'nas', account: 'ERP01\\erpsync', writtenAt: OLD, isOfMore: false },
        { name: 'old', account: 'ERP01\\erpsync', writtenAt: null, isOfMore: false },
      ],
      gaps: [expect.stringContaining('present account alone')],
    })
    expect(await uses({})('stored-credential')).toMatchObject({ status: 'failed' })
  })

  it('knows no time of applications and drives', async () => {
    const applications = [{ name: 'Sage', identity: 'ERP01\\erpsync' }]
    const componentCatalogue = { list: () => succeeded({ applications, failures: [] }) }
    expect(await uses({ componentCatalogue })('com-plus-application')).toMatchObject({
      value: [{ name: 'Sage', account: 'ERP01\\erpsync', writtenAt: null }],
    })
    expect(await uses({})('com-plus-application')).toMatchObject({ status: 'unsupported' })
    const registry = registryOf({
      '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\AppID': { subkeys: { '{1}': { values: { RunAs: text('ERP01\\erpsync') } } } },
      '32-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes\\AppID': 2,
      '64-bit HKEY_USERS': { subkeys: { 'S-1-5-21-1-2-3-1001': {} } },
      '64-bit HKEY_USERS\\S-1-5-21-1-2-3-1001\\Network': { subkeys: { Z: { values: { UserName: text('ERP01\\erpsync') } } } },
    })
    expect(await uses({ registry })('dcom-application')).toMatchObject({
      value: [{ name: '{1}', account: 'ERP01\\erpsync', writtenAt: null }],
    })
    expect(await uses({ registry })('mapped-drive')).toMatchObject({
      value: [{ name: 'Z: (S-1-5-21-1-2-3-1001)', account: 'ERP01\\erpsync', writtenAt: null }],
    })
  })
})
