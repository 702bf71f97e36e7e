import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openAccountHands } from '#electron/rotation/server/accounts.ts'
import { secretText } from '#electron/rotation/server/secret-text.ts'
import { openServiceArea } from '#electron/rotation/server/services-open.ts'
import { openVault } from '#electron/vault/open-vault.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { rotationPlanSchemaId } from '#shared/rotation/plan.ts'
import { done, noSignIn } from '../support/acted.ts'
import { describeWith } from '../support/needs.ts'
import type { Line, Reach, Step } from '../wine/programs/change-passwords.ts'
import { powershell, runTool, SERVICE_SOURCE, tryTool, uniqueName, uniquePassword } from './support.ts'

const program = fileURLToPath(new URL('../wine/programs/change-passwords.ts', import.meta.url))
const RIGHT = 'SeServiceLogonRight'

/** Each step goes on with what the one before left. */
describeWith('Windows', 'a password change of a real Windows', () => {
  const base = uniqueName()
  const service = `${base}sync`
  const user = `${base}user`
  const password = uniquePassword()
  const server = process.env.COMPUTERNAME ?? ''
  const login = `windows:${server}\\${user}`
  const folder = join(process.env.ProgramData ?? 'C:\\ProgramData', base)
  const serviceProgram = join(folder, `${base}.exe`)
  const data = join(process.env.ProgramData ?? 'C:\\ProgramData', 'ERP Checkup')
  const journals = join(data, 'Rotation')
  const variables = { CHECKUP_PROGRAM: serviceProgram, CHECKUP_USER: user, CHECKUP_PASSWORD: password }

  const native = createNativeAccess(koffiSource)
  const accounts = openAccountHands(native)
  const vault = openVault({ platform: process.platform, environment: process.env, now: () => new Date() })
  const { services, rights } = openServiceArea(native, {
    policyRights: async () => ({ status: 'read', value: [], gaps: [] }),
    logins: [],
    now: () => new Date(),
    wait: (durationMs, signal) => sleep(durationMs, undefined, { signal }).catch(() => undefined),
  })
  const never = new AbortController().signal
  let isFirst = false
  let journalsBefore: ReadonlySet<string> = new Set()
  let old = password

  const plan = (id: string) => ({
    schema: rotationPlanSchemaId,
    id: `${base}-${id}`,
    server,
    rehearsal: false,
    pause: 'app',
    logins: [
      {
        ...{ key: login, kind: 'windows', name: user, account: 'local', change: { kind: 'new-password', how: 'change' } },
        ...{ oldPasswordKnown: true, length: 25, usedByOthers: false, changedBy: 'app', keptIn: 'keychain' },
        ...{ minimumAgeHours: 0, historyCount: 0, lockOut: 'none' },
        holders: [{ key: `service:${service}`, kind: 'service', name: service }],
      },
    ],
    services: [{ name: service, startMode: 'auto', delayedStart: true, state: 'running' }],
    folders: [folder],
    stopOrder: [service],
    startOrder: [service],
    times: { actMinutes: 5, watchMinutes: 0.1, graceDays: 0 },
    schedule: { callAt: null, reviewOn: '2027-02-01' },
  })

  /** Does the steps in a process of their own, which Node takes as it is written; the lines that it wrote. */
  async function change(...steps: readonly Step[]): Promise<readonly Line[]> {
    const reach: Reach = {}
    await writeFile(join(folder, 'steps.json'), JSON.stringify(steps))
    await writeFile(join(folder, 'reach.json'), JSON.stringify(reach))
    const child = spawn(process.execPath, ['--no-warnings', program, 'steps.json', 'reach.json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    const [written, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    expect(errors).toBe('')
    return written.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line)))
  }

  const stored = async (): Promise<readonly { readonly generation: string; readonly state: string }[]> => {
    const listed = await vault.list()
    if (!listed.ok) throw new Error(`the keychain does not tell: ${listed.problem.kind}`)
    return listed.value.generations.filter((each) => each.login === login)
  }

  /** The keychain has one password, the user takes that and no older one, and the service has signed in with it. */
  async function expectAgreement(lines: readonly Line[]): Promise<void> {
    expect(lines.at(-1)).toMatchObject({ kind: 'end', outcome: 'complete', disagreements: 0 })
    const [current, ...others] = await stored()
    expect([current?.state, others]).toEqual(['current', []])
    const read = await vault.read(current?.generation ?? '')
    if (!read.ok) throw new Error(`the keychain does not tell: ${read.problem.kind}`)
    expect(lines.at(-1)).toMatchObject({
      kept: expect.arrayContaining([{ login, state: 'current', digest: createHash('sha256').update(read.value).digest('hex') }]),
    })
    expect(await accounts.signIn(user, secretText(read.value), 'service')).toEqual(done)
    expect(await accounts.signIn(user, secretText(old), 'service')).toEqual(noSignIn('windows-1326', 'wrong-password'))
    expect(await services.look(service)).toEqual({ state: 'running', startMode: 'auto' })
    expect(await services.accountOf(service)).toBe(`.\\${user}`)
    // It starts with what it has now, not with what it had when it was started.
    expect(await services.stop(service, never)).toEqual(done)
    expect(await services.start(service, never)).toEqual(done)
    expect(JSON.stringify(lines)).not.toContain(read.value)
    old = read.value
  }

  const journalNames = (): Promise<readonly string[]> => readdir(journals).catch(() => [])

  beforeAll(async () => {
    isFirst = (await readdir(data).catch(() => null)) === null
    journalsBefore = new Set(await journalNames())
    await mkdir(folder, { recursive: true })
    await powershell(SERVICE_SOURCE, variables)
    const make =
      'New-LocalUser -Name $env:CHECKUP_USER -Password (ConvertTo-SecureString $env:CHECKUP_PASSWORD -AsPlainText -Force) | Out-Null'
    await powershell(make, variables)
    const start = ['binPath=', `"${serviceProgram}"`, 'start=', 'delayed-auto']
    await runTool('sc.exe', 'create', service, ...start, 'obj=', `.\\${user}`, 'password=', password)
    expect(await rights.grant(`.\\${user}`, RIGHT)).toEqual(done)
    expect(await services.start(service, never)).toEqual(done)
    expect(await change({ do: 'store', server, login, password })).toEqual([])
  })

  /** Each thing goes, whether or not the one before did. */
  afterAll(async () => {
    const removals: readonly (() => Promise<unknown>)[] = [
      () => services.stop(service, AbortSignal.timeout(30_000)),
      () => tryTool('sc.exe', 'delete', service),
      () => rights.revoke(user, RIGHT),
      () => tryTool('net.exe', 'user', user, '/delete'),
      async () => {
        for (const { generation } of await stored()) await vault.discard(generation)
      },
      async () => {
        for (const name of (await journalNames()).filter((each) => !journalsBefore.has(each))) {
          const id = /-([0-9a-f]{32})\.journal$/.exec(name)?.[1]
          if (id !== undefined) await vault.heads.remove(id)
          await rm(join(journals, name), { force: true })
        }
      },
      async () => {
        if (isFirst) await rm(data, { recursive: true, force: true })
      },
      () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 }),
    ]
    const failures: unknown[] = []
    for (const remove of removals) await remove().catch((error: unknown) => failures.push(error))
    expect(failures).toEqual([])
  })

  it('is done and checked as a whole', async () => {
    await expectAgreement(await change({ do: 'begin', plan: plan('whole') }))
  })

  it('goes on after the program was killed in the middle', async () => {
    const kill = { act: 'change-password', place: 'done' } as const
    const lines = await change({ do: 'begin', plan: plan('killed'), kill })
    expect(lines.at(-1)).toMatchObject({ kind: 'killed', place: 'done' })
    // Between the two nothing agrees: the user takes the new password alone, and the service has the old one and stands still.
    expect(await services.look(service)).toEqual({ state: 'stopped', startMode: 'disabled' })
    expect(await accounts.signIn(user, secretText(old), 'service')).toEqual(noSignIn('windows-1326', 'wrong-password'))
    await expectAgreement(await change({ do: 'continue' }))
  })
})
