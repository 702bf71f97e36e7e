import { describe, expect, it } from 'vitest'

import { scheduledTasksProbe } from '#electron/probes/scheduled-tasks/probe.ts'
import { refused, succeeded, type Win32Failure } from '#electron/win32/result.ts'
import type { RegisteredTask } from '#electron/win32/task-scheduler.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { germanTask, groupTask, taskWith, windowsTask } from '../../policy/task-samples.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

const USER = 'S-1-5-21-1-2-3-1004'

/** What Windows says of an account; a number is the code that asking gives. */
interface StandInAccounts {
  readonly names?: Readonly<Record<string, string | number>>
  readonly sids?: Readonly<Record<string, string | number>>
}

function accountsOf({ names = {}, sids = {} }: StandInAccounts, asked: string[] = []): Windows['accounts'] {
  const answer = (call: string, table: Readonly<Record<string, string | number>>) => (key: string) => {
    asked.push(key)
    const found = table[key] ?? null
    return typeof found === 'number' ? refused(call, found, { subject: key }) : succeeded(found)
  }
  return { nameOf: answer('LookupAccountSidW', names), sidOf: answer('LookupAccountNameW', sids) }
}

const taskOf = (path: string, definition: string, enabled = true): RegisteredTask => ({ path, definition, enabled })

function read(tasks: readonly RegisteredTask[], parts: Partial<Windows> = {}, failures: readonly Win32Failure[] = []) {
  return scheduledTasksProbe.read(contextOf(windowsOf({ tasks: { list: () => succeeded({ tasks, failures }) }, ...parts })))
}

const runAs = (account: string) => taskWith({ principals: `<Principal><UserId>${account}</UserId></Principal>` })
const exec = (command: string, args: string) =>
  taskWith({ actions: `<Exec><Command>${command}</Command><Arguments>${args}</Arguments></Exec>` })

