import type { SqlFailure, SqlSession } from './session.ts'

/** A session that knows when its connection is gone, and does not ask a dead one again. */
export interface WatchedSession extends SqlSession {
  /** Why nothing more will come; null: it lives. */
  lost(): SqlFailure | null
}

/** A server that let one question run into its limit will not answer the next ones: waiting for each would take minutes. */
export function watch(session: SqlSession): WatchedSession {
  let lost: SqlFailure | null = null
  return {
    query: async (text, parameters) => {
      if (lost !== null) return { ok: false, failure: lost }
      const answer = await session.query(text, parameters)
      if (!answer.ok && answer.failure.kind !== 'server') lost = answer.failure
      return answer
    },
    close: () => session.close(),
    lost: () => lost,
  }
}
