import { layouts } from './layouts.ts'
import type { NativeAccess } from './library.ts'
import { toAddress } from './memory.ts'
import { errorCodes, refused, succeeded, type Win32Result } from './result.ts'

export interface ListedSession {
  readonly id: number
  readonly disconnected: boolean
}

export interface TerminalSessions {
  list(): Win32Result<readonly ListedSession[]>
  /** The session that this process runs in; zero is that of the services. */
  ownId(): Win32Result<number>
  /** `DOMAIN\name`; null: nobody is signed in there. */
  user(id: number): Win32Result<string | null>
  /** What carries the session now. Windows says `console` of a disconnected one, too, however it was opened. */
  carrier(id: number): Win32Result<'console' | 'remote'>
  /** Name of the computer at the other end; null: there is none. */
  clientName(id: number): Win32Result<string | null>
  /** The session that a process runs in. */
  ofProcess(process: number): Win32Result<number>
}

/** WTS_CURRENT_SERVER_HANDLE and WTS_CURRENT_SESSION of wtsapi32.h. */
const THIS_SERVER = 0
const OWN_SESSION = 0xffffffff

/** WTS_INFO_CLASS of wtsapi32.h. */
const SESSION_ID = 4
const USER_NAME = 5
const DOMAIN_NAME = 7
const CLIENT_NAME = 10
const CLIENT_PROTOCOL_TYPE = 16

/** WTSDisconnected of WTS_CONNECTSTATE_CLASS. */
const DISCONNECTED = 4

/** WTS_PROTOCOL_TYPE_CONSOLE; every other protocol comes over a network. */
const CONSOLE_PROTOCOL = 0

const MISSING_RIGHT = 'Query Information on the session (membership in Administrators)'

/** Reads the sessions of this machine through wtsapi32; nobody is ever signed out or sent a message. */
export function createTerminalSessions(native: NativeAccess): TerminalSessions {
  const bind = (declaration: string) => native.bind('wtsapi32.dll', declaration, 'last-error')
  const enumerate = bind(
    'int __stdcall WTSEnumerateSessionsW(uintptr_t server, uint32_t reserved, uint32_t version, _Out_ uintptr_t *sessions, _Out_ uint32_t *count)',
  )
  const query = bind(
    'int __stdcall WTSQuerySessionInformationW(uintptr_t server, uint32_t session, int kind, _Out_ uintptr_t *buffer, _Out_ uint32_t *bytes)',
  )
  const sessionOf = native.bind(
    'kernel32.dll',
    'int __stdcall ProcessIdToSessionId(uint32_t process, _Out_ uint32_t *session)',
    'last-error',
  )
  const take = createTaker(native)

  const ask = <Value>(id: number, kind: number, read: (bytes: Buffer) => Value | null): Win32Result<Value> =>
    take(
      'WTSQuerySessionInformationW',
      id === OWN_SESSION ? 'the own session' : `session ${id}`,
      (buffer, size) => query(THIS_SERVER, id, kind, buffer, size),
      (address, size) => read(Buffer.from(native.bytesAt(address, size))),
    )
  const text = (id: number, kind: number): Win32Result<string> =>
    ask(id, kind, (bytes) => (bytes.byteLength < 2 ? null : bytes.toString('utf16le').replace(/\0.*$/s, '')))

  return {
    list: () =>
      take(
        'WTSEnumerateSessionsW',
        undefined,
        (buffer, count) => enumerate(THIS_SERVER, 0, 1, buffer, count),
        (address, count) => decodeSessions(Buffer.from(native.bytesAt(address, count * layouts.WTS_SESSION_INFOW.size)), count),
      ),
    ownId: () => ask(OWN_SESSION, SESSION_ID, (bytes) => (bytes.byteLength < 4 ? null : bytes.readUInt32LE())),
    user: (id) => {
      const name = text(id, USER_NAME)
      if (!name.ok || name.value === '') return name.ok ? succeeded(null) : name
      const domain = text(id, DOMAIN_NAME)
      return domain.ok ? succeeded(domain.value === '' ? name.value : `${domain.value}\\${name.value}`) : domain
    },
    carrier: (id) =>
      ask(id, CLIENT_PROTOCOL_TYPE, (bytes) =>
        bytes.byteLength < 2 ? null : bytes.readUInt16LE() === CONSOLE_PROTOCOL ? 'console' : 'remote',
      ),
    clientName: (id) => {
      const name = text(id, CLIENT_NAME)
      return name.ok ? succeeded(name.value || null) : name
    },
    ofProcess: (process) => {
      const session = [0]
      return sessionOf(process, session) ? succeeded(Number(session[0])) : refused('ProcessIdToSessionId', native.lastError())
    },
  }
}

/** Calls, reads what came and gives it back. A null is a broken answer. */
type Taker = <Value>(
  call: string,
  subject: string | undefined,
  ask: (buffer: bigint[], size: number[]) => unknown,
  read: (address: bigint, size: number) => Value | null,
) => Win32Result<Value>

function createTaker(native: NativeAccess): Taker {
  const free = native.bind('wtsapi32.dll', 'void __stdcall WTSFreeMemory(uintptr_t memory)', 'last-error')
  return (call, subject, ask, read) => {
    const buffer = [0n]
    const size = [0]
    const details = { missingRight: MISSING_RIGHT, ...(subject === undefined ? {} : { subject }) }
    if (!ask(buffer, size)) return refused(call, native.lastError(), details)
    const address = toAddress(buffer[0])
    if (address === 0n) return refused(call, errorCodes.invalidData, details)
    try {
      const value = read(address, Number(size[0]))
      return value === null ? refused(call, errorCodes.invalidData, details) : succeeded(value)
    } finally {
      free(address)
    }
  }
}

/** No Windows is without a session: the services have one. */
function decodeSessions(rows: Buffer, count: number): readonly ListedSession[] | null {
  if (count === 0) return null
  const { size, SessionId, State } = layouts.WTS_SESSION_INFOW
  return Array.from({ length: count }, (_, index) => ({
    id: rows.readUInt32LE(index * size + SessionId),
    disconnected: rows.readUInt32LE(index * size + State) === DISCONNECTED,
  }))
}