describe('scheduled-tasks', () => {
  it('reads tasks of Windows and of people, with their accounts', () => {
    const accounts = accountsOf({ names: { [USER]: 'FIRMA\\Müller' } })
    const tasks = [
      taskOf('\\Microsoft\\Windows\\Registry\\RegIdleBackup', windowsTask),
      taskOf('\\Abgleich\\Aufträge nachts', germanTask),
      taskOf('\\Users', groupTask, false),
    ]
    const system = 'S-1-5-18'
    expect(read(tasks, { accounts })).toEqual({
      status: 'ok',
      facts: {
        tasks: [
          {
            path: '\\Microsoft\\Windows\\Registry\\RegIdleBackup',
            account: system,
            accountSid: system,
            enabled: true,
            elevated: true,
            storesPassword: false,
            command: 'COM handler {CA767AA8-9157-4604-B64B-40747123D5F2}',
          },
          {
            path: '\\Abgleich\\Aufträge nachts',
            account: 'FIRMA\\Müller',
            accountSid: USER,
            enabled: false,
            elevated: true,
            storesPassword: true,
            command: '"C:\\Programme\\Aufträge & mehr\\abgleich.exe" /ziel "\\\\NAS01\\Aufträge" /nacht',
          },
          {
            path: '\\Users',
            account: 'S-1-5-32-545',
            accountSid: 'S-1-5-32-545',
            enabled: false,
            elevated: false,
            storesPassword: false,
            command: '%windir%\\system32\\rundll32.exe',
          },
        ],
      },
      notes: ['\\Abgleich\\Aufträge nachts has 2 actions: only the first is listed'],
    })
  })

  it('is whole where there is no task', () => {
    expect(read([])).toEqual({ status: 'ok', facts: { tasks: [] } })
  })

  it.each([
    { written: 'S-1-5-18', account: 'S-1-5-18', sid: 'S-1-5-18' },
    { written: 's-1-5-18', account: 'S-1-5-18', sid: 'S-1-5-18' },
    { written: 'SYSTEM', account: 'SYSTEM', sid: 'S-1-5-18' },
    { written: 'NT AUTHORITY\\SYSTEM', account: 'NT AUTHORITY\\SYSTEM', sid: 'S-1-5-18' },
    { written: 'NT-AUTORITÄT\\SYSTEM', account: 'NT-AUTORITÄT\\SYSTEM', sid: 'S-1-5-18' },
    { written: '.\\sync', account: '.\\sync', sid: USER },
    { written: 'ERP01\\sync', account: 'ERP01\\sync', sid: USER },
    { written: USER, account: 'ERP01\\sync', sid: USER },
    { written: 'S-1-5-80-1-2-3-4-5', account: 'NT SERVICE\\Sync', sid: 'S-1-5-80-1-2-3-4-5' },
    { written: 'S-1-5-21-9-9-9-1001', account: 'S-1-5-21-9-9-9-1001', sid: 'S-1-5-21-9-9-9-1001' },
    { written: 'ERP01\\gone', account: 'ERP01\\gone', sid: null },
  ])('tells that $written is $sid', ({ written, account, sid }) => {
    const accounts = accountsOf({
      names: { [USER]: 'ERP01\\sync', 'S-1-5-80-1-2-3-4-5': 'NT SERVICE\\Sync' },
      sids: { SYSTEM: 'S-1-5-18', 'NT-AUTORITÄT\\SYSTEM': 'S-1-5-18', 'ERP01\\sync': USER },
    })
    const reading = read([taskOf('\\A', runAs(written))], { accounts })
    expect(reading).toMatchObject({ status: 'ok', facts: { tasks: [{ account, accountSid: sid }] } })
    expect(reading).not.toHaveProperty('notes')
  })

  it('asks for each account once, and a domain that does not answer never again', () => {
    const asked: string[] = []
    const lost = (rid: number) => `S-1-5-21-7-7-7-${rid}`
    const accounts = accountsOf({ names: { [lost(1)]: 1789, [USER]: 'ERP01\\sync' } }, asked)
    const reading = read(
      [USER, lost(1), USER, lost(2), lost(1)].map((account, index) => taskOf(`\\${index}`, runAs(account))),
      { accounts },
    )
    expect(asked).toEqual([USER, lost(1)])
    expect(reading).toMatchObject({ facts: { tasks: [{}, { account: lost(1), accountSid: lost(1) }, {}, { accountSid: lost(2) }, {}] } })
    expect(reading).not.toHaveProperty('incomplete')
    expect(reading).toMatchObject({
      notes: { length: 3, 0: `account of task \\1: LookupAccountSidW for ${lost(1)} ended with error 1789` },
    })
  })

  it('is incomplete where the SID of a name cannot be told', () => {
    const accounts = accountsOf({ sids: { 'LOST\\sync': 1789 } })
    expect(read([taskOf('\\A', runAs('LOST\\sync'))], { accounts })).toMatchObject({
      incomplete: true,
      facts: { tasks: [{ account: 'LOST\\sync', accountSid: null }] },
      notes: ['account of task \\A: LookupAccountNameW for LOST\\sync ended with error 1789'],
    })
  })

  it('masks what looks like a credential, and says so', () => {
    const reading = read([taskOf('\\Sync', exec('C:\\sync.exe', '/to \\\\NAS01 /password hunter2'))])
    expect(reading).toMatchObject({
      facts: { tasks: [{ command: 'C:\\sync.exe /to \\\\NAS01 /password ***' }] },
      notes: ['\\Sync: an argument that looks like a password was masked'],
    })
    expect(reading).not.toHaveProperty('incomplete')
  })

  it.each([
    { name: 'cannot be read', definition: germanTask.slice(0, 500), note: 'task \\Bad is left out: its definition cannot be read' },
    { name: 'names no account', definition: taskWith({ principals: '' }), note: 'task \\Bad is left out: its definition names no account' },
  ])('leaves out a task whose definition $name, and lists its neighbours', ({ definition, note }) => {
    expect(read([taskOf('\\Bad', definition), taskOf('\\Good', windowsTask)])).toMatchObject({
      incomplete: true,
      facts: { tasks: [{ path: '\\Good' }] },
      notes: [note],
    })
  })

  const DENIED: Win32Failure = { function: 'ITaskFolder::GetTasks', code: 5, subject: '\\Sync', missingRight: 'reading the folder' }
  const DENIED_TEXT = 'ITaskFolder::GetTasks for \\Sync ended with error 5; missing right: reading the folder'

  it('names what refused, and lists the rest', () => {
    expect(read([taskOf('\\Good', windowsTask)], {}, [DENIED])).toMatchObject({
      incomplete: true,
      facts: { tasks: [{ path: '\\Good' }] },
      notes: [`left out: ${DENIED_TEXT}`],
    })
  })

  it('has no facts where nothing but refusals came', () => {
    expect(read([], {}, [DENIED])).toEqual({ status: 'denied', reason: DENIED_TEXT })
  })

  it.each([
    { name: 'has no task scheduler', code: 0x80040154, status: 'unsupported' },
    { name: 'gives a list that it cannot count', code: 0x80004001, status: 'unsupported' },
    { name: 'denies', code: 5, status: 'denied' },
    { name: 'has a task scheduler that does not run', code: 1722, status: 'failed' },
  ])('has no facts where Windows $name', ({ code, status }) => {
    expect(read([], { tasks: { list: () => refused('CoCreateInstance', code) } })).toMatchObject({ status })
  })

  it('has no facts without the name of the computer', () => {
    const system = { ...windowsOf().system, computerName: () => refused('GetComputerNameExW', 31) }
    expect(read([], { system })).toMatchObject({ status: 'failed' })
  })

  it.each([
    {
      name: 'without administrator rights',
      elevated: succeeded(false),
      note: 'without administrator rights Windows does not show all tasks',
    },
    {
      name: 'where its rights are not known',
      elevated: refused('OpenProcessToken', 6),
      note: 'whether Windows shows all tasks is not known: OpenProcessToken ended with error 6',
    },
  ])('is never whole $name', ({ elevated, note }) => {
    const token = { ...windowsOf().token, elevated: () => elevated }
    expect(read([], { token })).toEqual({ status: 'ok', incomplete: true, facts: { tasks: [] }, notes: [note] })
  })
})
