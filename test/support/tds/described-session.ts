import type { SqlRow, SqlSession } from '#electron/sql/session.ts'
import { answersOf, type DescribedServer } from './described.ts'

/** A session that answers from a description at once, without a connection; `asked` has every question. */
export function describedSession(server: DescribedServer): { readonly session: SqlSession; readonly asked: readonly string[] } {
  const answers = answersOf(server)
  const asked: string[] = []
  const session: SqlSession = {
    query: (text, parameters = {}) => {
      asked.push(text)
      const answer = answers(text, parameters)
      if (typeof answer === 'string' || 'bytes' in answer) throw new Error('a description answers with rows or an error')
      if ('number' in answer) return Promise.resolve({ ok: false, failure: { kind: 'server', number: answer.number } })
      const rows = answer.rows.map(
        (row): SqlRow => Object.fromEntries(answer.columns.map((column, index) => [column, textOf(row[index] ?? null)])),
      )
      return Promise.resolve({ ok: true, value: rows })
    },
    close: () => undefined,
  }
  return { session, asked }
}

const textOf = (value: string | number | null): string | null => (value === null ? null : String(value))
