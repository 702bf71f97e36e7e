import type { Facts } from '#shared/facts/index.ts'
import { type Dialled, dialDirect, dialThrough } from '../dial.ts'
import type { Target, WebProxy } from '../proxy.ts'

type Attempt = Facts['connector']['installations'][number]['reachability'][number]

/** How long one attempt may take, in milliseconds: as long as a far-away server needs on a bad day. All run at once. */
const ATTEMPT_LIMIT_MS = 5000

/** Tries each target directly and, where there is one, through its proxy. Nothing is sent to the target itself. */
export async function tryTargets(targets: readonly Target[], proxyOf: (target: Target) => WebProxy | null): Promise<readonly Attempt[]> {
  const attempts = targets.flatMap((target) => {
    const proxy = proxyOf(target)
    const direct = attempt(target, 'direct', dialDirect(target, ATTEMPT_LIMIT_MS))
    return proxy === null ? [direct] : [direct, attempt(target, 'proxy', dialThrough(proxy, target, ATTEMPT_LIMIT_MS))]
  })
  return await Promise.all(attempts)
}

/** The connection is closed at once: that it came about is all. */
async function attempt({ host, port }: Target, via: Attempt['via'], dialling: Promise<Dialled>): Promise<Attempt> {
  const dialled = await dialling
  if (!dialled.ok) return { host, port, via, ok: false, error: via === 'proxy' ? `proxy: ${dialled.error}` : dialled.error }
  dialled.socket.destroy()
  return { host, port, via, ok: true, error: null }
}
