import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createServiceControl } from '#electron/win32/service-control.ts'
import { standIn } from './stand-in.ts'

const MANAGER = 11n
const SERVICE = 22n
const NO_CHANGE = 0xffffffff
const SECRET = 'Sommer-Ärger №7'

type Refusing = 'OpenSCManagerW' | 'OpenServiceW' | 'QueryServiceStatusEx' | 'ControlService' | 'StartServiceW' | 'ChangeServiceConfigW'

/** What is written into the status of a service, by the names of winsvc.h. */
type Status = Partial<Record<keyof typeof layouts.SERVICE_STATUS_PROCESS, number>>

function opened({ refusing, status = {} }: { readonly refusing?: Refusing; readonly status?: Status } = {}) {
  const calls: (readonly [string, ...unknown[]])[] = []
  const closed: unknown[] = []
  const windows = standIn((self) => {
    const call =
      (name: string, success: unknown, work?: (args: readonly unknown[]) => void) =>
      (...args: readonly unknown[]) => {
        calls.push([name, ...args.map((arg) => (Buffer.isBuffer(arg) ? arg.toString('hex') : arg))])
        self.setLastError(1051)
        if (name === refusing) return 0
        work?.(args)
        return success
      }
    return {
      'advapi32.dll': {
        OpenSCManagerW: call('OpenSCManagerW', MANAGER),
        OpenServiceW: call('OpenServiceW', SERVICE),
        CloseServiceHandle: (handle) => closed.push(handle),
        QueryServiceStatusEx: call('QueryServiceStatusEx', 1, ([, , buffer]) => {
          for (const [field, value] of Object.entries(status)) {
            ;(buffer as Buffer).writeUInt32LE(value, layouts.SERVICE_STATUS_PROCESS[field as keyof Status])
          }
        }),
        ControlService: call('ControlService', 1),
        StartServiceW: call('StartServiceW', 1),
        ChangeServiceConfigW: call('ChangeServiceConfigW', 1),
        ChangeServiceConfig2W: call('ChangeServiceConfig2W', 1),
      },
    }
  })
  return { control: createServiceControl(windows.native), calls, closed }
}

type Control = ReturnType<typeof createServiceControl>

const password = (): Buffer => Buffer.from(`${SECRET}\0`, 'utf16le')
const ACTS: readonly { name: string; act: (control: Control) => unknown; access: number; call: readonly unknown[] }[] = [
  { name: 'stop', act: (control) => control.stop('Acme'), access: 0x20, call: ['ControlService', SERVICE, 1, '00'.repeat(28)] },
  { name: 'start', act: (control) => control.start('Acme'), access: 0x10, call: ['StartServiceW', SERVICE, 0, null] },
  ...(
    [
      ['auto', 2],
      ['manual', 3],
      ['disabled', 4],
    ] as const
  ).map(([mode, type]) => ({
    name: `start mode ${mode}`,
    act: (control: Control) => control.setStartMode('Acme', mode),
    access: 0x2,
    call: ['ChangeServiceConfigW', SERVICE, NO_CHANGE, type, NO_CHANGE, null, null, null, null, null, null, null],
  })),
  ...(
    [
      [true, '01000000'],
      [false, '00000000'],
    ] as const
  ).map(([delayed, flag]) => ({
    name: `delayed start ${delayed}`,
    act: (control: Control) => control.setDelayedStart('Acme', delayed),
    access: 0x2,
    call: ['ChangeServiceConfig2W', SERVICE, 3, flag],
  })),
  {
    name: 'account and password, and nothing else',
    act: (control) => control.setAccount('Acme', '.\\erpsync', password()),
    access: 0x2,
    call: [
      'ChangeServiceConfigW',
      ...[SERVICE, NO_CHANGE, NO_CHANGE, NO_CHANGE, null, null, null, null],
      ...['.\\erpsync', password().toString('hex'), null],
    ],
  },
]

describe('service-control', () => {
  it.each(ACTS)('sets $name with no more access than it takes', async ({ act, access, call }) => {
    const { control, calls, closed } = opened()
    expect(await act(control)).toEqual({ ok: true, value: null })
    expect(calls).toEqual([['OpenSCManagerW', null, null, 1], ['OpenServiceW', MANAGER, 'Acme', access], call])
    expect(closed).toEqual([MANAGER, SERVICE])
  })

  it.each([
    { raw: 1, state: 'stopped' },
    { raw: 2, state: 'start-pending' },
    { raw: 3, state: 'stop-pending' },
    { raw: 4, state: 'running' },
    { raw: 5, state: 'other-pending' },
    { raw: 6, state: 'other-pending' },
    { raw: 7, state: 'paused' },
  ])('reads state $raw as $state, with how it gets on', ({ raw, state }) => {
    const status = { dwCurrentState: raw, dwWin32ExitCode: 1067, dwCheckPoint: 3, dwWaitHint: 20_000, dwProcessId: 4711 }
    const { control, closed } = opened({ status })
    const value = { state, checkpoint: 3, waitHintMs: 20_000, exitCode: 1067, processId: 4711 }
    expect(control.status('Acme')).toEqual({ ok: true, value })
    expect(closed).toEqual([MANAGER, SERVICE])
  })

  it.each([
    { refusing: 'OpenSCManagerW', missingRight: 'SC_MANAGER_CONNECT', handles: [] },
    { refusing: 'OpenServiceW', missingRight: 'SERVICE_STOP', handles: [MANAGER] },
    { refusing: 'ControlService', missingRight: 'SERVICE_STOP', handles: [MANAGER, SERVICE] },
  ] as const)('says that $refusing refused, and closes what was open', async ({ refusing, missingRight, handles }) => {
    const { control, closed } = opened({ refusing })
    expect(await control.stop('Acme')).toMatchObject({ ok: false, failure: { function: refusing, code: 1051, missingRight } })
    expect(closed).toEqual(handles)
  })

  it('keeps the password out of a refusal', () => {
    const { control } = opened({ refusing: 'ChangeServiceConfigW' })
    const refusal = control.setAccount('Acme', '.\\erpsync', password())
    expect(refusal).toEqual({
      ok: false,
      failure: { function: 'ChangeServiceConfigW', code: 1051, subject: 'Acme', missingRight: 'SERVICE_CHANGE_CONFIG' },
    })
  })
})
