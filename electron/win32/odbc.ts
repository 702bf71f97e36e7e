import type { NativeAccess, NativeFunction } from './library.ts'
import { toAddress } from './memory.ts'
import type { SlowFunction } from './slow-calls.ts'

/** What ODBC says of a call that failed: five characters of the standard, and the number of the driver or of the server. */
export interface OdbcFailure {
  readonly state: string
  readonly native: number
}

export type OdbcResult<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: OdbcFailure }

export type OdbcRow = Readonly<Record<string, string | null>>

/** One after the other: a connection does one thing at a time. Whoever asks meanwhile, or closes, waits for their turn. */
export interface OdbcConnection {
  /** Rows of the last result set of a batch, every value as text. */
  query(text: string, limitS: number): Promise<OdbcResult<readonly OdbcRow[]>>
  close(): void
}

export interface Odbc {
  /** Names of the installed drivers. */
  drivers(): OdbcResult<readonly string[]>
  /** Goes on beside the main thread, as the questions do: drivers wait for a network, and not all of them keep to the limit. */
  connect(connectionString: string, limitS: number): Promise<OdbcResult<OdbcConnection>>
}

/** sql.h and sqlext.h. */
const HANDLE = { environment: 1, connection: 2, statement: 3 } as const
const SUCCESS = 0
const SUCCESS_WITH_INFO = 1
const NO_DATA = 100
const ODBC_VERSION_ATTRIBUTE = 200
const ODBC_3 = 3
const LOGIN_TIMEOUT_ATTRIBUTE = 103
const TRACE_ATTRIBUTE = 104
const TRACE_OFF = 0
const QUERY_TIMEOUT_ATTRIBUTE = 0
const FETCH_NEXT = 1
const NULL_TERMINATED = -3
const WIDE_TEXT = -8
const NULL_DATA = -1

/** The standard's limit for names; nobody's driver or column is called longer. */
const NAME_CHARACTERS = 512

/** A chunk of a value; longer ones come in several. */
const VALUE_CHARACTERS = 4096

/** No library, or no driver manager: a state of our own. */
const NO_ODBC: OdbcFailure = { state: 'IM000', native: 0 }

/** The data source API that every Windows has. Nothing is loaded before it is asked for. */
export function createOdbc(native: NativeAccess): Odbc {
  const calls = bindCalls(native)
  const openEnvironment = (): bigint | null => {
    const environment = allocate(calls, HANDLE.environment, 0n)
    if (environment !== null) calls.setEnvironment(environment, ODBC_VERSION_ATTRIBUTE, BigInt(ODBC_3), 0)
    return environment
  }
  return {
    drivers: () => {
      const environment = openEnvironment()
      if (environment === null) return { ok: false, failure: NO_ODBC }
      const names = listDrivers(calls, environment)
      calls.free(HANDLE.environment, environment)
      return { ok: true, value: names }
    },
    connect: async (text, limitS) => {
      const environment = openEnvironment()
      if (environment === null) return { ok: false, failure: NO_ODBC }
      const connected = await openConnection(calls, environment, text, limitS)
      if (!connected.ok) calls.free(HANDLE.environment, environment)
      return connected
    },
  }
}

type OdbcCalls = ReturnType<typeof bindCalls>

