import { createORPCClient } from '@orpc/client'

import type { CoreClient } from './core-client.ts'
import { type Link, NoAnswer, type OpenWire, type Wire, withinLimit } from './wire.ts'

/** `lost`: it was open and is being opened again; `ended`: nobody answers any more, only a person can go on. */
export type ConnectionState = 'connecting' | 'open' | 'lost' | 'ended'

export interface Connection {
  /** calls wait while the connection is being opened, and fail once it has ended */
  readonly core: CoreClient
  readonly state: () => ConnectionState
  /** returns what ends the subscription */
  readonly subscribe: (listener: () => void) => () => void
  /** begins anew after `ended` */
  readonly retry: () => void
}

/** A page that was served a moment ago by a program that refuses it will not be let in later. */
const FIRST_WAITS_MS: readonly number[] = [200, 600]
/** About a quarter of a minute: a program that restarts is back by then. */
const LATER_WAITS_MS: readonly number[] = [250, 500, 1_000, 2_000, 4_000, 8_000]

/** The program at the other end is gone. */
export class HostGone extends Error {
  readonly code = 'HOST_GONE'
}

/** Keeps one way to the core open: opens it, opens it again with growing waits when it breaks, and gives up in words. */
export function createConnection(open: OpenWire): Connection {
  let state: ConnectionState = 'connecting'
  let wire: Promise<Wire>
  let everOpen = false
  const listeners = new Set<() => void>()

  function change(next: ConnectionState): void {
    state = next
    for (const listener of listeners) listener()
  }

  async function openWithPatience(): Promise<Wire> {
    const waits = everOpen ? LATER_WAITS_MS : FIRST_WAITS_MS
    for (const waitMs of [...waits, null]) {
      try {
        const opened = await open()
        everOpen = true
        change('open')
        void opened.closed.then(begin)
        return opened
      } catch {
        if (waitMs !== null) await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
    change('ended')
    throw new HostGone('the program has ended')
  }

  function begin(): void {
    change(everOpen ? 'lost' : 'connecting')
    wire = openWithPatience()
    // Whoever calls gets the rejection; without a caller it is told by the state.
    wire.catch(() => undefined)
  }

  const link: Link = {
    call: async (path, input, options) => {
      const current = await wire
      const work = current.link.call(path, input, options)
      if (current.callLimitMs === null) return work
      try {
        return await withinLimit(work, current.callLimitMs)
      } catch (error) {
        if (error instanceof NoAnswer) current.close()
        throw error
      }
    },
  }

  begin()
  return {
    core: createORPCClient(link),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    retry: () => {
      if (state === 'ended') begin()
    },
  }
}
