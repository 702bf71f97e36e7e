import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import { preflightQuestions } from '#electron/rotation/dependants/sql-questions.ts'
import { readSqlServer } from '#electron/rotation/dependants/sql-server.ts'
import { connectSqlServer } from '#electron/sql/tedious-session.ts'
import { tokensOf } from '../../../support/t-sql-lexer.ts'
import { type MadeCertificate, selfSignedCertificate } from '../../../support/tds/certificate.ts'
import { startTdsServer, type TdsAnswer } from '../../../support/tds/server.ts'

type Question = keyof typeof preflightQuestions
type Answers = Readonly<Partial<Record<Question, TdsAnswer>>>

let certificate: MadeCertificate
beforeAll(() => {
  certificate = selfSignedCertificate()
})

const SERVER_COLUMNS = ['windows_only', 'high_availability', 'control_server', 'alter_any_login', 'view_definitions', 'view_state']
const serverRow = (...values: (number | null)[]) => ({ columns: SERVER_COLUMNS, rows: [values] })
const names = (...rows: [string, string | null][]) => ({ columns: ['name', 'account'], rows })

/** An instance where everything may be seen and something is kept in each place. */
const full: Readonly<Record<Question, TdsAnswer>> = {
  server: serverRow(0, 0, 1, 1, 1, 1),
  credentials: names(['Übertrag', 'ERP01\\erpsync']),
  linkedServers: names(['OLD', 'wsp_sync']),
  agentProxies: names(['Nightly', 'ERP01\\erpsync']),
  agentJobs: names(['Copy', 'sa'], ['Orphan', null]),
  loginState: { columns: ['locked', 'expired', 'must_change', 'bad_passwords'], rows: [[0, null, 1, 3]] },
  sessions: { columns: ['program'], rows: [['WSP Sync'], [''], [null]] },
}

/** The real client over a real connection to a server that answers these questions, and no other. */
async function read(answers: Answers) {
  const parameters: unknown[] = []
  const known = new Map(
    Object.entries({ ...full, ...answers }).map(([key, answer]) => [preflightQuestions[key as Question] as string, answer]),
  )
  const server = await startTdsServer({
    name: 'ERP01',
    version: [15, 0, 2000],
    certificate,
    signIn: () => null,
    answer: (text, given) => {
      if (Object.keys(given).length > 0) parameters.push(given)
      return known.get(text) ?? (text.startsWith('set ') ? { columns: [], rows: [] } : { number: 102 })
    },
  })
  onTestFinished(server.close)
  const connected = await connectSqlServer({
    address: { host: '127.0.0.1', port: server.port },
    signIn: { kind: 'sql-login', login: 'auditor', password: 'long enough' },
    trustCertificate: true,
    limits: { queryMs: 1500 },
  })
  if (!connected.ok) throw new Error(connected.problem.kind)
  onTestFinished(() => connected.session.close())
  return { reading: await readSqlServer(connected.session, 'ERP01', ["wsp'; DROP"]), parameters }
}

describe('questions', () => {
  const CHANGING = [
    'INSERT',
    'UPDATE',
    'DELETE',
    'MERGE',
    'ALTER',
    'CREATE',
    'DROP',
    'GRANT',
    'REVOKE',
    'DENY',
    'EXEC',
    'EXECUTE',
    'INTO',
    'SET',
  ]

  it.each(Object.entries(preflightQuestions))('%s is one that changes nothing', (_name, text) => {
    const tokens = tokensOf(text)
    const words = tokens.flatMap(({ kind, value }) => (kind === 'word' ? [value.toUpperCase()] : []))
    expect(words[0]).toBe('SELECT')
    expect(words.filter((word) => CHANGING.includes(word))).toEqual([])
    expect(tokens.filter(({ kind, value }) => kind === 'sign' && value === ';')).toEqual([])
  })

  it('ask for names, and for no secret', () => {
    expect(Object.values(preflightQuestions).join('\n')).not.toMatch(/password_hash|credential_secret|imageval|\*/i)
  })
})

