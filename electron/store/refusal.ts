/**
 * Why a record could not be used; a person can act on each.
 *
 * `locked`: another process held the folder for too long. `not-read`, `not-written`: the system refused, `detail` says how. `damaged`:
 * it is not what it should be and was set aside. `newer`: a newer version of this program wrote it.
 */
export type RefusalReason = 'locked' | 'not-read' | 'not-written' | 'damaged' | 'newer'

/** A record that cannot be read or written; thrown, because it ends whatever needed the record. */
export class StoreRefusal extends Error {
  readonly reason: RefusalReason
  readonly path: string
  readonly detail: string

  constructor(reason: RefusalReason, path: string, detail: string, cause?: unknown) {
    super(`record ${reason}`, { cause })
    this.name = 'StoreRefusal'
    this.reason = reason
    this.path = path
    this.detail = detail
  }
}

/** Code of an error of the system, e.g. `EACCES`; null: it is something else. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Passes on a bug, turns what the system says into a refusal. */
export function refuse(reason: RefusalReason, path: string, error: unknown): never {
  if (error instanceof StoreRefusal) throw error
  const code = codeOf(error)
  if (code === null) throw error
  throw new StoreRefusal(reason, path, code, error)
}
