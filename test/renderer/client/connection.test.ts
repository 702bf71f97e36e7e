// @vitest-environment jsdom
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '#renderer/client/connect.ts'
import { createConnection, HostGone } from '#renderer/client/connection.ts'
import { openPort, type Wire } from '#renderer/client/wire.ts'
import { contract } from '#shared/contract/index.ts'
import { plainSettings } from '../../support/fake-core.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A wire that answers every call with its name, and that can be cut. */
function wireOf(answer: (path: readonly string[]) => Promise<unknown>): Wire & { readonly cut: () => void } {
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  return { link: { call: (path) => answer(path) }, closed, callLimitMs: 1_000, close: () => resolve(), cut: () => resolve() }
}

describe('connection', () => {
  it('lets calls wait until it is open', async () => {
    const { promise, resolve } = Promise.withResolvers<Wire>()
    const { core, state } = createConnection(() => promise)
    const asked = core.app.settings({})
    expect(state()).toBe('connecting')
    resolve(wireOf(async () => plainSettings))
    expect(await asked).toEqual(plainSettings)
    expect(state()).toBe('open')
  })

  it('opens anew when it breaks, and the call that came meanwhile is answered', async () => {
    const wires = [wireOf(async () => 'first'), wireOf(async () => 'second')] as const
    const left = [...wires]
    const states: string[] = []
    const connection = createConnection(async () => left.shift() ?? Promise.reject(new Error('none left')))
    connection.subscribe(() => states.push(connection.state()))
    expect(await connection.core.app.about({})).toBe('first')
    wires[0].cut()
    await vi.advanceTimersByTimeAsync(0)
    expect(await connection.core.app.about({})).toBe('second')
    expect(states).toEqual(['open', 'lost', 'open'])
  })

  it('waits longer between the tries, and ends in the end', async () => {
    const at: number[] = []
    const begin = Date.now()
    const wire = wireOf(async () => null)
    const connection = createConnection(async () => {
      at.push(Date.now() - begin)
      if (at.length > 1) throw new Error('nobody')
      return wire
    })
    await vi.advanceTimersByTimeAsync(0)
    wire.cut()
    await vi.advanceTimersByTimeAsync(0)
    const asked = connection.core.app.about({}).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(60_000)
    const waits = at.slice(2).map((time, index) => time - (at[index + 1] ?? 0))
    expect(waits).toEqual(waits.toSorted((left, right) => left - right))
    expect(connection.state()).toBe('ended')
    expect(await asked).toBeInstanceOf(HostGone)
  })

  it('begins again on request once it has ended, and not before', async () => {
    let tries = 0
    const connection = createConnection(async () => {
      tries += 1
      throw new Error('nobody')
    })
    connection.retry()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(connection.state()).toBe('ended')
    const before = tries
    connection.retry()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(tries).toBe(before * 2)
  })

  it('takes a wire on which nobody answers for closed', async () => {
    const wires = [wireOf(() => new Promise(() => undefined)), wireOf(async () => 'alive')]
    const connection = createConnection(async () => wires.shift() ?? Promise.reject(new Error('none left')))
    const asked = connection.core.app.about({}).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await asked).toMatchObject({ message: 'nobody answers' })
    expect(await connection.core.app.about({})).toBe('alive')
  })
})

describe('port of the desktop window', () => {
  beforeEach(() => {
    vi.useRealTimers()
  })

  it('hands one end of a channel to the preload and speaks the contract over the other', async () => {
    const served = implement(contract)
    const handler = new RPCHandler({ app: { settings: served.app.settings.handler(() => plainSettings) } })
    const posted: unknown[] = []
    const wire = await openPort({
      postMessage: (message: unknown, _origin?: unknown, ports?: readonly Transferable[]) => {
        posted.push(message)
        const port = ports?.[0] as MessagePort
        handler.upgrade(port)
        port.start()
      },
    })
    expect(posted).toEqual(['erp-checkup:port'])
    expect(await wire.link.call(['app', 'settings'], {}, { context: {} })).toEqual(plainSettings)
    wire.close()
    await wire.closed
  })
})

describe('connect', () => {
  it('opens the socket beside the page, whatever its folder is', async () => {
    const opened: string[] = []
    vi.stubGlobal(
      'WebSocket',
      class extends EventTarget {
        constructor(address: string) {
          super()
          opened.push(address)
        }
      },
    )
    connect({ postMessage: () => undefined, location: new URL('http://127.0.0.1:4711/place/#x') as unknown as Location })
    await vi.advanceTimersByTimeAsync(0)
    expect(opened).toEqual(['ws://127.0.0.1:4711/place/rpc'])
  })
})
