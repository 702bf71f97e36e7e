import { describe, expect, it, onTestFinished, vi } from 'vitest'

import type { Seen } from '#electron/rotation/server/by-hand-entries.ts'
import { byHandQuestions } from '#electron/rotation/server/by-hand-sql.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { localTime } from '../../../support/tds/changing-statements.ts'
import { isQuestion } from '../../../support/tds/open-session.ts'
import { GIVEN, look, NEW_PASSWORD, NEW_USER, SQL, SQL_NEW_USER } from './by-hand-under-test.ts'
import { INSTANCE, startSqlPorts } from './sql-under-test.ts'

/** The server's clock is years ahead, and its zone is another one: only differences on it count. */
const SERVER_NOW_MS = Date.parse('2031-07-01T14:00:00.000Z')
const NOW = new Date('2026-03-01T08:10:00.000Z')
/** Seconds before now at which the login began to get its password. */
const GIVEN_AGO = (NOW.getTime() - GIVEN.getTime()) / 1000

interface Row {
  readonly account: string | null
  /** seconds before now; null: no time */
  readonly ago?: number | null
}

interface Given {
  readonly rows?: readonly Row[]
  readonly login?: PlannedLogin
  readonly generation?: number
  readonly touched?: Date | null
  /** the session may do everything */
  readonly control?: string
  readonly refused?: string
}

const ID = 'ERP01\\SAGE/Sync/of all'

/** Looks at one holder of a real instance on the test server. */
async function lookAt(kind: keyof typeof byHandQuestions, { rows = [], login = SQL, control = '1', ...more }: Given = {}) {
  const asked: Record<string, string>[] = []
  const answer = (text: string, parameters: Readonly<Record<string, string>>) => {
    if (text === more.refused) return { number: 229 }
    if (text === byHandQuestions.sight) return { columns: ['control'], rows: [[control]] }
    if (text !== byHandQuestions[kind]) return { columns: [], rows: isQuestion(text) ? [['unexpected']] : [] }
    asked.push({ ...parameters })
    return {
      columns: ['account', 'written_at', 'asked_at'],
      rows: rows.map(({ account, ago = 0 }) => [
        account,
        ago === null ? null : localTime(SERVER_NOW_MS - ago * 1000),
        localTime(SERVER_NOW_MS),
      ]),
    }
  }
  const { ports } = await startSqlPorts({ server: { answer, signIn: () => null }, places: { now: () => NOW } })
  const moments = { given: GIVEN, touched: more.touched ?? null }
  const seen = await look(`${kind}:${ID}`, { login, moments, generation: more.generation ?? 1, ports: { sql: ports } })
  return { seen, asked }
}

const DATED = ['sql-credential', 'agent-proxy'] as const
const ACCOUNT = 'ERP01\\erpsync'

describe.each(DATED)('%s', (kind) => {
  it.each<[string, number, Seen]>([
    ['after the login got its password', GIVEN_AGO - 60, 'changed'],
    ['within the two seconds that clocks may differ', GIVEN_AGO + 2, 'changed'],
    ['before', GIVEN_AGO + 2.01, 'unchanged'],
    ['a year before', 365 * 86_400, 'unchanged'],
  ])('was changed last %s, by the clock of the server', async (_name, ago, expected) => {
    const { seen, asked } = await lookAt(kind, { login: NEW_PASSWORD, rows: [{ account: ACCOUNT, ago }] })
    expect(seen).toBe(expected)
    expect(asked).toEqual([{ name: 'Sync/of all' }])
  })

  it('has what it always had, on the way back', async () => {
    const touched = new Date(GIVEN.getTime() - 600_000)
    const at = (ago: number) => lookAt(kind, { login: NEW_PASSWORD, generation: 0, touched, rows: [{ account: ACCOUNT, ago }] })
    expect((await at(GIVEN_AGO + 3600)).seen).toBe('not-told')
    expect((await at(GIVEN_AGO + 300)).seen).toBe('unchanged')
    expect((await at(GIVEN_AGO - 60)).seen).toBe('changed')
  })

  it('names the old user, the new one, or somebody else', async () => {
    const at = (account: string) => lookAt(kind, { login: NEW_USER, rows: [{ account, ago: 0 }] })
    expect((await at(ACCOUNT)).seen).toBe('unchanged')
    expect((await at('ERP01\\erpnew')).seen).toBe('changed')
    expect((await at('ACME\\svc')).seen).toBe('gone-elsewhere')
  })
})

