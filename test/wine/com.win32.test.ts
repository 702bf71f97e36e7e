import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { parseTask } from '#electron/policy/task-xml.ts'
import type { ProbeReading } from '#electron/probes/probe.ts'
import type { ComValue } from '#electron/win32/com-values.ts'
import type { Win32Result } from '#electron/win32/result.ts'
import type { TaskListing } from '#electron/win32/task-scheduler.ts'
import type { Facts } from '#shared/facts/index.ts'
import { germanTask } from '../electron/policy/task-samples.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { ServiceSeed } from './programs/seed-services.ts'

type ManagementProbe = 'scheduled-tasks' | 'antivirus' | 'updates'
type Objects = Win32Result<readonly Readonly<Record<string, ComValue>>[]>

interface Outcome {
  readonly readings: { readonly [Id in ManagementProbe]: ProbeReading<Facts[Id]> }
  readonly system: Objects
  readonly defender: Objects
  readonly securityCenter: Objects
  readonly task: Win32Result<{ readonly [Part in 'found' | 'enabled' | 'definition']: Win32Result<unknown> }>
  readonly listing: Win32Result<TaskListing>
}

const TASK = '\\Abgleich\\Aufträge nachts'
const PASSWORD = 'Hunter2-Winter'

/** This Windows forgets to escape what it stores. */
const DEFINITION = germanTask.replace(/<Description>.*<\/Description>/, '<Description>täglich</Description>')

const NOT_IMPLEMENTED = 0x80004001
const INVALID_NAMESPACE = 0x8004100e

const SERVICING = 'HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing'

const DEFENDER_SERVICE: ServiceSeed = {
  name: 'WinDefend',
  displayName: 'Microsoft Defender Antivirus-Dienst',
  startType: 2,
  imagePath: 'C:\\MsMpEng.exe',
  account: null,
}

