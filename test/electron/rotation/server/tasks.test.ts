import { describe, expect, it } from 'vitest'

import { secretText } from '#electron/rotation/server/secret-text.ts'
import { createTaskHands, type TaskPorts } from '#electron/rotation/server/tasks.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { done, failed } from '../../../support/acted.ts'
import { germanTask, groupTask, windowsTask } from '../../policy/task-samples.ts'

const PATH = '\\Abgleich\\Aufträge nachts'
const SID = 'S-1-5-21-1-2-3-1004'
const NEW_SID = 'S-1-5-21-1-2-3-1009'
const SIDS: Readonly<Record<string, string>> = { 'ERP01\\sync': SID, 'ERP01\\sync2': NEW_SID }

const password = secretText('next one')

interface World {
  readonly definition?: string | null | number
  readonly enabled?: boolean
  readonly result?: Win32Result<number>
  /** what registering makes of the task; absent: the account is another one */
  readonly after?: (definition: string) => string | number
  readonly enabledAfter?: boolean
  readonly sidOf?: TaskPorts['accounts']['sidOf']
}

/** Hands on a made scheduler that registers as Windows does: the account is written as a SID. */
function handsOn({ definition = germanTask, enabled = false, result = succeeded(0), after, enabledAfter = enabled, sidOf }: World) {
  const updates: unknown[] = []
  let registered: string | null | number = definition
  let isEnabled = enabled
  const ports: TaskPorts = {
    tasks: {
      task: (path) => {
        if (typeof registered === 'number') return refused('ITaskFolder::GetTask', registered)
        return succeeded(registered === null ? null : { path, enabled: isEnabled, definition: registered })
      },
      update: ({ password: text, ...update }) => {
        updates.push({ ...update, password: Buffer.from(text).toString('utf16le') })
        if (!result.ok) return result
        const withAccount = update.definition.replace(/<UserId>[^<]*/, `<UserId>${SIDS[update.user] ?? update.user}`)
        registered = after === undefined ? withAccount : after(withAccount)
        isEnabled = enabledAfter
        return result
      },
    },
    accounts: { sidOf: sidOf ?? ((name) => succeeded(SIDS[name] ?? null)) },
    system: { computerName: () => succeeded('ERP01') },
  }
  return { updates, hands: createTaskHands(ports) }
}

describe('tasks: giving a task its password', () => {
  it('registers the definition as it was read, with account and password', async () => {
    const { updates, hands } = handsOn({})
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(done)
    expect(updates).toEqual([
      { path: PATH, definition: germanTask, enabled: false, user: 'ERP01\\sync', password: 'next one', orInteractive: false },
    ])
  })

  it('can be done twice', async () => {
    const { hands } = handsOn({})
    await hands.updateTask(PATH, 'ERP01\\sync', password)
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(done)
  })

  it('moves a task to another account', async () => {
    const { hands } = handsOn({})
    expect(await hands.updateTask(PATH, 'ERP01\\sync2', password)).toEqual(done)
    expect(await hands.accountOf(PATH)).toBe(NEW_SID)
  })

  it.each([
    { given: 'sync', user: 'ERP01\\sync' },
    { given: '.\\sync', user: 'ERP01\\sync' },
    { given: 'ACME\\sync', user: 'ACME\\sync' },
    { given: 'sync@acme.example', user: 'sync@acme.example' },
  ])('names the account $given as $user', async ({ given, user }) => {
    const { updates, hands } = handsOn({})
    expect(await hands.updateTask(PATH, given, password)).toEqual(done)
    expect(updates).toMatchObject([{ user }])
  })

  it('keeps the way in which a task signs in', async () => {
    const definition = germanTask.replace('<LogonType>Password<', '<LogonType>InteractiveTokenOrPassword<')
    const { updates, hands } = handsOn({ definition })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(done)
    expect(updates).toMatchObject([{ orInteractive: true }])
  })

  const withLogon = (type: string): string => germanTask.replace('<LogonType>Password<', `<LogonType>${type}<`)
  it.each([
    { name: 'of a group', definition: groupTask },
    { name: 'of Windows itself', definition: windowsTask },
    { name: 'that runs without a password', definition: withLogon('S4U') },
    { name: 'that runs as whoever is signed in', definition: withLogon('InteractiveToken') },
    { name: 'whose definition cannot be read', definition: '<Task>' },
  ])('refuses a task $name, and registers nothing', async ({ definition }) => {
    const { updates, hands } = handsOn({ definition })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(failed('task-stores-no-password', 'not-done'))
    expect(updates).toEqual([])
    expect(await hands.accountOf(PATH)).toBeNull()
  })

  it.each([
    { name: 'is not there', definition: null, code: 'task-not-there' },
    { name: 'may not be read', definition: 5, code: 'windows-5' },
    { name: 'has a scheduler that does not run', definition: 0x80041315, code: 'windows-0x80041315' },
  ])('changes nothing of a task that $name', async ({ definition, code }) => {
    const { updates, hands } = handsOn({ definition })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(failed(code, 'not-done'))
    expect(updates).toEqual([])
    expect(await hands.accountOf(PATH)).toBeNull()
  })

  it.each([
    { code: 5, answer: failed('windows-5', 'not-done') },
    { code: 2, answer: failed('task-not-there', 'not-done') },
    { code: 1312, answer: failed('windows-1312', 'not-done') },
    { code: 1326, answer: failed('windows-1326', 'not-done') },
    { code: 0x80041310, answer: failed('windows-0x80041310', 'not-done') },
    { code: 1726, answer: failed('windows-1726', 'unknown') },
    { code: 0x8000ffff, answer: failed('windows-0x8000FFFF', 'unknown') },
  ])('says of refusal $code that it is $answer.outcome', async ({ code, answer }) => {
    const { hands } = handsOn({ result: refused('ITaskFolder::RegisterTask', code) })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(answer)
  })

  it.each([
    { name: 'keeps no password now', after: (text: string) => text.replace('>Password<', '>S4U<'), code: 'task-keeps-no-password' },
    { name: 'runs as another account', after: (text: string) => text.replace(SID, NEW_SID), code: 'task-runs-as-other' },
    { name: 'does something else', after: (text: string) => text.replace('/nacht', '/tag'), code: 'task-changed-otherwise' },
    { name: 'cannot be read any more', after: () => 5, code: 'windows-5' },
  ])('does not believe a success after which the task $name', async ({ after, code }) => {
    const { hands } = handsOn({ after })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(failed(code, 'unknown'))
  })

  it.each([
    { before: true, after: false },
    { before: false, after: true },
  ])('notices that its switch went from $before to $after', async ({ before, after }) => {
    const { hands } = handsOn({ enabled: before, enabledAfter: after })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(failed('task-changed-otherwise', 'unknown'))
  })

  it('tells that the account may not sign in as a batch job', async () => {
    const { hands } = handsOn({ result: succeeded(0x4131c) })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(failed('task-may-not-sign-in', 'unknown'))
  })

  it.each([
    { name: 'the same', written: 'erp01\\SYNC', answer: done },
    { name: 'another', written: 'ERP01\\sync2', answer: failed('task-runs-as-other', 'unknown') },
  ])('compares names only where Windows knows neither account: $name', async ({ written, answer }) => {
    const after = (text: string): string => text.replace(SID, written)
    const { hands } = handsOn({ after, sidOf: () => refused('LookupAccountNameW', 1722) })
    expect(await hands.updateTask(PATH, 'ERP01\\sync', password)).toEqual(answer)
  })
})
