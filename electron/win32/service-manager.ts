import { layouts } from './layouts.ts'
import type { NativeAccess, NativeFunction } from './library.ts'
import { pointedTextAt, toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface ListedService {
  readonly name: string
  readonly displayName: string
  /** `pending`: on its way to another state. */
  readonly state: 'running' | 'stopped' | 'paused' | 'pending'
}

export type StartMode = 'auto' | 'manual' | 'disabled' | 'boot' | 'system'

export interface ServiceConfiguration {
  readonly startMode: StartMode
  readonly imagePath: string
  readonly account: string
  /** absent: it does not start by itself, or this Windows does not tell */
  readonly delayedStart?: boolean
}

export interface OpenServiceManager {
  list(): Win32Result<readonly ListedService[]>
  configuration(name: string): Win32Result<ServiceConfiguration>
}

export interface ServiceManager {
  /** Connects to the service control manager of this machine for as long as `reader` runs. */
  connect<Value>(reader: (manager: OpenServiceManager) => Value): Win32Result<Value>
}

/** dwCurrentState of winsvc.h; every other value is pending. */
const STATES: ReadonlyMap<number, ListedService['state']> = new Map([
  [1, 'stopped'],
  [4, 'running'],
  [7, 'paused'],
])

/** dwStartType of winsvc.h, which is also the Start value of a service's key. */
const START_MODES: readonly StartMode[] = ['boot', 'system', 'auto', 'manual', 'disabled']

export function startModeOf(startType: number): StartMode | undefined {
  return START_MODES[startType]
}

/** SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE: enough to look, not to change. */
const MANAGER_ACCESS = 0x5
const SERVICE_QUERY_CONFIG = 0x1

/** SERVICE_WIN32: own and shared processes, no drivers. */
const SERVICE_TYPES = 0x30
const SERVICE_STATE_ALL = 3
const SERVICE_CONFIG_DELAYED_AUTO_START_INFO = 3

/** A full server lists its services in one page of this size; the function takes no more than 256 KiB. */
const FIRST_PAGE_BYTES = 64 * 1024
const MAX_PAGE_BYTES = 256 * 1024

/** QueryServiceConfigW never needs more than 8 KiB (Microsoft, QueryServiceConfigW). */
const CONFIGURATION_BYTES = 8 * 1024

/** Reads the service control manager through advapi32; nothing is ever started, stopped or changed. */
export function createServiceManager(native: NativeAccess): ServiceManager {
  const calls = bindCalls(native)
  return {
    connect: (reader) => {
      const manager = toAddress(calls.openManager(null, null, MANAGER_ACCESS))
      const missingRight = 'SC_MANAGER_CONNECT and SC_MANAGER_ENUMERATE_SERVICE'
      if (manager === 0n) return refused('OpenSCManagerW', native.lastError(), { missingRight })
      try {
        return succeeded(
          reader({
            list: () => listServices(native, calls, manager),
            configuration: (name) =>
              openService(native, calls, manager, name, (service) => readConfiguration(native, calls, service, name)),
          }),
        )
      } finally {
        calls.close(manager)
      }
    },
  }
}

type ServiceCalls = Readonly<Record<'openManager' | 'openService' | 'close' | 'enumerate' | 'queryConfig' | 'queryConfig2', NativeFunction>>

function bindCalls(native: NativeAccess): ServiceCalls {
  const bind = (declaration: string): NativeFunction => native.bind('advapi32.dll', declaration, 'last-error')
  return {
    openManager: bind('uintptr_t __stdcall OpenSCManagerW(str16 machine, str16 database, uint32_t access)'),
    openService: bind('uintptr_t __stdcall OpenServiceW(uintptr_t manager, str16 name, uint32_t access)'),
    close: bind('int __stdcall CloseServiceHandle(uintptr_t handle)'),
    enumerate: bind(
      'int __stdcall EnumServicesStatusExW(uintptr_t manager, int level, uint32_t types, uint32_t states, _Out_ uint8_t *buffer, uint32_t bytes, _Out_ uint32_t *needed, _Out_ uint32_t *returned, _Inout_ uint32_t *resume, str16 group)',
    ),
    queryConfig: bind(
      'int __stdcall QueryServiceConfigW(uintptr_t service, _Out_ uint8_t *buffer, uint32_t bytes, _Out_ uint32_t *needed)',
    ),
    queryConfig2: bind(
      'int __stdcall QueryServiceConfig2W(uintptr_t service, uint32_t level, _Out_ uint8_t *buffer, uint32_t bytes, _Out_ uint32_t *needed)',
    ),
  }
}

/** Page by page: ERROR_MORE_DATA comes with what did fit, or with nothing and the size that is wanted. */
function listServices(native: NativeAccess, calls: ServiceCalls, manager: bigint): Win32Result<readonly ListedService[]> {
  const services: ListedService[] = []
  const resume = [0]
  let size = FIRST_PAGE_BYTES
  for (;;) {
    const buffer = Buffer.alloc(size)
    const needed = [0]
    const returned = [0]
    const complete = calls.enumerate(manager, 0, SERVICE_TYPES, SERVICE_STATE_ALL, buffer, size, needed, returned, resume, null)
    const code = complete ? 0 : native.lastError()
    if (code !== 0 && code !== errorCodes.moreData) {
      return refused('EnumServicesStatusExW', code, { missingRight: 'SC_MANAGER_ENUMERATE_SERVICE' })
    }
    const count = Number(returned[0])
    services.push(...decodeServices(buffer, native.addressOf(buffer), count))
    if (code === 0) return succeeded(services)
    if (count === 0) {
      if (size >= MAX_PAGE_BYTES) return refused('EnumServicesStatusExW', code)
      size = Math.min(MAX_PAGE_BYTES, Math.max(size * 2, size + Number(needed[0])))
    }
  }
}

function decodeServices(buffer: Buffer, base: bigint, count: number): ListedService[] {
  const layout = layouts.ENUM_SERVICE_STATUS_PROCESSW
  return Array.from({ length: count }, (_, index) => {
    const start = index * layout.size
    return {
      name: pointedTextAt(buffer, base, start + layout.lpServiceName),
      displayName: pointedTextAt(buffer, base, start + layout.lpDisplayName),
      state: STATES.get(buffer.readUInt32LE(start + layout['ServiceStatusProcess.dwCurrentState'])) ?? 'pending',
    }
  })
}

function openService<Value>(
  native: NativeAccess,
  calls: ServiceCalls,
  manager: bigint,
  name: string,
  reader: (service: bigint) => Win32Result<Value>,
): Win32Result<Value> {
  const service = toAddress(calls.openService(manager, name, SERVICE_QUERY_CONFIG))
  if (service === 0n) return refused('OpenServiceW', native.lastError(), { subject: name, missingRight: 'SERVICE_QUERY_CONFIG' })
  try {
    return reader(service)
  } finally {
    calls.close(service)
  }
}

function readConfiguration(native: NativeAccess, calls: ServiceCalls, service: bigint, name: string): Win32Result<ServiceConfiguration> {
  const layout = layouts.QUERY_SERVICE_CONFIGW
  const buffer = Buffer.alloc(CONFIGURATION_BYTES)
  if (!calls.queryConfig(service, buffer, buffer.byteLength, [0])) {
    return refused('QueryServiceConfigW', native.lastError(), { subject: name, missingRight: 'SERVICE_QUERY_CONFIG' })
  }
  const base = native.addressOf(buffer)
  const startMode = startModeOf(buffer.readUInt32LE(layout.dwStartType))
  if (startMode === undefined) return refused('QueryServiceConfigW', errorCodes.invalidData, { subject: name })
  const imagePath = pointedTextAt(buffer, base, layout.lpBinaryPathName)
  const account = pointedTextAt(buffer, base, layout.lpServiceStartName)
  const delayedStart = startMode === 'auto' ? readDelayedStart(calls, service) : null
  return succeeded({ startMode, imagePath, account, ...(delayedStart === null ? {} : { delayedStart }) })
}

/** Only an automatic start can be delayed. Null: it is not told. */
function readDelayedStart(calls: ServiceCalls, service: bigint): boolean | null {
  const buffer = Buffer.alloc(layouts.SERVICE_DELAYED_AUTO_START_INFO.size)
  const isTold = calls.queryConfig2(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, buffer, buffer.byteLength, [0])
  return isTold ? buffer.readUInt32LE(layouts.SERVICE_DELAYED_AUTO_START_INFO.fDelayedAutostart) !== 0 : null
}
