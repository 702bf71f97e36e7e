import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { oneLine } from './outcome.ts'

/** A chain of causes longer than this is a circle. */
const MOST_CAUSES = 8

export interface FaultReport {
  readonly version: string
  /** name of the command, without its arguments: they may name files of a customer */
  readonly command: string
  readonly at: string
  readonly error: unknown
}

export type LogResult = { readonly path: string } | { readonly reason: string }

/**
 * Writes where in our code a fault happened, for this user alone.
 *
 * Only names, codes and stack frames: the message of an error may quote what it choked on, and that is somebody's data.
 */
export function writeFaultLog(report: FaultReport, folders: readonly string[]): LogResult {
  const text = faultText(report)
  let reason = 'no folder to write to'
  for (const folder of folders) {
    const path = join(folder, `fault-${report.at.replace(/[^\dTZ]/g, '')}-${process.pid}.log`)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
      return { path }
    } catch (error) {
      reason = error instanceof Error && 'code' in error ? String(error.code) : 'the folder cannot be written'
    }
  }
  return { reason }
}

/** The user's folder for what programs note down, then the system's temporary one. */
export function faultLogFolders(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  return [join(stateFolder(environment, platform), 'erp-checkup'), tmpdir()]
}

function stateFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Logs')
  const state = environment.XDG_STATE_HOME
  return state?.startsWith('/') ? state : join(homedir(), '.local', 'state')
}

function faultText(report: FaultReport): string {
  const lines = [
    `ERP Sync Security Checkup ${report.version}`,
    `at ${report.at}, command ${report.command}`,
    `Node ${process.versions.node}, ${process.platform} ${process.arch}`,
  ]
  let error = report.error
  for (let depth = 0; depth < MOST_CAUSES && error !== undefined; depth += 1) {
    lines.push('', ...describe(error))
    error = error instanceof Error ? error.cause : undefined
  }
  return `${lines.join('\n')}\n`
}

function describe(error: unknown): string[] {
  if (!(error instanceof Error)) return [`thrown: a value of type ${typeof error}`]
  const details = ['code', 'syscall', 'checkId'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? [`${name}: ${oneLine(value)}`] : []
  })
  return [oneLine(error.name), ...details, ...framesOf(error)]
}

/** The stack without the message in front of it. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const start = stack.indexOf(error.message)
  const frames = start < 0 ? stack : stack.slice(start + error.message.length)
  return frames.split('\n').filter((line) => /^\s+at /.test(line))
}
