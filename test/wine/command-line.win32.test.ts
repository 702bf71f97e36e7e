import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'

import type { Checkup } from '#shared/formats/checkup.ts'
import { readCheckup } from '#shared/formats/reader.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace, type WineWorkspace } from '../support/wine.ts'
import { ordinaryPrograms, registrationFile, services, specialPrograms } from './seed.ts'

const BUILT = { folder: fileURLToPath(new URL('../../out/cli', import.meta.url)) }

/** What `build/bin/erp-checkup.cjs` does, for a folder that holds the built command line alone. */
const STARTER = `import { main } from './cli.mjs'
process.exitCode = await main(process.argv.slice(2))
`

/** Bundled for the seeding of services, which needs Win32 calls of its own. */
const SEED = { bundle: { seed: new URL('./programs/seed-services.ts', import.meta.url) } }

describeWith('wine', 'the command line on a seeded Windows', () => {
  let checkup: Checkup
  let statuses: readonly number[]

  async function seed(workspace: WineWorkspace): Promise<void> {
    const { prefix, folder, runWine } = workspace
    await writeFile(join(folder, 'seed.reg'), registrationFile([...ordinaryPrograms, ...specialPrograms]))
    await writeFile(join(folder, 'services.json'), JSON.stringify(services))
    await writeFile(join(folder, 'start.mjs'), STARTER)
    expect(await prefix.run('reg.exe', ['import', 'seed.reg'], folder)).toMatchObject({ status: 0 })
    expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
  }

  beforeAll(async () => {
    const seeding = await openWineWorkspace(SEED)
    const seedProgram = await readFile(join(seeding.folder, 'seed.mjs'))
    await seeding.close()
    const workspace = await openWineWorkspace(BUILT)
    try {
      await writeFile(join(workspace.folder, 'seed.mjs'), seedProgram)
      await seed(workspace)
      const collected = await workspace.runWine(['start.mjs', 'collect', '--out', 'server.json'])
      const checked = await workspace.runWine(['start.mjs', 'check', 'server.json', '--format', 'json', '--out', 'checkup.json'])
      statuses = [collected.status, checked.status].map(Number)
      const read = readCheckup(await readFile(join(workspace.folder, 'checkup.json'), 'utf8'))
      if (!read.ok) throw new Error(`${read.path}: ${read.expected}`)
      checkup = read.value
    } finally {
      await workspace.close()
    }
  })

  const item = (id: string): Checkup['items'][number] => {
    const found = checkup.items.find((each) => each.id === id)
    if (found === undefined) throw new Error(`no item ${id}`)
    return found
  }

  it('collects, then finds a gap and says so by its exit status', () => {
    expect(statuses).toEqual([0, 1])
    expect(checkup.host.name).not.toBe('')
  })

  it('finds the GoToAssist entry and no other tool', () => {
    expect(item('gotoassist-removed')).toMatchObject({ verdict: 'fail' })
    expect(item('gotoassist-removed').evidence.map((each) => [each.subject, each.kind])).toContainEqual([
      'goto-assist-customer-v4',
      'program',
    ])
    const others = item('other-remote-access-removed')
    // A Windows for clients lets itself be helped unless somebody switched that off.
    expect([others.verdict, others.evidence.map(({ subject }) => subject)]).toEqual([
      'attention',
      ['remote-assistance', 'remote-assistance'],
    ])
  })

  it('judges the accounts that the services of the sync tool have, and no others', () => {
    const { verdict, evidence } = item('windows-user-designated')
    expect([verdict, evidence.map((each) => `${each.subject}: ${each.kind}`).sort()]).toEqual([
      'fail',
      ['.\\root: administrator', 'ACME\\svc_erp: groups-not-visible', 'LocalSystem: built-in', 'NT AUTHORITY\\LocalService: built-in'],
    ])
    expect(item('sync-tool-uninstalled')).toMatchObject({ verdict: 'attention', message: { id: 'sync-tool-uninstalled/not-running' } })
  })

  it('passes nothing that it could not see', () => {
    expect(checkup.items.filter((each) => each.verdict === 'pass')).toEqual([])
    expect(item('remote-user-removed')).toMatchObject({ verdict: 'unknown', message: { id: 'note/probe-missing' } })
    expect(item('sync-user-denied-remote')).toMatchObject({ verdict: 'unknown' })
    expect(checkup.grade).toBe('gaps')
  })
})
