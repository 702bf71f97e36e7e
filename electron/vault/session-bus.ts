import { statSync } from 'node:fs'
import { connect } from 'node:net'

/** The environment variables of a Linux session that say where its bus is. */
export type SessionEnvironment = Readonly<Record<string, string | undefined>>

/** A bus that is there answers at once; what does not is not there. */
const CONNECT_LIMIT_MS = 2000

/** Where the session bus listens, as a path for a socket; null: nowhere, or in a way that no desktop uses. */
export function busSocket(environment: SessionEnvironment): string | null {
  const address = environment.DBUS_SESSION_BUS_ADDRESS
  if (address === undefined || address === '') {
    const folder = environment.XDG_RUNTIME_DIR
    return folder === undefined || folder === '' ? null : `${folder}/bus`
  }
  const [, kind, place] = /^unix:(?:[^;]*,)?(path|abstract)=([^,;]+)/.exec(address) ?? []
  if (place === undefined) return null
  return kind === 'abstract' ? `\0${decode(place)}` : decode(place)
}

/** Bytes are written as `%XX` in an address of D-Bus; one that is not written so is taken as it stands. */
function decode(place: string): string {
  try {
    return decodeURIComponent(place)
  } catch {
    return place
  }
}

/** Whether anything listens there. */
export async function isListening(socket: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const end = (answer: boolean): void => {
      connection.destroy()
      resolve(answer)
    }
    const connection = connect({ path: socket, timeout: CONNECT_LIMIT_MS })
    connection.once('connect', () => end(true))
    connection.once('error', () => end(false))
    connection.once('timeout', () => end(false))
  })
}

/** Number of the user whose session it is; null: that cannot be told. */
export function socketOwner(socket: string): number | null {
  if (socket.startsWith('\0')) return null
  return statSync(socket, { throwIfNoEntry: false })?.uid ?? null
}
