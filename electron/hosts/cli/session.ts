import type { Core } from '#electron/core/core.ts'
import { oneLine } from '#electron/core/outcome.ts'
import type { Language } from '#shared/texts/translator.ts'
import { type ExitStatus, exitStatus } from './exit-status.ts'
import type { Say } from './speech.ts'
import { type Terminal, wantsColour } from './terminal.ts'

/** Options that every command has. */
export interface SharedOptions {
  readonly quiet?: true
  /** commander's name for the absence of --no-colour */
  readonly colour?: boolean
  readonly color?: boolean
}

/** What a command works with. */
export interface Session {
  readonly core: Core
  readonly terminal: Terminal
  readonly say: Say
  readonly language: Language
  /** SECURITY: what the environment held for the sign-in to SQL Server; it is not there any more */
  readonly sqlPassword?: string | undefined
}

/** Ends a command that cannot go on: one line for the person, one status for the script. */
export async function refuse(session: Session, line: string): Promise<ExitStatus> {
  await oneLineError(session, line)
  return exitStatus.wrongUsage
}

export async function oneLineError(session: Session, line: string): Promise<void> {
  await session.terminal.errors.write(`${oneLine(line)}\n`)
}

/** Wrong usage has no file to name, so the line begins with the program. */
export function refuseUsage(session: Session, line: string): Promise<ExitStatus> {
  return refuse(session, `erp-checkup: ${line}`)
}

export function usesColour(session: Session, options: SharedOptions): boolean {
  return wantsColour(session.terminal.output, session.terminal.environment, options.colour !== false && options.color !== false)
}

/** A remark for a person who watches: not for a pipe, and not where quiet was asked for. */
export async function remark(session: Session, options: SharedOptions, line: string): Promise<void> {
  if (options.quiet !== true && session.terminal.errors.isTerminal) await session.terminal.errors.write(`${oneLine(line)}\n`)
}