function bindCalls(native: NativeAccess) {
  // A missing library answers with its Win32 code, which is no success either.
  const bind = (declaration: string): NativeFunction => native.bind('odbc32.dll', declaration, 'status')
  const bindSlow = (declaration: string): SlowFunction => native.bindSlow('odbc32.dll', declaration, 'status')
  return {
    allocate: bind('int16_t __stdcall SQLAllocHandle(int16_t type, uintptr_t parent, _Out_ uintptr_t *handle)'),
    free: bind('int16_t __stdcall SQLFreeHandle(int16_t type, uintptr_t handle)'),
    setEnvironment: bind('int16_t __stdcall SQLSetEnvAttr(uintptr_t handle, int32_t attribute, uintptr_t value, int32_t bytes)'),
    setConnection: bind('int16_t __stdcall SQLSetConnectAttrW(uintptr_t handle, int32_t attribute, uintptr_t value, int32_t bytes)'),
    setStatement: bind('int16_t __stdcall SQLSetStmtAttrW(uintptr_t handle, int32_t attribute, uintptr_t value, int32_t bytes)'),
    drivers: bind(
      'int16_t __stdcall SQLDriversW(uintptr_t environment, uint16_t direction, _Out_ uint8_t *name, int16_t nameCharacters, _Out_ int16_t *nameLength, _Out_ uint8_t *attributes, int16_t attributeCharacters, _Out_ int16_t *attributeLength)',
    ),
    connect: bindSlow(
      'int16_t __stdcall SQLDriverConnectW(uintptr_t connection, uintptr_t window, str16 text, int16_t length, void *completed, int16_t characters, void *completedLength, uint16_t completion)',
    ),
    disconnect: bindSlow('int16_t __stdcall SQLDisconnect(uintptr_t connection)'),
    execute: bindSlow('int16_t __stdcall SQLExecDirectW(uintptr_t statement, str16 text, int32_t length)'),
    columnCount: bind('int16_t __stdcall SQLNumResultCols(uintptr_t statement, _Out_ int16_t *count)'),
    describeColumn: bind(
      'int16_t __stdcall SQLDescribeColW(uintptr_t statement, uint16_t column, _Out_ uint8_t *name, int16_t characters, _Out_ int16_t *length, void *type, void *size, void *digits, void *nullable)',
    ),
    fetch: bindSlow('int16_t __stdcall SQLFetch(uintptr_t statement)'),
    getData: bind(
      'int16_t __stdcall SQLGetData(uintptr_t statement, uint16_t column, int16_t type, _Out_ uint8_t *value, int64_t bytes, _Out_ int64_t *indicator)',
    ),
    moreResults: bindSlow('int16_t __stdcall SQLMoreResults(uintptr_t statement)'),
    diagnose: bind(
      'int16_t __stdcall SQLGetDiagRecW(int16_t type, uintptr_t handle, int16_t record, _Out_ uint8_t *state, _Out_ int32_t *native, void *message, int16_t characters, void *length)',
    ),
  }
}

function isGood(status: unknown): boolean {
  return status === SUCCESS || status === SUCCESS_WITH_INFO
}

function allocate(calls: OdbcCalls, type: number, parent: bigint): bigint | null {
  const handle = [0n]
  return isGood(calls.allocate(type, parent, handle)) ? toAddress(handle[0]) : null
}

/** The text of a driver is in the language of the system and never asked for. */
function failureOf(calls: OdbcCalls, type: number, handle: bigint): OdbcFailure {
  const STATE_CHARACTERS = 6
  const state = Buffer.alloc(STATE_CHARACTERS * 2)
  const native = [0]
  if (!isGood(calls.diagnose(type, handle, 1, state, native, null, 0, null))) return { state: 'HY000', native: 0 }
  return { state: state.toString('utf16le', 0, (STATE_CHARACTERS - 1) * 2), native: Number(native[0]) }
}

function listDrivers(calls: OdbcCalls, environment: bigint): readonly string[] {
  const names: string[] = []
  const name = Buffer.alloc(NAME_CHARACTERS * 2)
  const length = [0]
  const attributes = Buffer.alloc(VALUE_CHARACTERS * 2)
  while (isGood(calls.drivers(environment, FETCH_NEXT, name, NAME_CHARACTERS, length, attributes, VALUE_CHARACTERS, [0]))) {
    names.push(name.toString('utf16le', 0, Number(length[0]) * 2))
  }
  return names
}

