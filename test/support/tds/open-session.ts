import { onTestFinished } from 'vitest'

import type { SqlSession } from '#electron/sql/session.ts'
import { connectSqlServer, type SqlLimits } from '#electron/sql/tedious-session.ts'
import { type MadeCertificate, selfSignedCertificate } from './certificate.ts'
import { startTdsServer, type TdsServer, type TdsServerParts } from './server.ts'

let made: MadeCertificate | undefined

/** One certificate for all servers of a test file: a key takes a moment to make. */
export function testCertificate(): MadeCertificate {
  made ??= selfSignedCertificate()
  return made
}

/** A server for one test, that takes whoever comes and has no rows unless said otherwise. */
export async function startServer(parts: Partial<TdsServerParts> = {}): Promise<TdsServer> {
  const server = await startTdsServer({
    name: 'ERP01',
    version: [15, 0, 2000],
    certificate: testCertificate(),
    signIn: () => null,
    answer: () => ({ columns: [], rows: [] }),
    ...parts,
  })
  onTestFinished(server.close)
  return server
}

/** The real client, signed in to a server of its own. */
export async function openSession(
  parts: Partial<TdsServerParts>,
  limits: Partial<SqlLimits> = {},
): Promise<{ readonly session: SqlSession; readonly server: TdsServer }> {
  const server = await startServer(parts)
  const connected = await connectSqlServer({
    address: { host: '127.0.0.1', port: server.port },
    signIn: { kind: 'sql-login', login: 'auditor', password: 'long enough' },
    trustCertificate: true,
    limits,
  })
  if (!connected.ok) throw new Error(connected.problem.kind)
  const { session } = connected
  onTestFinished(() => session.close())
  return { session, server }
}

/** Whether this is the question of a test, and not what the client library sets at the beginning. */
export function isQuestion(text: string): boolean {
  return !/^\s*set /i.test(text)
}