/** A cumulative update of this build as the servicing stack records it. */
function updateOf(build: string, state: number, time: string): string {
  const steps = (BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n
  const written = (value: bigint) => `dword:${value.toString(16).padStart(8, '0')}`
  return [
    `[${SERVICING}\\Packages\\Package_for_RollupFix~31bf3856ad364e35~amd64~~${build}]`,
    `"CurrentState"=${written(BigInt(state))}`,
    `"InstallTimeHigh"=${written(steps >> 32n)}`,
    `"InstallTimeLow"=${written(steps & 0xffffffffn)}`,
    '',
  ].join('\r\n')
}

const UPDATES = [
  updateOf('17763.5000.1.4', 0x50, '2026-10-14T01:02:03Z'),
  updateOf('17763.5122.1.4', 0x70, '2026-11-11T01:02:03Z'),
  updateOf('17763.5200.1.4', 0x60, '2026-11-17T01:02:03Z'),
]

describeWith('wine', 'com', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  let outcome: Outcome

  async function read(): Promise<Outcome> {
    expect(await workspace.runWine(['read.mjs', 'readings.json', TASK])).toMatchObject({ status: 0, stderr: '' })
    return JSON.parse(await readFile(join(workspace.folder, 'readings.json'), 'utf8'))
  }

  beforeAll(async () => {
    workspace = await openWineWorkspace({
      bundle: {
        read: new URL('./programs/read-management.ts', import.meta.url),
        register: new URL('./programs/register-task.ts', import.meta.url),
        seed: new URL('./programs/seed-services.ts', import.meta.url),
      },
    })
    await writeFile(join(workspace.folder, 'task.xml'), DEFINITION)
    const registering = await workspace.runWine(['register.mjs', TASK, 'task.xml', 'FIRMA\\Müller', PASSWORD])
    expect(registering).toMatchObject({ status: 0, stderr: '' })
    outcome = await read()
  })

  afterAll(async () => {
    await workspace?.close()
  })

  it('gets objects of a class of this machine, a property that the class does not have left out', () => {
    const { system } = outcome
    expect(system).toEqual({
      ok: true,
      value: [
        {
          Caption: expect.stringMatching(/^Microsoft Windows /),
          BuildNumber: expect.stringMatching(/^\d{5}$/),
          Primary: true,
          ProductType: 1,
        },
      ],
    })
  })

  it('tells a namespace that is not there', () => {
    const { defender, securityCenter } = outcome
    for (const answer of [defender, securityCenter]) {
      expect(answer).toMatchObject({ ok: false, failure: { function: 'IWbemLocator::ConnectServer', code: INVALID_NAMESPACE } })
    }
  })

  it('reads back a task that was registered with a password', () => {
    const { task } = outcome
    if (!task.ok) throw new Error(JSON.stringify(task.failure))
    const { found, enabled, definition } = task.value
    expect([found, enabled]).toEqual([
      { ok: true, value: TASK },
      { ok: true, value: 0 },
    ])
    expect(definition).toEqual({ ok: true, value: expect.stringContaining('<Author>FIRMA\\Müller</Author>') })
    expect(parseTask(String(definition.ok && definition.value))).toMatchObject({ enabled: false, actions: 1 })
    expect(JSON.stringify(task)).not.toContain(PASSWORD)
  })

  it('reads the file of a task as this Windows stores it', async () => {
    const file = join(workspace.prefix.driveC, 'windows', 'system32', 'tasks', ...TASK.split('\\').slice(1))
    expect(parseTask(await readFile(file))).toMatchObject({ enabled: false, actions: 1 })
  })

  it('walks the folders of tasks, and never takes a list that this Windows does not give for an empty one', () => {
    const { listing, readings } = outcome
    const failure = (subject: string) => ({ function: 'IRegisteredTaskCollection::get_Count', code: NOT_IMPLEMENTED, subject })
    expect(listing).toEqual({ ok: true, value: { tasks: [], failures: [failure('\\'), failure('\\Abgleich')] } })
    expect(readings['scheduled-tasks']).toEqual({
      status: 'unsupported',
      reason: 'IRegisteredTaskCollection::get_Count for \\ ended with error 0x80004001',
    })
  })

  it('knows no updates of a Windows without a servicing stack', () => {
    const { readings } = outcome
    expect(readings.updates).toEqual({
      status: 'failed',
      reason: expect.stringMatching(/^RegOpenKeyExW .*Servicing .* ended with error 2$/),
    })
  })

  it('knows that there is no antivirus where neither its namespace nor its service exists', () => {
    const { readings } = outcome
    expect(readings.antivirus).toEqual({ status: 'ok', facts: { products: [] } })
  })

  describe('on a server with updates and a Defender that stands still', () => {
    beforeAll(async () => {
      const { prefix, folder, runWine } = workspace
      const marks = `[${SERVICING}\\RebootPending]\r\n`
      await writeFile(
        join(folder, 'updates.reg'),
        `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${[...UPDATES, marks].join('\r\n')}`,
        'utf16le',
      )
      expect(await prefix.run('reg.exe', ['import', 'updates.reg'], folder)).toMatchObject({ status: 0 })
      await writeFile(join(folder, 'services.json'), JSON.stringify([DEFENDER_SERVICE]))
      expect(await runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
      outcome = await read()
    })

    it('reads when the newest update in use was installed, and that a restart is pending', () => {
      const { readings } = outcome
      expect(readings.updates).toEqual({
        status: 'ok',
        facts: { lastInstalledAt: '2026-11-11T01:02:03.000Z', rebootPending: true },
      })
    })

    it('reads that Defender is off', () => {
      const { readings } = outcome
      expect(readings.antivirus).toEqual({
        status: 'ok',
        facts: { products: [{ name: 'Microsoft Defender Antivirus', enabled: false, realTime: false, signaturesUpdatedAt: null }] },
        notes: ['the service of Microsoft Defender Antivirus does not run'],
      })
    })
  })
})
