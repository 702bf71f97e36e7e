import { describe, expect, it } from 'vitest'

import { createOdbc } from '#electron/win32/odbc.ts'
import { standIn } from './stand-in.ts'

const TRACE = 104
const OFF = 0n

/** Calls of a driver manager that takes everything and has no rows, in order. */
function driverManager() {
  const calls: (readonly [name: string, ...args: unknown[]])[] = []
  const noted =
    (name: string, status = 0) =>
    (...args: unknown[]): number => {
      calls.push([name, ...args])
      return status
    }
  const NO_DATA = 100
  const windows = standIn({
    'odbc32.dll': {
      SQLAllocHandle: (type, _parent, handle) => {
        ;(handle as bigint[])[0] = BigInt(Number(type))
        return 0
      },
      SQLFreeHandle: noted('free'),
      SQLSetEnvAttr: noted('environment'),
      SQLSetConnectAttrW: noted('attribute'),
      SQLSetStmtAttrW: noted('statement attribute'),
      SQLDriverConnectW: noted('connect'),
      SQLDisconnect: noted('disconnect'),
      SQLExecDirectW: noted('execute', NO_DATA),
      SQLMoreResults: noted('more', NO_DATA),
    },
  })
  return { odbc: createOdbc(windows.native), calls }
}

describe('a connection through ODBC', () => {
  it('ends the tracing of the driver manager before anything secret is handed to it', () => {
    const { odbc, calls } = driverManager()
    const connected = odbc.connect('Driver={SQL Server};PWD={secret}', 5)
    if (connected.ok) connected.value.query('ALTER LOGIN …', 5)
    const named = calls.map(([name, , attribute, value]) => (name === 'attribute' ? `${name} ${attribute} ${value}` : name))
    const place = named.indexOf(`attribute ${TRACE} ${OFF}`)
    expect(connected.ok).toBe(true)
    expect(place).toBeGreaterThanOrEqual(0)
    expect(named.indexOf('connect')).toBeGreaterThan(place)
    expect(named.indexOf('execute')).toBeGreaterThan(place)
  })
})
