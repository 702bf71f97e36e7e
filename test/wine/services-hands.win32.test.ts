import { execFile } from 'node:child_process'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { holderAccountOf } from '#electron/rotation/server/login-hands.ts'
import { describeWith } from '../support/needs.ts'
import { windowsLogin } from '../support/rotation-plans.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { Step } from './programs/act-on-services.ts'
import type { ServiceSeed } from './programs/seed-services.ts'

const run = promisify(execFile)
const sources = join(import.meta.dirname, 'programs')

const FOLDER = 'C:\\Program Files\\ERP Sync'
const PROGRAM = `"${FOLDER}\\wspsync.exe"`
const SECRET = 'Sommer-Ärger №7'

const seed = (name: string, manner: string, startType: number, account: string | null = '.\\erpsync'): ServiceSeed => ({
  name,
  displayName: `${name} №1`,
  startType,
  imagePath: `${PROGRAM} ${manner}`,
  account,
})
const SERVICES = [
  seed('Plain', 'plain', 3),
  seed('Slow', 'slow', 2),
  seed('Hangs', 'hangs', 3),
  seed('Fails', 'fails', 3),
  seed('System', 'plain', 3, null),
]

/** What a refusing service control manager answers to the acts that come to it, and what these then are. */
const REFUSED = [
  { refusal: 'STOPPING=1051', step: ['stop', 'Plain'], result: 'service-1051', outcome: 'not-done' },
  { refusal: 'STOPPING=1053', step: ['stop', 'Plain'], result: 'service-1053', outcome: 'unknown' },
  { refusal: 'STARTING=1068', step: ['start', 'Slow'], result: 'service-1068', outcome: 'not-done' },
  { refusal: 'CHANGING=5', step: ['disable', 'Slow'], result: 'service-5', outcome: 'not-done' },
  { refusal: 'CHANGING=1057', step: ['setAccount', 'Slow', '.\\erpsync', SECRET], result: 'service-1057', outcome: 'not-done' },
] as const satisfies readonly { step: Step; [field: string]: unknown }[]

/** Libraries to compile from rights-advapi32.c, with their definitions. */
const RIGHTS = {
  'rights.dll': [],
  'rights-forgetful.dll': ['-DFORGETFUL'],
  'rights-closed.dll': ['-DREFUSE=0xC0000022'],
  'rights-read-only.dll': ['-DADDING=0xC0000022'],
  'rights-sticky.dll': ['-DREMOVING=0xC00000DC'],
} as const
const done = { kind: 'done' }
const notDone = (code: string) => ({ kind: 'failed', code, outcome: 'not-done' })
const configured = (startMode: string, account: string) => ({
  ok: true,
  value: { ok: true, value: { startMode, account, imagePath: `${PROGRAM} plain` } },
})
const LONG_AGO = '2026-01-01T00:00:00Z'

/** Logs that this Windows opens only seemingly, so that nothing in them is known. */
const BLIND = { unread: ['System', 'Security'], login: null }

