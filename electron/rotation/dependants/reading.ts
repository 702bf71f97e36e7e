import type { Reading } from '#shared/rotation/preflight/readings.ts'
import { describeFailure, errorCodes, type Win32Failure } from '../../win32/result.ts'

type Unread = Extract<Reading<never>, { readonly reason: string }>

const { accessDenied, callNotImplemented, classNotRegistered, moduleNotFound, notImplemented, notSupported, procedureNotFound } = errorCodes

/** Codes of a Windows that does not have what was asked for. */
const UNSUPPORTED: readonly number[] = [
  moduleNotFound,
  procedureNotFound,
  callNotImplemented,
  notImplemented,
  classNotRegistered,
  notSupported,
]

/** A question that Windows refused. */
export function unread(failure: Win32Failure): Unread {
  const other = UNSUPPORTED.includes(failure.code) ? 'unsupported' : 'failed'
  return { status: failure.code === accessDenied ? 'denied' : other, reason: describeFailure(failure) }
}

export function read<Value>(value: Value, gaps: readonly string[] = []): Reading<Value> {
  return { status: 'read', value, gaps }
}

const DENIED: readonly string[] = ['EACCES', 'EPERM']
const ABSENT: readonly string[] = ['ENOENT', 'ENOTDIR']

/** A file that the operating system refused; null: it is not there. Errors of our own are thrown on. */
export function unreadFile(path: string, error: unknown): Unread | null {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
  const code = String(error.code)
  if (ABSENT.includes(code)) return null
  return { status: DENIED.includes(code) ? 'denied' : 'failed', reason: `${path} could not be read: ${code}` }
}
