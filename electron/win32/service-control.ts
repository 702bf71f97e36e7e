import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import { refused, succeeded, type Win32Result } from './result.ts'
import type { SlowFunction } from './slow-calls.ts'

type ServiceState = 'running' | 'stopped' | 'paused' | 'start-pending' | 'stop-pending' | 'other-pending'

/** What a service says about itself. */
export interface ServiceStatus {
  readonly state: ServiceState
  /** counts up while a pending service gets on; says nothing otherwise */
  readonly checkpoint: number
  /** until the next checkpoint or state, as the service reckons */
  readonly waitHintMs: number
  /** of the last run, a Win32 code; 0: it went well */
  readonly exitCode: number
  /** 0: it has none */
  readonly processId: number
}

/** Changes one service at a time; nothing here waits for what becomes of it. */
export interface ServiceControl {
  status(name: string): Win32Result<ServiceStatus>
  /**
   * Tells it to stop; it stops when it likes.
   *
   * May take half a minute: Windows hands such orders over one at a time, and waits for the service to take its own.
   */
  stop(name: string): Promise<Win32Result<null>>
  /**
   * May take half a minute, or what the registry gives services instead: Windows waits for the program to come forward.
   *
   * It goes on with the start although nobody waits for the answer any more.
   */
  start(name: string): Promise<Win32Result<null>>
  setStartMode(name: string, mode: 'auto' | 'manual' | 'disabled'): Win32Result<null>
  /** Only of a service that starts by itself. */
  setDelayedStart(name: string, delayed: boolean): Win32Result<null>
  /** Account and password together; the password is zero-terminated UTF-16LE and checked by nobody. */
  setAccount(name: string, account: string, password: Buffer): Win32Result<null>
}

/** dwCurrentState of winsvc.h; continuing and pausing are of no interest by themselves. */
const STATES: ReadonlyMap<number, ServiceState> = new Map([
  [1, 'stopped'],
  [2, 'start-pending'],
  [3, 'stop-pending'],
  [4, 'running'],
  [7, 'paused'],
])

/** dwStartType of winsvc.h. */
const START_TYPES = { auto: 2, manual: 3, disabled: 4 } as const

const SC_MANAGER_CONNECT = 0x1

/** Access rights of winsvc.h, by the name that a refusal gives. */
const RIGHTS = { SERVICE_CHANGE_CONFIG: 0x2, SERVICE_QUERY_STATUS: 0x4, SERVICE_START: 0x10, SERVICE_STOP: 0x20 } as const

const SC_STATUS_PROCESS_INFO = 0
const SERVICE_CONTROL_STOP = 1
const SERVICE_CONFIG_DELAYED_AUTO_START_INFO = 3
const SERVICE_NO_CHANGE = 0xffffffff

type ControlCalls = Readonly<Record<'openManager' | 'openService' | 'close' | 'query' | 'change' | 'change2', NativeFunction>> &
  Readonly<Record<'control' | 'start', SlowFunction>>

/** What is done with an open service: whether it succeeded. */
type Work = (service: bigint) => unknown
type SlowWork = (service: bigint) => ReturnType<SlowFunction>

