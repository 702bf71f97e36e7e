import { describeFailure, errorCodes, type Win32Failure } from '../win32/result.ts'
import type { ProbeReading } from './probe.ts'

/** Codes that say "this Windows cannot", as opposed to "you may not" and "it went wrong". */
const UNSUPPORTED: ReadonlySet<number> = new Set([
  errorCodes.notSupported,
  errorCodes.callNotImplemented,
  errorCodes.invalidLevel,
  errorCodes.moduleNotFound,
  errorCodes.procedureNotFound,
  errorCodes.notImplemented,
  errorCodes.classNotRegistered,
  errorCodes.invalidNamespace,
  errorCodes.invalidClass,
])

/** The record of a probe that could not see its facts at all. */
export function refusal(failure: Win32Failure): Extract<ProbeReading<never>, { readonly reason: string }> {
  return { status: refusalStatus(failure.code), reason: describeFailure(failure) }
}

function refusalStatus(code: number): 'denied' | 'unsupported' | 'failed' {
  if (code === errorCodes.accessDenied) return 'denied'
  return UNSUPPORTED.has(code) ? 'unsupported' : 'failed'
}

/** What a probe could not read, or did on the way; a gap makes the record incomplete, a remark does not. */
export interface Notebook {
  gap(note: string): void
  remark(note: string): void
  /** The record of a probe that saw its facts, with the notes taken so far. */
  reading<ProbeFacts>(facts: ProbeFacts): ProbeReading<ProbeFacts>
}

export function createNotebook(): Notebook {
  const notes: string[] = []
  let incomplete = false
  return {
    gap: (note) => {
      incomplete = true
      notes.push(note)
    },
    remark: (note) => {
      notes.push(note)
    },
    reading: (facts) => ({ status: 'ok', facts, ...(incomplete ? { incomplete } : {}), ...(notes.length > 0 ? { notes } : {}) }),
  }
}
