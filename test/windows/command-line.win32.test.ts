import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, it } from 'vitest'

import { probes } from '#electron/probes/index.ts'
import { readSnapshot } from '#shared/formats/reader.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { describeWith } from '../support/needs.ts'
import { statusLines } from './statuses.ts'
import { ownAccount, withFolder } from './support.ts'

const run = promisify(execFile)

const commandLine = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')

/** Probes that need not see their facts on a runner, and why. */
const MAY_LACK: Readonly<Record<string, string>> = {
  antivirus: 'images switch Defender off: while its service is being started or stopped it does not answer',
  'sql-server': 'images bring no SQL Server, or one that does not run',
}

describeWith('Windows', 'the command line on a real Windows', () => {
  let snapshot: Snapshot

  beforeAll(async () => {
    const text = await withFolder(async (folder) => {
      const file = join(folder, 'snapshot.json')
      await run(process.execPath, [commandLine, 'collect', '--out', file], { windowsHide: true })
      return await readFile(file, 'utf8')
    })
    const read = readSnapshot(text)
    if (!read.ok) throw new Error(`${read.path}: ${read.expected}`)
    snapshot = read.value
    for (const line of statusLines(snapshot)) console.log(line)
  })

  it('reads every probe', () => {
    expect(Object.keys(snapshot.probes).sort()).toEqual(probes.map(({ id }) => id).sort())
    const unread = Object.entries(snapshot.probes).flatMap(([id, record]) => (record?.status === 'ok' ? [] : [{ id, ...record }]))
    expect(unread.filter(({ id }) => !(id in MAY_LACK))).toEqual([])
  })

  it('says who has read, and that it was with all rights', async () => {
    const { sid } = await ownAccount()
    expect(snapshot.collector).toMatchObject({ elevated: true, userSid: sid })
  })

  it('finds what no Windows Server is without', () => {
    const administrators = factsOf('local-groups').groups.find(({ sid }) => sid === 'S-1-5-32-544')
    expect(administrators?.members.length).toBeGreaterThan(0)
    expect(factsOf('local-users').users.some(({ sid }) => sid.endsWith('-500'))).toBe(true)
    expect(factsOf('services').services.some(({ name }) => name.toLowerCase() === 'samss')).toBe(true)
    expect(factsOf('firewall').profiles).toHaveLength(3)
    expect(factsOf('user-rights').rights.SeServiceLogonRight?.length).toBeGreaterThan(0)
    expect(factsOf('scheduled-tasks').tasks.some(({ path }) => path.startsWith('\\Microsoft\\Windows\\'))).toBe(true)
    expect(factsOf('listeners').listeners.some(({ port }) => port === 135)).toBe(true)
    expect(factsOf('host').os.server).toBe(true)
  })

  function factsOf<Id extends keyof Snapshot['probes']>(id: Id): Extract<NonNullable<Snapshot['probes'][Id]>, { status: 'ok' }>['facts'] {
    const record = snapshot.probes[id]
    if (record?.status !== 'ok') throw new Error(`no ${id}`)
    return record.facts
  }
})
