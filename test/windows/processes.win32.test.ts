import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { describeWith } from '../support/needs.ts'
import { compare, missingFrom, ownAccount, powershell, readFacts, readProbe, uniqueName } from './support.ts'

/** What a command line may hold and no snapshot ever does. */
const SECRET = 'hunter2'

/** Accounts that every Windows runs something under: LocalSystem, LocalService, NetworkService. */
const BUILT_IN = ['S-1-5-18', 'S-1-5-19', 'S-1-5-20']

/** How long Windows may take to let a process go. */
const END_MS = 20_000

describeWith('Windows', 'processes of a real Windows', () => {
  const name = `${uniqueName()}.exe`
  let folder: string
  let child: ChildProcess

  beforeAll(async () => {
    // The temporary folder of a runner is a short name such as RUNNER~1.
    folder = await realpath(await mkdtemp(join(tmpdir(), 'erpchk-')))
    await copyFile(process.execPath, join(folder, name))
    child = spawn(join(folder, name), ['-e', 'setInterval(() => {}, 60_000)', `--password=${SECRET}`], {
      stdio: 'ignore',
      windowsHide: true,
    })
    await once(child, 'spawn')
  })

  afterAll(async () => {
    await end()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
  })

  async function end(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill()
    await once(child, 'exit')
  }

  it('have the path of their program and the account that they run under', async () => {
    const own = await ownAccount()
    const { processes } = await readFacts('processes')
    const found = processes.filter((process) => process.name === name)
    expect(found.map((process) => ({ ...process, account: process.account?.toLowerCase() }))).toEqual([
      { name, path: join(folder, name), account: own.name.toLowerCase(), accountSid: own.sid },
    ])
  })

  it('never show a command line', async () => {
    expect(JSON.stringify(await readProbe('processes'))).not.toContain(SECRET)
  })

  it('are those that WMI lists, with the paths that it knows', async () => {
    const ask = () =>
      powershell<{ id: number; name: string; path: string | null }>(`Get-CimInstance Win32_Process | Where-Object { $_.ProcessId -ne 0 } |
        ForEach-Object { [pscustomobject]@{ id = $_.ProcessId; name = $_.Name; path = $_.ExecutablePath } }`)
    const { seen, lasting } = await compare(ask, () => readFacts('processes'))
    const names = seen.processes.map((process) => process.name)
    expect(lasting.length).toBeGreaterThan(1)
    expect(missingFrom(names, namesOf(lasting))).toEqual([])
    // Of its own parts Windows tells the path only to itself.
    const windows = `${process.env.SystemRoot}\\`.toLowerCase()
    const told = lasting.flatMap(({ path }) => (path === null || path.toLowerCase().includes(windows) ? [] : path))
    expect(
      missingFrom(
        seen.processes.flatMap(({ path }) => path ?? []),
        told,
      ),
    ).toEqual([])
  })

  it('have owners among the accounts of Windows itself', async () => {
    const { processes } = await readFacts('processes')
    const owners = new Set(processes.map(({ accountSid }) => accountSid))
    expect(BUILT_IN.filter((sid) => !owners.has(sid))).toEqual([])
  })

  it('are gone once they have ended', async () => {
    await end()
    const names = async (): Promise<readonly string[]> => (await readFacts('processes')).processes.map((process) => process.name)
    await vi.waitFor(async () => expect(await names()).not.toContain(name), { timeout: END_MS })
  })
})

function namesOf(processes: readonly { readonly name: string }[]): readonly string[] {
  return processes.map(({ name }) => name)
}