const gapsOf = (reading: object) => ('gaps' in reading ? reading.gaps : reading)

describe('sql-server', () => {
  it('reads who else keeps a login, its state and its sessions', async () => {
    const { reading, parameters } = await read({})
    expect(reading).toEqual({
      instance: 'ERP01',
      windowsOnly: { status: 'read', value: false, gaps: [] },
      highAvailability: { status: 'read', value: false, gaps: [] },
      rights: { status: 'read', value: { controlServer: true, alterAnyLogin: true }, gaps: [] },
      uses: {
        status: 'read',
        value: [
          { kind: 'sql-credential', name: 'Übertrag', account: 'ERP01\\erpsync' },
          { kind: 'linked-server', name: 'OLD', account: 'wsp_sync' },
          { kind: 'agent-proxy', name: 'Nightly', account: 'ERP01\\erpsync' },
          { kind: 'agent-job', name: 'Copy', account: 'sa' },
        ],
        gaps: [],
      },
      logins: [
        {
          name: "wsp'; DROP",
          state: { status: 'read', value: { locked: false, expired: null, mustChange: true, badPasswords: 3 }, gaps: [] },
          sessions: { status: 'read', value: ['WSP Sync', '?', '?'], gaps: [] },
        },
      ],
    })
    expect(parameters).toEqual([{ login: "wsp'; DROP" }, { login: "wsp'; DROP" }])
  })

  it('keeps what the Agent refuses apart from what the others tell', async () => {
    const { reading } = await read({ agentJobs: { number: 229 }, agentProxies: { number: 916 } })
    expect(reading.uses).toMatchObject({ status: 'read', value: [{ name: 'Übertrag' }, { name: 'OLD' }] })
    expect(gapsOf(reading.uses)).toEqual([
      'agent-proxy: SQL Server answered with error 916',
      'agent-job: SQL Server answered with error 229',
    ])
  })

  it('never takes an empty list of one who may not see all for proof', async () => {
    const none = names()
    const all = {
      credentials: none,
      linkedServers: none,
      agentProxies: none,
      agentJobs: none,
      sessions: { columns: ['program'], rows: [] },
    }
    const { reading } = await read({ ...all, server: serverRow(1, 1, 0, 0, 0, 0) })
    expect(reading).toMatchObject({ windowsOnly: { value: true }, highAvailability: { value: true } })
    expect(reading.rights).toMatchObject({ value: { controlServer: false, alterAnyLogin: false } })
    expect(gapsOf(reading.uses)).toEqual([expect.stringContaining('VIEW ANY DEFINITION')])
    expect(gapsOf(reading.logins[0]?.sessions ?? {})).toEqual([expect.stringContaining('VIEW SERVER STATE')])
  })

  it('is refused where nothing at all could be asked', async () => {
    const refusal = { number: 229 }
    const refusing = { credentials: refusal, linkedServers: refusal, agentProxies: refusal, agentJobs: refusal }
    const { reading } = await read({ ...refusing, server: { number: 300 }, loginState: refusal, sessions: refusal })
    expect(reading.uses).toEqual({ status: 'denied', reason: 'SQL Server answered with error 229' })
    expect([reading.windowsOnly, reading.rights, reading.highAvailability].map(({ status }) => status)).toEqual([
      'denied',
      'denied',
      'denied',
    ])
    expect(reading.logins[0]).toMatchObject({ state: { status: 'denied' }, sessions: { status: 'denied' } })
  })

  it('does not guess what the server leaves out', async () => {
    const { reading } = await read({ server: serverRow(null, null, null, null, null, null), loginState: { columns: ['locked'], rows: [] } })
    expect([reading.windowsOnly, reading.rights, reading.highAvailability, reading.logins[0]?.state].map((each) => each?.status)).toEqual([
      'failed',
      'failed',
      'failed',
      'failed',
    ])
  })
})
