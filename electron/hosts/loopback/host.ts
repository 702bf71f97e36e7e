import type { AnyRouter } from '@orpc/server'
import type { ServeEnd, ServeLink, ServeRequest } from '#electron/core/serve-host.ts'
import { cliTexts } from '#shared/texts/cli/index.ts'
import { createDoor } from './door.ts'
import { writeHandover } from './handover.ts'
import type { Limits } from './limits.ts'
import { type Opener, open } from './opener.ts'
import { createPresence, type Presence } from './presence.ts'
import type { Screens } from './screens.ts'
import { type LoopbackServer, startServer } from './server.ts'

/** What a request to serve is served with. */
export interface HostParts {
  readonly noteFault: (error: unknown) => void
  readonly screens: Screens
  readonly router: AnyRouter
  readonly limits: Limits
  /** null: there is no browser to be had */
  readonly opener: Opener | null
  readonly isElevated: boolean
}

/** The core is already part of the router. */
export type HostRequest = Omit<ServeRequest, 'core' | 'environment'>

/** Serves until nobody looks any more or the request says so; whatever happens, nothing is left open. */
export async function runHost(request: HostRequest, parts: HostParts): Promise<ServeEnd> {
  const end = Promise.withResolvers<ServeEnd>()
  const { limits } = parts
  let presence: Presence | undefined
  let handing: Handing | undefined
  const listening = await startServer({
    ...parts,
    port: request.port ?? 0,
    door: createDoor(request.language),
    onRedeemed: () => handing?.settle(),
    onCame: () => presence?.came(),
    onLeft: () => presence?.left(),
  })
  if (!listening.ok) return { kind: 'port-refused', port: request.port ?? 0, because: listening.because }
  const { server } = listening
  const stop = (): void => end.resolve({ kind: 'stopped', because: 'told-to' })
  request.signal.addEventListener('abort', stop)
  try {
    if (request.signal.aborted) stop()
    presence = createPresence({
      firstMs: limits.tokenMs,
      goneMs: limits.goneMs,
      onAlone: (because) => end.resolve({ kind: 'stopped', because }),
    })
    handing = await handOver(request, parts, server, end.reject)
    return await end.promise
  } finally {
    request.signal.removeEventListener('abort', stop)
    presence?.stop()
    handing?.settle()
    await Promise.all([server.close(), handing?.removed])
  }
}

/** A link on its way to the browser. */
interface Handing {
  /** it arrived, or nobody waits for it any more */
  settle(): void
  /** its file is gone */
  readonly removed: Promise<void>
}

/** Opens the browser where that was asked for, and tells the link otherwise, or when no browser came for it in time. */
async function handOver(
  request: HostRequest,
  parts: HostParts,
  { host, access }: LoopbackServer,
  onFault: (error: unknown) => void,
): Promise<Handing | undefined> {
  const url = `http://${host}/#token=${access.token}`
  const tell = (browser: ServeLink['browser']): Promise<void> => request.onLink({ url, browser })
  const { opener, isElevated } = parts
  if (!request.open || isElevated || opener === null) {
    await tell(!request.open ? 'not-asked-for' : isElevated ? 'elevated' : 'no-browser')
    return undefined
  }
  const file = await writeHandover(url, cliTexts[request.language]['cli/door/title'])
  const arrival = Promise.withResolvers<'arrived' | 'late'>()
  const late = (): void => arrival.resolve('late')
  if (!(await open(opener, file.path, late))) {
    await file.remove()
    await tell('no-browser')
    return undefined
  }
  await tell('opened')
  const timer = setTimeout(late, parts.limits.handoverMs)
  const removed = arrival.promise.then(async (how) => {
    clearTimeout(timer)
    await file.remove()
    if (how === 'late') tell('never-came').catch(onFault)
  })
  // The browser may have been faster than the terminal.
  if (access.isRedeemed) arrival.resolve('arrived')
  return { settle: () => arrival.resolve('arrived'), removed }
}