/** Controls services of this machine through advapi32. */
export function createServiceControl(native: NativeAccess): ServiceControl {
  const calls = bindCalls(native)

  const open = (name: string, right: keyof typeof RIGHTS): Win32Result<bigint> => {
    const manager = toAddress(calls.openManager(null, null, SC_MANAGER_CONNECT))
    if (manager === 0n) return refused('OpenSCManagerW', native.lastError(), { missingRight: 'SC_MANAGER_CONNECT' })
    try {
      const service = toAddress(calls.openService(manager, name, RIGHTS[right]))
      return service === 0n ? refused('OpenServiceW', native.lastError(), { subject: name, missingRight: right }) : succeeded(service)
    } finally {
      calls.close(manager)
    }
  }

  const withService = (name: string, right: keyof typeof RIGHTS, call: string, work: Work): Win32Result<null> => {
    const service = open(name, right)
    if (!service.ok) return service
    try {
      return work(service.value) ? succeeded(null) : refused(call, native.lastError(), { subject: name, missingRight: right })
    } finally {
      calls.close(service.value)
    }
  }

  const order = async (name: string, right: keyof typeof RIGHTS, call: string, work: SlowWork): Promise<Win32Result<null>> => {
    const service = open(name, right)
    if (!service.ok) return service
    try {
      const { value, code } = await work(service.value)
      return value ? succeeded(null) : refused(call, code, { subject: name, missingRight: right })
    } finally {
      calls.close(service.value)
    }
  }

  const change = (name: string, startType: number, account: string | null, password: Buffer | null): Win32Result<null> =>
    withService(name, 'SERVICE_CHANGE_CONFIG', 'ChangeServiceConfigW', (service) =>
      calls.change(service, SERVICE_NO_CHANGE, startType, SERVICE_NO_CHANGE, null, null, null, null, account, password, null),
    )

  return {
    status: (name) => {
      const status = Buffer.alloc(layouts.SERVICE_STATUS_PROCESS.size)
      const asked = withService(name, 'SERVICE_QUERY_STATUS', 'QueryServiceStatusEx', (service) =>
        calls.query(service, SC_STATUS_PROCESS_INFO, status, status.byteLength, [0]),
      )
      return asked.ok ? succeeded(decodeStatus(status)) : asked
    },
    stop: (name) =>
      order(name, 'SERVICE_STOP', 'ControlService', (service) =>
        calls.control(service, SERVICE_CONTROL_STOP, Buffer.alloc(layouts.SERVICE_STATUS.size)),
      ),
    start: (name) => order(name, 'SERVICE_START', 'StartServiceW', (service) => calls.start(service, 0, null)),
    setStartMode: (name, mode) => change(name, START_TYPES[mode], null, null),
    setDelayedStart: (name, delayed) =>
      withService(name, 'SERVICE_CHANGE_CONFIG', 'ChangeServiceConfig2W', (service) => {
        const { size, fDelayedAutostart } = layouts.SERVICE_DELAYED_AUTO_START_INFO
        const information = Buffer.alloc(size)
        information.writeUInt32LE(delayed ? 1 : 0, fDelayedAutostart)
        return calls.change2(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, information)
      }),
    // SECURITY: the password goes to the service control manager as memory alone, and is in no refusal.
    setAccount: (name, account, password) => change(name, SERVICE_NO_CHANGE, account, password),
  }
}

function bindCalls(native: NativeAccess): ControlCalls {
  const bind = (declaration: string): NativeFunction => native.bind('advapi32.dll', declaration, 'last-error')
  const bindSlow = (declaration: string): SlowFunction => native.bindSlow('advapi32.dll', declaration, 'last-error')
  return {
    openManager: bind('uintptr_t __stdcall OpenSCManagerW(str16 machine, str16 database, uint32_t access)'),
    openService: bind('uintptr_t __stdcall OpenServiceW(uintptr_t manager, str16 name, uint32_t access)'),
    close: bind('int __stdcall CloseServiceHandle(uintptr_t handle)'),
    query: bind(
      'int __stdcall QueryServiceStatusEx(uintptr_t service, int level, _Out_ uint8_t *buffer, uint32_t bytes, _Out_ uint32_t *needed)',
    ),
    control: bindSlow('int __stdcall ControlService(uintptr_t service, uint32_t control, _Out_ uint8_t *status)'),
    start: bindSlow('int __stdcall StartServiceW(uintptr_t service, uint32_t count, void *arguments)'),
    change: bind(
      'int __stdcall ChangeServiceConfigW(uintptr_t service, uint32_t type, uint32_t start, uint32_t errors, str16 path, str16 group, void *tag, str16 dependencies, str16 account, const uint8_t *password, str16 display)',
    ),
    change2: bind('int __stdcall ChangeServiceConfig2W(uintptr_t service, uint32_t level, const uint8_t *information)'),
  }
}

function decodeStatus(status: Buffer): ServiceStatus {
  const { dwCurrentState, dwCheckPoint, dwWaitHint, dwWin32ExitCode, dwProcessId } = layouts.SERVICE_STATUS_PROCESS
  return {
    state: STATES.get(status.readUInt32LE(dwCurrentState)) ?? 'other-pending',
    checkpoint: status.readUInt32LE(dwCheckPoint),
    waitHintMs: status.readUInt32LE(dwWaitHint),
    exitCode: status.readUInt32LE(dwWin32ExitCode),
    processId: status.readUInt32LE(dwProcessId),
  }
}
