import { describe, expect, it } from 'vitest'

import { processesProbe } from '#electron/probes/processes/probe.ts'
import { refused, succeeded, type Win32Result } from '#electron/win32/result.ts'
import { processListOf, type StandInProcess } from '../stand-in-processes.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

const SYNC: StandInProcess = { id: 100, name: 'sync.exe', path: 'C:\\Acme\\sync.exe', owner: 'S-1-5-21-1-2-3-1001' }
const SYNC_FACT = { name: 'sync.exe', path: 'C:\\Acme\\sync.exe', account: 'ERP01\\svc_sync', accountSid: 'S-1-5-21-1-2-3-1001' }
const SYSTEM: StandInProcess = { id: 4, name: 'System' }
const SYSTEM_FACT = { name: 'System', path: null, account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' }
const DENIED = 'OpenProcess ended with error 5; missing right: PROCESS_QUERY_LIMITED_INFORMATION'

const NAMES: Readonly<Record<string, string>> = { 'S-1-5-18': 'NT AUTHORITY\\SYSTEM', 'S-1-5-21-1-2-3-1001': 'ERP01\\svc_sync' }

interface Asking {
  readonly owners?: ReadonlyMap<number, string> | number
  readonly nameOf?: (sid: string) => Win32Result<string | null>
}

function read(processes: readonly StandInProcess[], { owners, nameOf = (sid) => succeeded(NAMES[sid] ?? null) }: Asking = {}) {
  const accounts = { sidOf: () => succeeded(null), nameOf }
  return processesProbe.read(contextOf(windowsOf({ processes: processListOf(processes, owners), accounts })))
}

describe('processes', () => {
  it('reads each with its path and its owner; a part of the kernel has no path', () => {
    expect(read([SYSTEM, SYNC])).toEqual({ status: 'ok', facts: { processes: [SYSTEM_FACT, SYNC_FACT] } })
  })

  it('leaves out what ended meanwhile, without a word', () => {
    expect(read([SYNC, { id: 104, name: 'gone.exe', opening: 87 }])).toEqual({ status: 'ok', facts: { processes: [SYNC_FACT] } })
  })

  it('is incomplete where the path of a program is refused, and says so once', () => {
    const closed = [1, 2, 3].map((id): StandInProcess => ({ id: 200 + id, name: `closed${id}.exe`, opening: 5 }))
    expect(read([SYNC, ...closed])).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { processes: [SYNC_FACT, ...closed.map(({ name }) => ({ name, path: null, account: null, accountSid: null }))] },
      notes: [
        `paths of processes are not known (3, the first closed1.exe): ${DENIED}`,
        `owners of processes are not known (3, the first closed1.exe): ${DENIED}`,
      ],
    })
  })

  it.each(['csrss.exe', 'CSRSS.EXE', 'Registry', 'Secure System'])(
    'remarks that %s, a part of Windows, keeps its path to itself',
    (name) => {
      expect(read([SYNC, { id: 200, name, path: 5 }])).toEqual({
        status: 'ok',
        facts: { processes: [SYNC_FACT, { name, path: null, account: 'NT AUTHORITY\\SYSTEM', accountSid: 'S-1-5-18' }] },
        notes: [`paths of parts of Windows are not known (1, the first ${name}): QueryFullProcessImageNameW ended with error 5`],
      })
    },
  )

  it('asks the session manager for the owner of a process whose token refuses', () => {
    const closed: StandInProcess = { ...SYNC, id: 300, owner: 5 }
    const owners = new Map([[300, 'S-1-5-21-1-2-3-1001']])
    expect(read([closed], { owners })).toEqual({ status: 'ok', facts: { processes: [SYNC_FACT] } })
  })

  it.each([
    { name: 'does not know it', owners: new Map() },
    { name: 'refuses too', owners: 5 },
  ])('remarks a missing owner where the session manager $name', ({ owners }) => {
    expect(read([SYSTEM, { ...SYNC, owner: 5 }], { owners })).toEqual({
      status: 'ok',
      facts: { processes: [SYSTEM_FACT, { ...SYNC_FACT, account: null, accountSid: null }] },
      notes: ['owners of processes are not known (1, the first sync.exe): OpenProcessToken ended with error 5'],
    })
  })

  it('is incomplete where not one owner is known', () => {
    expect(read([{ ...SYNC, owner: 120 }])).toMatchObject({
      incomplete: true,
      notes: ['all owners of processes are not known (1, the first sync.exe): OpenProcessToken ended with error 120'],
    })
  })

  it('asks for each name once and calls an account without one by its SID', () => {
    const asked: string[] = []
    const nameOf = (sid: string) => {
      asked.push(sid)
      return succeeded(null)
    }
    const reading = read([SYNC, { ...SYNC, id: 104 }], { nameOf })
    expect(reading).toMatchObject({ facts: { processes: [{ account: SYNC_FACT.accountSid }, { account: SYNC_FACT.accountSid }] } })
    expect(asked).toEqual([SYNC_FACT.accountSid])
  })

  it('does not ask a domain again that could not be asked', () => {
    const asked: string[] = []
    const nameOf = (sid: string) => {
      asked.push(sid)
      return refused('LookupAccountSidW', 1789, { subject: sid })
    }
    const other: StandInProcess = { ...SYNC, id: 104, owner: 'S-1-5-21-1-2-3-1002' }
    expect(read([SYNC, other], { nameOf })).toEqual({
      status: 'ok',
      facts: { processes: [SYNC_FACT, { ...SYNC_FACT, accountSid: other.owner }].map((fact) => ({ ...fact, account: fact.accountSid })) },
      notes: ['names of accounts of S-1-5-21-1-2-3 are not known: LookupAccountSidW for S-1-5-21-1-2-3-1001 ended with error 1789'],
    })
    expect(asked).toHaveLength(1)
  })

  it.each([
    { code: 5, status: 'denied' },
    { code: 127, status: 'unsupported' },
    { code: 18, status: 'failed' },
  ])('is $status without the list (error $code)', ({ code, status }) => {
    const processes = { ...processListOf([]), list: () => refused('Process32FirstW', code) }
    expect(processesProbe.read(contextOf(windowsOf({ processes })))).toEqual({
      status,
      reason: `Process32FirstW ended with error ${code}`,
    })
  })
})
