import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { globMatches } from '#shared/catalogue/glob.ts'
import { createMatcher } from '#shared/catalogue/match.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { isAttended } from '#shared/catalogue/way-in.ts'
import { createHandOverDesk, type HandOverDesk } from '../rotation/hand-over/desk.ts'
import { readDisplayReach, readSurroundings } from '../rotation/hand-over/read-surroundings.ts'
import type { WindowsHandOver } from '../rotation/hand-over/windows-ports.ts'
import type { OpenSecretWindow } from './host-hand-over.ts'

/** The one desk of a host with windows. */
export interface DeskHere {
  /** makes it when it is asked for first: nothing of Windows is loaded before */
  readonly open: () => Promise<HandOverDesk>
  /** for the end of the process: takes everything back before it returns */
  readonly close: () => void
}

/** The parts of Windows, loaded when they are asked for. */
export async function openWindowsHandOver(): Promise<WindowsHandOver> {
  const { createNativeAccess, koffiSource } = await import('../win32/library.ts')
  const { createWindowsHandOver } = await import('../rotation/hand-over/windows-ports.ts')
  return createWindowsHandOver(createNativeAccess(koffiSource))
}

export function createDeskHere(openWindows: () => Promise<WindowsHandOver>, openWindow: OpenSecretWindow): DeskHere {
  let opening: Promise<HandOverDesk> | null = null
  let desk: HandOverDesk | null = null
  return {
    open: () => {
      opening ??= openWindows().then((windows) => {
        desk = deskOf(windows, openWindow)
        return desk
      })
      return opening
    },
    close: () => desk?.close(),
  }
}

function deskOf(windows: WindowsHandOver, openWindow: OpenSecretWindow): HandOverDesk {
  const surroundings = { ...windows.surroundings, remoteToolOf: createRemoteToolNames() }
  const waitFor = async (durationMs: number): Promise<void> => await wait(durationMs)
  return createHandOverDesk({
    typing: { ...windows.typing, wait: waitFor },
    clipboard: { clipboard: windows.clipboard, randomBytes, later },
    window: openWindow({
      display: () => readDisplayReach(surroundings),
      isExcluded: (handle) => {
        const affinity = windows.protection.affinity(handle)
        // A black rectangle shows nothing of it, either.
        return affinity.ok ? affinity.value !== 'none' : null
      },
      randomBytes,
      wait: waitFor,
    }),
    surroundings: () => readSurroundings(surroundings, 'desktop'),
  })
}

function later(durationMs: number, run: () => void): () => void {
  const timer = setTimeout(run, durationMs)
  return () => clearTimeout(timer)
}

/**
 * What the catalogue calls a remote-access program, by the file name of its process.
 *
 * The helpers that Windows brings are judged by their state elsewhere, because everybody has them; one that runs is somebody's help now.
 */
export function createRemoteToolNames(): (fileName: string) => string | null {
  const { matchTools } = createMatcher()
  const helpers = remoteTools.filter((tool) => isAttended(tool) && tool.categories.includes('builtin'))
  const known = new Map<string, string | null>()
  const find = (name: string): string | null => {
    const helper = helpers.find(({ executables }) => executables.some(({ glob }) => globMatches(glob, name)))
    return (helper ?? matchTools({ processes: [{ name, path: null }] })[0]?.tool)?.name ?? null
  }
  return (fileName) => {
    const found = known.get(fileName)
    if (found !== undefined) return found
    const name = find(fileName)
    known.set(fileName, name)
    return name
  }
}