async function openConnection(calls: OdbcCalls, environment: bigint, text: string, limitS: number): Promise<OdbcResult<OdbcConnection>> {
  const connection = allocate(calls, HANDLE.connection, environment)
  if (connection === null) return { ok: false, failure: failureOf(calls, HANDLE.environment, environment) }
  calls.setConnection(connection, LOGIN_TIMEOUT_ATTRIBUTE, BigInt(limitS), 0)
  // SECURITY: where somebody left the tracing of ODBC on, every statement would go into a file, those with passwords too.
  calls.setConnection(connection, TRACE_ATTRIBUTE, BigInt(TRACE_OFF), 0)
  const { value: status } = await calls.connect(connection, 0n, text, NULL_TERMINATED, null, 0, null, 0)
  if (!isGood(status)) {
    const failure = failureOf(calls, HANDLE.connection, connection)
    calls.free(HANDLE.connection, connection)
    return { ok: false, failure }
  }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  const close = async (): Promise<void> => {
    await calls.disconnect(connection)
    calls.free(HANDLE.connection, connection)
    calls.free(HANDLE.environment, environment)
  }
  return {
    ok: true,
    value: {
      query: (statementText, queryLimitS) => inTurn(() => runQuery(calls, connection, statementText, queryLimitS)),
      close: () => void inTurn(close),
    },
  }
}

async function runQuery(calls: OdbcCalls, connection: bigint, text: string, limitS: number): Promise<OdbcResult<readonly OdbcRow[]>> {
  const statement = allocate(calls, HANDLE.statement, connection)
  if (statement === null) return { ok: false, failure: failureOf(calls, HANDLE.connection, connection) }
  try {
    calls.setStatement(statement, QUERY_TIMEOUT_ATTRIBUTE, BigInt(limitS), 0)
    let { value: status } = await calls.execute(statement, text, NULL_TERMINATED)
    let rows: readonly OdbcRow[] = []
    for (;;) {
      if (status !== NO_DATA && !isGood(status)) return { ok: false, failure: failureOf(calls, HANDLE.statement, statement) }
      const read = status === NO_DATA ? null : await readRows(calls, statement)
      if (read !== null && !read.ok) return read
      if (read !== null && read.value !== null) rows = read.value
      status = (await calls.moreResults(statement)).value
      if (status === NO_DATA) return { ok: true, value: rows }
    }
  } finally {
    calls.free(HANDLE.statement, statement)
  }
}

/** Null: this result has no columns. */
async function readRows(calls: OdbcCalls, statement: bigint): Promise<OdbcResult<readonly OdbcRow[] | null>> {
  const count = [0]
  if (!isGood(calls.columnCount(statement, count))) return { ok: false, failure: failureOf(calls, HANDLE.statement, statement) }
  if (count[0] === 0) return { ok: true, value: null }
  const name = Buffer.alloc(NAME_CHARACTERS * 2)
  const length = [0]
  const names = Array.from({ length: Number(count[0]) }, (_, index) => {
    calls.describeColumn(statement, index + 1, name, NAME_CHARACTERS, length, null, null, null, null)
    return name.toString('utf16le', 0, Number(length[0]) * 2)
  })
  const rows: OdbcRow[] = []
  for (;;) {
    const { value: status } = await calls.fetch(statement)
    if (status === NO_DATA) return { ok: true, value: rows }
    if (!isGood(status)) return { ok: false, failure: failureOf(calls, HANDLE.statement, statement) }
    const values: [string, string | null][] = []
    for (const [index, column] of names.entries()) {
      const value = readValue(calls, statement, index + 1)
      if (!value.ok) return value
      values.push([column, value.value])
    }
    rows.push(Object.fromEntries(values))
  }
}

/** A long value comes in chunks, each ending with a NUL. */
function readValue(calls: OdbcCalls, statement: bigint, column: number): OdbcResult<string | null> {
  const chunk = Buffer.alloc(VALUE_CHARACTERS * 2)
  const indicator = [0n]
  let text = ''
  for (;;) {
    const status = calls.getData(statement, column, WIDE_TEXT, chunk, BigInt(chunk.byteLength), indicator)
    if (status === NO_DATA) return { ok: true, value: text }
    if (!isGood(status)) return { ok: false, failure: failureOf(calls, HANDLE.statement, statement) }
    const bytes = Number(indicator[0])
    if (bytes === NULL_DATA) return { ok: true, value: null }
    const isCut = status === SUCCESS_WITH_INFO && (bytes < 0 || bytes > chunk.byteLength - 2)
    text += chunk.toString('utf16le', 0, isCut ? chunk.byteLength - 2 : bytes)
    if (!isCut) return { ok: true, value: text }
  }
}
