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
  it('ends the tracing of the driver manager before anything secret is handed to it', async () => {
    const { odbc, calls } = driverManager()
    const connected = await odbc.connect('Driver={SQL Server};PWD={secret}', 5)
    if (connected.ok) await connected.value.query('ALTER LOGIN …', 5)
    const named = calls.map(([name, , attribute, value]) => (name === 'attribute' ? `${name} ${attribute} ${value}` : name))
    const place = named.indexOf(`attribute ${TRACE} ${OFF}`)
    expect(connected.ok).toBe(true)
    expect(place).toBeGreaterThanOrEqual(0)
    expect(named.indexOf('connect')).toBeGreaterThan(place)
    expect(named.indexOf('execute')).toBeGreaterThan(place)
  })

  it('does one thing at a time, and ends when what was asked before is answered', async () => {
    const { odbc, calls } = driverManager()
    const connected = await odbc.connect('Driver={SQL Server}', 5)
    if (!connected.ok) throw new Error(connected.failure.state)
    const asked = [connected.value.query('SELECT 1', 5), connected.value.query('SELECT 2', 5)]
    connected.value.close()
    await Promise.all(asked)
    await expect.poll(() => calls.at(-1)).toEqual(['free', 1, 1n])
    const done = calls.slice(calls.findIndex(([name]) => name === 'connect') + 1)
    const statement = (text: string) => [`execute ${text}`, 'more', 'free 3']
    const names = done
      .filter(([name]) => name !== 'statement attribute')
      .map(([name, first, second]) => {
        if (name === 'execute') return `${name} ${second}`
        return name === 'free' ? `${name} ${first}` : name
      })
    expect(names).toEqual([...statement('SELECT 1'), ...statement('SELECT 2'), 'disconnect', 'free 2', 'free 1'])
  })
})
