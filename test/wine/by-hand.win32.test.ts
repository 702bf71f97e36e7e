import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { germanIis, IIS_SECRET } from '../electron/policy/iis-samples.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'

const ACCOUNT = 'ERP01\\erpsync'
const SECRET = 'Blob-Winter-42'
const DAY_MS = 86_400_000
/** The clock of this Windows and of the file system may be that far apart. */
const APART_MS = 60_000

const APPLICATION = '{11111111-2222-3333-4444-555555555555}'
const TARGET = 'Übertrag'
const CREDENTIAL = `stored-credential:${TARGET}`
const DIRECTORY = 'iis-virtual-directory:Sage300/Bilder'

describeWith('wine', 'by-hand', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let written = ''

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        look: new URL('./programs/look-by-hand.ts', import.meta.url),
        write: new URL('./programs/write-credential.ts', import.meta.url),
      },
    })
  })

  afterAll(async () => {
    await workspace?.close()
  })

  async function look(given: Date, ...keys: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const looked = await workspace.runWine(['look.mjs', 'seen.json', ACCOUNT, given.toISOString(), ...keys])
    expect(looked).toMatchObject({ status: 0, stderr: '' })
    written += await readFile(join(workspace.folder, 'seen.json'), 'utf8')
    return JSON.parse(await readFile(join(workspace.folder, 'seen.json'), 'utf8'))
  }

  const store = async (user: string): Promise<void> => {
    expect(await workspace.runWine(['write.mjs', TARGET, user, SECRET])).toMatchObject({ status: 0, stderr: '' })
  }

  it('sees in the real store whether an entry was written before or after', async () => {
    expect(await look(new Date(), CREDENTIAL)).toEqual({ [CREDENTIAL]: 'not-told' })
    const before = new Date(Date.now() - APART_MS)
    await store(ACCOUNT)
    const after = new Date(Date.now() + APART_MS)
    expect(await look(before, CREDENTIAL)).toEqual({ [CREDENTIAL]: 'changed' })
    expect(await look(after, CREDENTIAL)).toEqual({ [CREDENTIAL]: 'unchanged' })
  })

  it('leaves open what it means that an entry names no server', async () => {
    await store('erpsync')
    expect(await look(new Date(Date.now() + APART_MS), CREDENTIAL)).toEqual({ [CREDENTIAL]: 'unchanged-or-namesake' })
  })

  it('sees that the file of IIS is older than the change', async () => {
    const folder = join(workspace.prefix.driveC, 'windows', 'system32', 'inetsrv', 'config')
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'applicationHost.config'), germanIis)
    const yesterday = new Date(Date.now() - DAY_MS)
    await utimes(join(folder, 'applicationHost.config'), yesterday, yesterday)
    expect(await look(new Date(), DIRECTORY)).toEqual({ [DIRECTORY]: 'unchanged' })
    expect(await look(new Date(yesterday.getTime() - DAY_MS), DIRECTORY)).toEqual({ [DIRECTORY]: 'not-told' })
  })

  it('looks at services, tasks, applications and drives that are there, and at some that are not', async () => {
    const registration = [
      'Windows Registry Editor Version 5.00',
      `[HKEY_LOCAL_MACHINE\\Software\\Classes\\AppID\\${APPLICATION}]`,
      '"RunAs"="ERP01\\\\erpsync"',
    ]
    await writeFile(join(workspace.folder, 'seed.reg'), `\uFEFF${registration.join('\r\n\r\n')}\r\n`, 'utf16le')
    const { prefix, folder } = workspace
    expect(await prefix.run('reg.exe', ['import', 'seed.reg'], folder)).toMatchObject({ status: 0 })
    const seen = {
      [`dcom-application:${APPLICATION}`]: 'not-told',
      'dcom-application:{99999999-2222-3333-4444-555555555555}': 'gone-elsewhere',
      'service:NoSuchService': 'not-there',
      'task:\\Nowhere\\Nothing': 'not-there',
      'com-plus-application:Sage': 'not-told',
      'sql-credential:ERP01\\SAGE/backup': 'not-told',
    }
    expect(await look(new Date(), ...Object.keys(seen))).toEqual(seen)
  })

  it('lets no secret out', () => {
    expect(written).not.toBe('')
    for (const secret of [SECRET, IIS_SECRET]) expect(written).not.toContain(secret)
  })
})
