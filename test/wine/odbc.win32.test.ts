import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { OdbcFailure, OdbcResult, OdbcRow } from '#electron/win32/odbc.ts'
import { describeWith } from '../support/needs.ts'
import { openWineWorkspace } from '../support/wine.ts'
import type { Pauses } from './programs/longest-pause.ts'

interface Outcome extends Pauses {
  readonly drivers: OdbcResult<readonly string[]>
  readonly failure: OdbcFailure | null
  readonly answers: readonly OdbcResult<readonly OdbcRow[]>[]
}

const LONG = 10_000

describeWith('wine', 'ODBC', () => {
  let workspace: Awaited<ReturnType<typeof openWineWorkspace>>
  beforeAll(async () => {
    workspace = await openWineWorkspace({ bundle: { odbc: new URL('./programs/read-odbc.ts', import.meta.url) } })
  })
  afterAll(async () => {
    await workspace?.close()
  })

  async function ask(connectionString: string, ...statements: string[]): Promise<Outcome> {
    expect(await workspace.runWine(['odbc.mjs', 'answers.json', connectionString, ...statements])).toMatchObject({ status: 0, stderr: '' })
    return JSON.parse(await readFile(join(workspace.folder, 'answers.json'), 'utf8'))
  }

  it('tells in the standard’s words that a driver is missing', async () => {
    const { failure } = await ask('Driver={No Such Driver};Server=127.0.0.1')
    expect(failure?.state).toMatch(/^(?:01000|IM002|IM003|HY000)$/)
  })

  describeWith('sqlite-odbc', 'of a real driver', () => {
    it('lists it and gives rows as text: numbers, nothing, other scripts, long values', async () => {
      const { drivers, answers, failure } = await ask(
        'Driver={SQLite3};Database=(scratch)',
        "SELECT 'Zürich – №1 ✓' AS name, 42 AS id, NULL AS none, '' AS empty",
        `SELECT printf('%.*c', ${LONG}, 'ä') AS long UNION ALL SELECT printf('%.*c', 4095, 'b') UNION ALL SELECT printf('%.*c', 4096, 'c')`,
        'SELECT 1 AS one WHERE 1 = 0',
        'CREATE TABLE t (a INTEGER)',
        'SELECT nothing FROM nowhere',
      )
      expect(failure).toBeNull()
      expect(drivers).toMatchObject({ ok: true, value: expect.arrayContaining(['SQLite3']) })
      const [row, long, none, table, wrong] = answers
      expect(row).toEqual({ ok: true, value: [{ name: 'Zürich – №1 ✓', id: '42', none: null, empty: '' }] })
      expect(long?.ok === true && long.value.map(({ long: text }) => [text?.length, new Set(text).size])).toEqual([
        [LONG, 1],
        [4095, 1],
        [4096, 1],
      ])
      expect(none).toEqual({ ok: true, value: [] })
      expect(table).toEqual({ ok: true, value: [] })
      expect(wrong).toMatchObject({ ok: false, failure: { state: expect.stringMatching(/^(?:HY000|42\w{3})$/) } })
    })

    it('leaves the rest of the program its turns while a question is worked at', async () => {
      const count =
        'WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 6000000) SELECT max(n) AS n FROM counted'
      const { answers, tookMs, longestPauseMs } = await ask('Driver={SQLite3};Database=(scratch)', count, 'SELECT 7 AS n')
      expect(answers).toEqual([
        { ok: true, value: [{ n: '6000000' }] },
        { ok: true, value: [{ n: '7' }] },
      ])
      expect(longestPauseMs).toBeLessThan(tookMs / 2)
    })
  })
})
