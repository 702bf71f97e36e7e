import { createMatcher } from '#shared/catalogue/match.ts'
import type { ToolCategory } from '#shared/catalogue/tool.ts'
import type { Facts } from '#shared/facts/index.ts'
import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { Windows } from '../../win32/windows.ts'
import type { Notebook } from '../reading.ts'

type Session = NonNullable<Facts['host']['session']>

/** The session of the services: whoever started the reading there sits somewhere else, or nowhere. */
const SERVICES = 0

/**
 * How the person who has this read sits at the server; undefined, with a remark, where that cannot be told.
 *
 * Nothing is judged by it, so what refuses does not make the record incomplete.
 */
export function readSession(windows: Windows, notebook: Notebook): Session | undefined {
  const told = tellSession(windows)
  const { session, why } = told.ok ? told.value : { session: undefined, why: describeFailure(told.failure) }
  if (session === undefined) notebook.remark(`how the person who ran this sits at the server is not known: ${why}`)
  return session
}

/** The session, or why it cannot be told. */
type Told = { readonly session: Session; readonly why?: undefined } | { readonly session?: undefined; readonly why: string }

function tellSession(windows: Windows): Win32Result<Told> {
  const id = windows.sessions.ownId()
  if (!id.ok) return id
  if (id.value === SERVICES) return succeeded({ why: 'it runs where the services do' })
  const carrier = windows.sessions.carrier(id.value)
  if (!carrier.ok) return carrier
  if (carrier.value === 'remote') {
    const client = windows.sessions.clientName(id.value)
    return client.ok ? succeeded({ session: { kind: 'rdp', client: client.value } }) : client
  }
  const viewers = readViewers(id.value, windows)
  if (!viewers.ok) return viewers
  if (viewers.value === 'support-tool') return succeeded({ session: { kind: 'support-tool', client: null } })
  if (viewers.value === 'none') return succeeded({ session: { kind: 'console', client: null } })
  return succeeded({ why: 'a tool that could show the screen elsewhere is running' })
}

/** Categories of tools that show the screen of a session to somebody elsewhere. */
const SHOWS_SCREEN: ReadonlySet<ToolCategory> = new Set<ToolCategory>(['attended', 'unattended', 'vnc', 'rmm'])

/**
 * What in this session could show it to somebody elsewhere.
 *
 * A tool that only ever runs while somebody helps is a proof. Of a tool that is installed as well its programs run at all times, so
 * nobody can tell.
 */
function readViewers(session: number, windows: Windows): Win32Result<'none' | 'support-tool' | 'not known'> {
  const listed = windows.processes.list()
  if (!listed.ok) return listed
  const own = listed.value.filter(({ id }) => {
    const of = windows.sessions.ofProcess(id)
    return of.ok && of.value === session
  })
  const processes = own.map(({ id, name }) => ({ name, path: pathOf(windows, id) }))
  const viewers = createMatcher()
    .matchTools({ processes })
    .filter(({ tool }) => tool.categories.some((category) => SHOWS_SCREEN.has(category)))
  const isOpen = viewers.some(({ tool, strength }) => strength === 'proven' && tool.categories.every((category) => category === 'attended'))
  if (isOpen) return succeeded('support-tool')
  return succeeded(viewers.length === 0 ? 'none' : 'not known')
}

function pathOf(windows: Windows, id: number): string | null {
  const path = windows.processes.open(id, (process) => process.imagePath())
  return path.ok && path.value.ok ? path.value.value : null
}
