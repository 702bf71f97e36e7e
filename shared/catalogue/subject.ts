import { lowerCase } from './glob.ts'
import { fileNameOf, folderOf } from './install-path.ts'
import type { Tool } from './tool.ts'

/** One installation of a tool that can stand several times on a server, known by its service. */
export interface Installation {
  readonly subject: string
  /** what tells it from the others, e.g. the digits of `GoToResolve_1234567890123456789`; undefined: nothing does */
  readonly token: string | undefined
  /** folder of the service's program, comparable; empty: not known */
  readonly folder: string
}

/** A shorter token is found in names by chance. */
const SHORTEST_TOKEN = 4

/** The most exact of the matched globs leaves the shortest token. */
export function installationOf(tool: Tool, serviceName: string, matchedGlobs: readonly string[], lowerPath: string): Installation {
  const tokens = matchedGlobs.flatMap((glob) => tokenOf(glob, serviceName) ?? []).sort((a, b) => a.length - b.length)
  return { subject: `${tool.id}:${serviceName}`, token: tokens[0], folder: fileNameOf(lowerPath) === '' ? '' : folderOf(lowerPath) }
}

/**
 * The installation that a program, process or folder belongs to; undefined where nothing tells.
 *
 * By the token in its name or path; else by a place inside the folder of exactly one service.
 */
export function installationFor(
  installations: readonly Installation[],
  texts: readonly string[],
  lowerPath: string,
): Installation | undefined {
  const byToken = installations.find(
    (each) => each.token !== undefined && texts.some((text) => holdsToken(lowerCase(text), each.token ?? '')),
  )
  if (byToken !== undefined) return byToken
  const byPlace = installations.filter((each) => each.folder !== '' && isWithin(lowerPath, each.folder))
  return byPlace.length === 1 ? byPlace[0] : undefined
}

/** The installations whose service program lies in a folder or below it. */
export function installationsWithin(installations: readonly Installation[], lowerFolder: string): readonly Installation[] {
  return installations.filter((each) => each.folder !== '' && isWithin(each.folder, lowerFolder))
}

function isWithin(lowerPath: string, lowerFolder: string): boolean {
  return lowerPath === lowerFolder || lowerPath.startsWith(`${lowerFolder}\\`)
}

/** What the wildcards of a glob stood for, from the first to the last, without what separates it from the name. */
function tokenOf(glob: string, name: string): string | undefined {
  const first = glob.search(/[*?]/)
  if (first === -1) return undefined
  const last = Math.max(glob.lastIndexOf('*'), glob.lastIndexOf('?'))
  const token = lowerCase(name)
    .slice(first, name.length - (glob.length - 1 - last))
    .replace(/^[^a-z0-9]+/, '')
    .replace(/[^a-z0-9]+$/, '')
  return token.length >= SHORTEST_TOKEN ? token : undefined
}

/** Whole: neither preceded nor followed by a letter or digit. */
function holdsToken(lowerText: string, token: string): boolean {
  for (let at = lowerText.indexOf(token); at !== -1; at = lowerText.indexOf(token, at + 1)) {
    if (!isWordCharacter(lowerText[at - 1]) && !isWordCharacter(lowerText[at + token.length])) return true
  }
  return false
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character)
}