describe('summer time', () => {
  it('that began in between makes no old entry of a new one', async () => {
    const rows = [{ account: ACCOUNT, ago: GIVEN_AGO + 3600 }]
    expect((await lookAt('sql-credential', { login: NEW_PASSWORD, rows })).seen).toBe('unchanged')
    const offset = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function (this: Date) {
      return this.getTime() > GIVEN.getTime() ? -120 : -60
    })
    onTestFinished(() => offset.mockRestore())
    expect((await lookAt('sql-credential', { login: NEW_PASSWORD, rows })).seen).toBe('changed')
  })
})

describe('linked-server', () => {
  it('belongs to a login by each of its sign-ins, whose server may have a namesake', async () => {
    const at = (...ages: readonly number[]) => lookAt('linked-server', { rows: ages.map((ago) => ({ account: 'WSP_Sync', ago })) })
    expect((await at(60)).seen).toBe('changed')
    expect((await at(60, GIVEN_AGO + 60)).seen).toBe('unchanged-or-namesake')
    const asWindows = await lookAt('linked-server', { login: NEW_PASSWORD, rows: [{ account: ACCOUNT, ago: 9000 }] })
    expect(asWindows.seen).toBe('unchanged')
  })

  it('leaves the sign-ins of others alone', async () => {
    const others = { account: 'reports', ago: 9000 }
    expect((await lookAt('linked-server', { rows: [others, { account: 'wsp_sync', ago: 60 }] })).seen).toBe('changed')
    expect((await lookAt('linked-server', { rows: [others] })).seen).toBe('gone-elsewhere')
  })

  it('names the old login of a move, in both directions', async () => {
    const at = (account: string, generation: number) =>
      lookAt('linked-server', { login: SQL_NEW_USER, generation, rows: [{ account, ago: 60 }] })
    expect((await at('wsp_sync', 1)).seen).toBe('unchanged-or-namesake')
    expect((await at('wsp_new', 1)).seen).toBe('changed')
    expect((await at('wsp_new', 0)).seen).toBe('unchanged-or-namesake')
  })

  it('has no sign-in of its own any more, as far as everything is shown', async () => {
    const rows = [{ account: null, ago: null }]
    expect((await lookAt('linked-server', { rows })).seen).toBe('gone-elsewhere')
    expect((await lookAt('linked-server', { rows, control: '0' })).seen).toBe('not-told')
  })
})

describe('agent-job', () => {
  it('is looked at by its owner alone', async () => {
    const at = (account: string | null) => lookAt('agent-job', { login: NEW_USER, rows: [{ account, ago: null }] })
    expect((await at('ERP01\\erpnew')).seen).toBe('not-told')
    expect((await at(ACCOUNT)).seen).toBe('unchanged')
    expect((await at('ACME\\svc')).seen).toBe('gone-elsewhere')
    expect((await at(null)).seen).toBe('not-told')
  })
})

describe.each(['sql-credential', 'agent-proxy', 'linked-server', 'agent-job'] as const)('%s', (kind) => {
  it('is gone only where everything is shown', async () => {
    expect((await lookAt(kind)).seen).toBe('not-there')
    expect((await lookAt(kind, { control: '0' })).seen).toBe('not-told')
    expect((await lookAt(kind, { refused: byHandQuestions.sight })).seen).toBe('not-told')
  })

  it('is not told where the question is refused, the time is none, or nobody answers', async () => {
    expect((await lookAt(kind, { refused: byHandQuestions[kind], rows: [{ account: 'wsp_sync' }] })).seen).toBe('not-told')
    expect((await lookAt(kind, { rows: [{ account: 'wsp_sync', ago: null }] })).seen).toBe('not-told')
    const { ports } = await startSqlPorts({ places: { addressOf: () => null } })
    expect(await look(`${kind}:${INSTANCE}/of all`, { login: SQL, ports: { sql: ports } })).toBe('not-told')
  })
})
