import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

import { readWebServer } from '#electron/rotation/dependants/web-server.ts'
import { germanIis, IIS_SECRET, redirectedIis } from '../../policy/iis-samples.ts'

async function systemWith(files: Readonly<Record<string, string>>): Promise<string> {
  const system = await mkdtemp(join(tmpdir(), 'system32-'))
  onTestFinished(() => rm(system, { recursive: true, force: true }))
  const folder = join(system, 'inetsrv', 'config')
  if (Object.keys(files).length > 0) await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return system
}

describe('web-server', () => {
  it('reads who IIS signs in as, and no password', async () => {
    const reading = await readWebServer(
      await systemWith({ 'applicationHost.config': germanIis, 'redirection.config': redirectedIis(false) }),
    )
    expect(reading).toMatchObject({ status: 'read', gaps: ['the account of Hidden is encrypted'] })
    const uses = reading.status === 'read' ? reading.value : []
    expect(uses).toContainEqual({ kind: 'iis-pool', name: 'Müller & Söhne <CRM>', account: 'ERP01\\crm' })
    expect(uses).toContainEqual({ kind: 'iis-pool', name: '*', account: 'ERP01\\default' })
    expect(uses).toContainEqual({ kind: 'iis-virtual-directory', name: 'Sage300/Bilder', account: 'ERP01\\erpsync' })
    expect(uses).toContainEqual({ kind: 'iis-anonymous-user', name: 'Sage300/Online', account: 'ERP01\\visitor' })
    expect(JSON.stringify(reading)).not.toContain(IIS_SECRET)
  })

  it('knows that there is no IIS without its file', async () => {
    expect(await readWebServer(await systemWith({}))).toEqual({ status: 'read', value: [], gaps: [] })
  })

  it('tells that a farm keeps its configuration elsewhere, and who reads it', async () => {
    const reading = await readWebServer(
      await systemWith({ 'applicationHost.config': germanIis, 'redirection.config': redirectedIis(true) }),
    )
    expect(reading).toEqual({
      status: 'read',
      value: [{ kind: 'iis-configuration', name: '\\\\farm\\iis', account: 'ACME\\farm' }],
      gaps: ['the configuration of IIS lies in \\\\farm\\iis'],
    })
  })

  it.each(['applicationHost.config', 'redirection.config'])('never takes a %s that was cut short for an empty one', async (name) => {
    const whole = { 'applicationHost.config': germanIis, 'redirection.config': redirectedIis(false) }
    const reading = await readWebServer(await systemWith({ ...whole, [name]: germanIis.slice(0, 500) }))
    expect(reading).toEqual({ status: 'failed', reason: `${name} is no configuration of IIS, or was cut short` })
  })

  it.skipIf(process.getuid?.() === 0)('tells that it may not read the file', async () => {
    const system = await systemWith({ 'applicationHost.config': germanIis })
    await chmod(join(system, 'inetsrv', 'config', 'applicationHost.config'), 0)
    expect(await readWebServer(system)).toMatchObject({ status: 'denied', reason: expect.stringContaining('EACCES') })
  })

  it('tells what kept it from reading', async () => {
    const system = await systemWith({ 'other.config': '' })
    await mkdir(join(system, 'inetsrv', 'config', 'applicationHost.config'))
    expect(await readWebServer(system)).toMatchObject({ status: 'failed', reason: expect.stringContaining('EISDIR') })
  })
})