describeWith('wine', 'hands on services', () => {
  describeWith('mingw-w64', 'of made programs', () => {
    let workspace: Awaited<ReturnType<typeof openWineWorkspace>>

    async function act(steps: readonly Step[], libraries: Readonly<Record<string, string>> = {}) {
      await writeFile(join(workspace.folder, 'steps.json'), JSON.stringify(steps))
      const outcome = await workspace.runWine(['act.mjs', 'results.json', 'steps.json', JSON.stringify(libraries)])
      expect(outcome).toMatchObject({ status: 0, stderr: '' })
      const text = await readFile(join(workspace.folder, 'results.json'), 'utf8')
      expect(text).not.toContain(SECRET)
      return JSON.parse(text) as { readonly results: readonly unknown[]; readonly outstanding: Readonly<Record<string, number>> }
    }

    const resultsOf = async (...steps: readonly Step[]): Promise<readonly unknown[]> => (await act(steps)).results

    beforeAll(async () => {
      workspace = await openWineWorkspace({
        bundle: {
          act: new URL('./programs/act-on-services.ts', import.meta.url),
          seed: new URL('./programs/seed-services.ts', import.meta.url),
        },
      })
      const { folder, prefix } = workspace
      await run('x86_64-w64-mingw32-gcc', ['-municode', join(sources, 'service-under-test.c'), '-o', join(folder, 'wspsync.exe')])
      const place = join(prefix.driveC, 'Program Files', 'ERP Sync')
      await mkdir(place, { recursive: true })
      await rename(join(folder, 'wspsync.exe'), join(place, 'wspsync.exe'))
      await writeFile(join(folder, 'services.json'), JSON.stringify(SERVICES))
      expect(await workspace.runWine(['seed.mjs', 'services.json'])).toMatchObject({ status: 0, stderr: '' })
    })

    afterAll(async () => {
      await workspace?.close()
    })

    it('stop, start and see what runs, each act also a second time', async () => {
      const results = await resultsOf(
        ['start', 'Plain'],
        ['start', 'Plain'],
        ['look', 'Plain'],
        ['processesLeft', ['Plain'], []],
        ['processesLeft', [], [FOLDER.toUpperCase()]],
        ['processesLeft', ['Slow'], ['C:\\Program Files\\Other']],
        ['stop', 'Plain'],
        ['stop', 'Plain'],
        ['look', 'Plain'],
        ['processesLeft', ['Plain'], [FOLDER]],
      )
      const left = ['wspsync.exe']
      const running = { state: 'running', startMode: 'manual' }
      expect(results).toEqual([done, done, running, left, left, [], done, done, { ...running, state: 'stopped' }, []])
    })

    it('wait for a service that takes its time both ways', async () => {
      const looks = await resultsOf(['start', 'Slow'], ['look', 'Slow'], ['stop', 'Slow'], ['look', 'Slow'])
      expect(looks).toEqual([done, { state: 'running', startMode: 'auto' }, done, { state: 'stopped', startMode: 'auto' }])
    })

    it('leave open what becomes of a service that hangs, and know one that ends at once', async () => {
      const results = await resultsOf(['start', 'Hangs'], ['stop', 'Hangs', 1500], ['look', 'Hangs'], ['start', 'Fails'], ['look', 'Fails'])
      expect(results).toEqual([
        done,
        { kind: 'failed', code: 'time-out', outcome: 'unknown' },
        { state: 'unknown', startMode: 'manual' },
        notDone('service-stopped-again'),
        { state: 'stopped', startMode: 'manual' },
      ])
    })

    it('disable a service, so that nothing starts it, and restore it exactly', async () => {
      const results = await resultsOf(
        ['disable', 'Plain'],
        ['disable', 'Plain'],
        ['start', 'Plain'],
        ['restoreStartMode', 'Plain', 'auto', false],
        ['restoreStartMode', 'Plain', 'auto', false],
        ['configuration', 'Plain'],
        ['restoreStartMode', 'Plain', 'manual', false],
        ['configuration', 'Plain'],
      )
      const account = '.\\erpsync'
      expect(results.slice(0, 5)).toEqual([done, done, notDone('service-1058'), done, done])
      expect(results[5]).toMatchObject(configured('auto', account))
      expect(results.slice(6)).toEqual([done, configured('manual', account)])
    })

    it('restore a delayed start, or say that this Windows has none', async () => {
      const [restored, configuration, again] = await resultsOf(
        ['restoreStartMode', 'Plain', 'auto', true],
        ['configuration', 'Plain'],
        ['restoreStartMode', 'Plain', 'manual', false],
      )
      const isDelayed = JSON.stringify(configuration).includes('"delayedStart":true')
      expect(restored).toEqual(isDelayed ? done : notDone('service-124'))
      expect(again).toEqual(done)
    })

    it('set account and password, keep the spelling, and touch no other setting', async () => {
      const results = await resultsOf(
        ['setAccount', 'Plain', 'erpsync', SECRET],
        ['accountOf', 'Plain'],
        ['setAccount', 'Plain', 'ACME\\erpnew', SECRET],
        ['configuration', 'Plain'],
        ['setAccount', 'Plain', '.\\erpsync', SECRET],
        ['configuration', 'Plain'],
        ['start', 'Plain'],
        ['stop', 'Plain'],
      )
      expect(results).toEqual([
        ...[done, '.\\erpsync'],
        ...[done, configured('manual', 'ACME\\erpnew')],
        ...[done, configured('manual', '.\\erpsync')],
        ...[done, done],
      ])
    })

    it.each(['.\\erpsync', 'ACME\\ErpSync', 'erpsync@acme.example'])(
      'give a service its account back exactly as it was read, after it was moved to a new user: %s',
      async (spelling) => {
        const [, account] = await resultsOf(['setAccount', 'Plain', spelling, SECRET], ['accountOf', 'Plain'])
        const change = { kind: 'new-user', newKey: 'windows:ERP01\\svc-sync', newName: 'svc-sync', rights: [] } as const
        const holder = { key: 'service:Plain', kind: 'service', name: 'Plain', account: String(account) } as const
        const accountAt = (generation: number): string => holderAccountOf(windowsLogin({ change, holders: [holder] }), holder, generation)
        const results = await resultsOf(
          ['setAccount', 'Plain', accountAt(1), SECRET],
          ['accountOf', 'Plain'],
          ['setAccount', 'Plain', accountAt(0), SECRET],
          ['accountOf', 'Plain'],
          ['setAccount', 'Plain', '.\\erpsync', SECRET],
        )
        expect(account).toBe(spelling)
        expect(results).toEqual([done, 'ERP01\\svc-sync', done, account, done])
      },
    )

    it('never write an account that is not ours', async () => {
      const results = await resultsOf(
        ['setAccount', 'System', '.\\erpsync', SECRET],
        ['setAccount', 'Plain', 'NT AUTHORITY\\LocalService', SECRET],
        ['accountOf', 'System'],
        ['accountOf', 'Plain'],
      )
      expect(results).toEqual([notDone('service-account-not-ours'), notDone('service-account-not-ours'), 'LocalSystem', '.\\erpsync'])
    })

    it('know a service that is not there', async () => {
      const results = await resultsOf(
        ['stop', 'Nobody'],
        ['start', 'Nobody'],
        ['disable', 'Nobody'],
        ['setAccount', 'Nobody', '.\\erpsync', SECRET],
        ['look', 'Nobody'],
        ['accountOf', 'Nobody'],
      )
      const gone = notDone('service-1060')
      expect(results).toEqual([gone, gone, gone, gone, { state: 'unknown', startMode: 'unknown' }, null])
    })

    it('watch services run, and tell that the logs were not read', async () => {
      const results = await resultsOf(
        ['start', 'Plain'],
        ['watch', ['Plain'], 2500, LONG_AGO],
        ['stop', 'Plain'],
        ['watch', ['Plain'], 2500, LONG_AGO],
      )
      expect(results).toEqual([done, { ...done, ...BLIND }, done, { ...notDone('service-not-running'), ...BLIND }])
    })

    it('give no right to an account that is not there, nor to one that is no user', async () => {
      const right = 'SeServiceLogonRight'
      const results = await resultsOf(['grant', '.\\erpsync', right], ['holds', '.\\erpsync', right], ['grant', 'BUILTIN\\Users', right])
      expect(results).toEqual([notDone('right-account-not-found'), null, notDone('right-account-not-ours')])
    })

    describe('with a service control manager that writes down what it gets', () => {
      const compile = (name: string, definitions: readonly string[]) =>
        run('x86_64-w64-mingw32-gcc', [
          ...['-shared', '-w', ...definitions],
          ...[join(sources, 'services-advapi32.c'), '-o', join(workspace.folder, name)],
        ])

      it('hand over account and password together, in full, and nothing else', async () => {
        await compile('services.dll', [])
        const steps: readonly Step[] = [
          ['setAccount', 'Plain', 'ACME\\erpnew', SECRET],
          ['setAccount', 'Plain', '.\\erpsync', SECRET],
          ['disable', 'Plain'],
          ['restoreStartMode', 'Plain', 'manual', false],
        ]
        expect((await act(steps, { 'advapi32.dll': 'services.dll' })).results).toEqual([done, done, done, done])
        const written = (await readFile(join(workspace.folder, 'services.txt'), 'utf16le')).split('|').slice(0, -1)
        const same = 'ffffffff'
        const change = (start: string, account = 'none', password = 'none') =>
          [same, start, same, 'none', 'none', 'none', 'none', account, password, 'none'] as const
        expect(written).toEqual([
          ...change(same, 'ACME\\erpnew', SECRET),
          ...change(same, '.\\erpsync', SECRET),
          ...change('4'),
          ...change('3'),
        ])
      })

      it.each(REFUSED)('say what a refusal means: $refusal', async ({ refusal, step, result, outcome }) => {
        await resultsOf(['start', 'Plain'])
        await compile(`${result}.dll`, [`-D${refusal}`])
        const { results } = await act([step], { 'advapi32.dll': `${result}.dll` })
        expect(results).toEqual([{ kind: 'failed', code: result, outcome }])
      })

      it('say of a refused sign-in no more than is known where no log can be read', async () => {
        await compile('no-sign-in.dll', ['-DSTARTING=1069'])
        const { results } = await act([['start', 'Slow']], { 'advapi32.dll': 'no-sign-in.dll' })
        expect(results).toEqual([{ kind: 'no-sign-in', code: 'service-1069', proves: 'nothing' }])
      })
    })

    describe('with made user rights', () => {
      const USER = 'ACME\\chief'
      const SERVICE = 'SeServiceLogonRight'
      const calls = (): Promise<string> => readFile(join(workspace.folder, 'rights.txt'), 'utf8').catch(() => '')

      beforeAll(async () => {
        const options = ['-D_WIN32_WINNT=0x0A00', '-shared', '-w']
        const compile = (name: string, source: string, definitions: readonly string[]) =>
          run('x86_64-w64-mingw32-gcc', [...options, ...definitions, join(sources, source), '-o', join(workspace.folder, name)])
        for (const [name, definitions] of Object.entries(RIGHTS)) await compile(name, 'rights-advapi32.c', definitions)
        await compile('authz-made.dll', 'accounts-authz.c', [])
      })

      beforeEach(async () => {
        await rm(join(workspace.folder, 'rights.txt'), { force: true })
      })

      const actOn = async (library: keyof typeof RIGHTS, ...steps: readonly Step[]) => {
        const { results, outstanding } = await act(steps, { 'advapi32.dll': library, 'authz.dll': 'authz-made.dll' })
        expect(Object.values(outstanding).filter((count) => count !== 0)).toEqual([])
        return results
      }

      it('grant, deny and revoke one right each, with the exact calls, and read it back', async () => {
        const results = await actOn(
          'rights.dll',
          ['holds', USER, SERVICE],
          ['grant', USER, SERVICE],
          ['grant', USER, SERVICE],
          ['holds', USER, SERVICE],
          ['denyRemoteDesktop', USER],
          ['revoke', USER, SERVICE],
          ['revoke', USER, SERVICE],
          ['holds', USER, SERVICE],
        )
        expect(results).toEqual([false, done, done, true, done, done, done, false])
        expect((await calls()).trim().split(/\r?\n/)).toEqual([
          'add 1101 SeServiceLogonRight 40',
          'add 1101 SeDenyRemoteInteractiveLogonRight 68',
          'remove 1101 SeServiceLogonRight 40',
        ])
      })

      it('leave alone what a policy sets', async () => {
        const results = await actOn('rights.dll', ['grant', USER, 'SeBatchLogonRight'])
        expect(results).toEqual([{ ...notDone('right-set-by-policy'), policy: 'Dienste' }])
        expect(await calls()).toBe('')
      })

      it.each([
        { name: 'forgets', library: 'rights-forgetful.dll', code: 'right-not-kept', held: false },
        { name: 'refuses a change', library: 'rights-read-only.dll', code: 'right-5', held: false },
        { name: 'refuses everything', library: 'rights-closed.dll', code: 'right-5', held: null },
      ] as const)('fail on a Windows that $name', async ({ library, code, held }) => {
        const results = await actOn(library, ['grant', USER, SERVICE], ['holds', USER, SERVICE])
        expect(results).toEqual([notDone(code), held])
      })

      it('fail where a right is not taken away', async () => {
        const results = await actOn('rights-sticky.dll', ['grant', USER, SERVICE], ['revoke', USER, SERVICE], ['holds', USER, SERVICE])
        expect(results).toEqual([done, notDone('right-0xC00000DC'), true])
      })
    })
  })
})
