import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'

import { type ConnectOptions, connect } from '#electron/sql/connect.ts'
import { connectProblem, connectProblemKinds } from '#electron/sql/connect-problem.ts'
import { describeConnectProblem } from '#electron/sql/describe-problem.ts'
import type { SqlServerAddress } from '#electron/sql/server-name.ts'
import { startServer } from '../../support/tds/open-session.ts'
import type { TdsServerParts } from '../../support/tds/server.ts'

const PASSWORD = 'P’assword № 1 – höchst geheim'

const start = (more: Partial<TdsServerParts> = {}) =>
  startServer({ signIn: ({ password }) => (password === PASSWORD ? null : { number: 18456 }), ...more })

const signIn = { kind: 'sql-login', login: 'wsp_sync', password: PASSWORD } as const

async function signInTo(address: Partial<SqlServerAddress>, more: Partial<ConnectOptions> = {}) {
  const connected = await connect(
    { host: '127.0.0.1', instance: null, port: null, ...address },
    {
      signIn,
      trustCertificate: true,
      integrated: async () => ({ ok: false, problem: { kind: 'server-error' } }),
      limits: { connectMs: 1500 },
      ...more,
    },
  )
  if (connected.ok) connected.session.close()
  return connected.ok ? 'signed in' : connected.problem
}

describe('a sign-in', () => {
  it('sends the password over an encrypted connection, whole', async () => {
    const server = await start()
    expect(await signInTo({ port: server.port })).toBe('signed in')
    expect(server.logins).toMatchObject([
      { user: 'wsp_sync', password: PASSWORD, database: 'master', application: 'ERP Sync Security Checkup' },
    ])
  })

  it.each([
    [18456, 'wrong-password'],
    [18486, 'locked'],
    [18487, 'password-expired'],
    [18488, 'must-change'],
    [18470, 'disabled'],
    [18452, 'windows-refused'],
    [4060, 'database-closed'],
    [4064, 'database-closed'],
    [17892, 'logon-trigger'],
    [50000, 'server-error'],
  ])('that is refused with %i is: %s', async (number, kind) => {
    const server = await start({ signIn: () => ({ number }) })
    expect(await signInTo({ port: server.port })).toEqual({ kind, number })
  })

  it.each([
    ['a database that is closed', [4060, 18456], { kind: 'database-closed', number: 4060 }],
    ['a default database that is closed', [4064, 18456], { kind: 'database-closed', number: 4064 }],
    ['a logon trigger', [3609, 17892], { kind: 'logon-trigger', number: 17892 }],
    ['a message of somebody’s own before it', [50000, 18456], { kind: 'wrong-password', number: 18456 }],
  ])('that is refused because of %s names that, whatever else is said', async (_name, numbers, problem) => {
    const server = await start({ signIn: () => numbers.map((number) => ({ number })) })
    expect(await signInTo({ port: server.port })).toEqual(problem)
  })

  it('as a Windows account begins with a token, and no name or password', async () => {
    const server = await start({ signIn: () => ({ number: 18452 }) })
    const account = { kind: 'windows-account', domain: 'ACME', user: 'auditor', password: PASSWORD } as const
    expect(await signInTo({ port: server.port }, { signIn: account })).toMatchObject({ kind: 'windows-refused' })
    expect(server.logins).toMatchObject([{ user: '', password: '' }])
    expect(server.logins[0]?.sspi.toString('latin1')).toMatch(/^NTLMSSP\0/)
  })

  it('as whoever runs the program is left to the system', async () => {
    expect(await signInTo({ port: 1 }, { signIn: { kind: 'integrated' } })).toEqual({ kind: 'server-error' })
  })
})

describe('a connection', () => {
  it('is not made to a certificate that nobody vouches for, unless that was decided', async () => {
    const server = await start()
    expect(await signInTo({ port: server.port }, { trustCertificate: false })).toMatchObject({ kind: 'certificate-not-trusted' })
    expect(server.logins).toEqual([])
  })

  it('is not made without encryption', async () => {
    const server = await start({ encryption: 'notSupported' })
    expect(await signInTo({ port: server.port })).toEqual({ kind: 'no-encryption', code: 'EENCRYPT' })
    expect(server.logins).toEqual([])
  })

  it('is not made to a server with old TLS alone', async () => {
    const server = await start({ tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } })
    expect(await signInTo({ port: server.port })).toMatchObject({ kind: 'tls-too-old' })
  })

  it.each([
    ['hangs up at the sign-in', { signIn: () => 'hang-up' as const }, 'lost'],
    ['never answers the sign-in', { signIn: () => 'never' as const }, 'time-limit'],
    ['is a web server', { garbage: Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n') }, null],
    ['answers with noise', { garbage: Buffer.alloc(64, 0xff) }, null],
    ['answers with half a packet', { garbage: Buffer.from([0x04, 0x01, 0x00]) }, 'time-limit'],
    ['answers with an empty packet', { garbage: Buffer.from([0x04, 0x01, 0x00, 0x08, 0, 0, 1, 0]) }, null],
  ])('to one that %s ends with a problem', async (_name, more, kind) => {
    const server = await start(more)
    const problem = await signInTo({ port: server.port })
    expect(problem).toHaveProperty('kind')
    if (kind !== null) expect(problem).toMatchObject({ kind })
  })

  it('survives whatever is sent instead of an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), async (bytes) => {
        const garbage = createServer((socket) => {
          socket.on('error', () => undefined)
          socket.once('data', () => socket.end(Buffer.from(bytes)))
        })
        garbage.listen(0, '127.0.0.1')
        await once(garbage, 'listening')
        const address = garbage.address()
        const port = address !== null && typeof address !== 'string' ? address.port : 0
        const problem = await signInTo({ port })
        garbage.close()
        expect(problem).toHaveProperty('kind')
      }),
      { numRuns: 60 },
    )
  }, 120_000)

  it('to a port where nobody listens names that', async () => {
    const server = await start()
    await server.close()
    expect(await signInTo({ port: server.port })).toMatchObject({ kind: 'port-closed', code: 'ECONNREFUSED' })
  })

  it('to a name that nobody has names that', async () => {
    expect(await signInTo({ host: 'no-such-host.invalid', port: 1433 })).toMatchObject({ kind: 'no-such-host' })
  })
})

describe('a named instance', () => {
  /** A SQL Browser on a port of its own. */
  async function browser(answer: (asked: Buffer) => Buffer | null): Promise<number> {
    const socket = createSocket('udp4')
    socket.on('message', (asked, from) => {
      const reply = answer(asked)
      if (reply !== null) socket.send(reply, from.port, from.address)
    })
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    onTestFinished(() => {
      socket.close()
    })
    return socket.address().port
  }
  const listing = (text: string): Buffer =>
    Buffer.concat([Buffer.from([0x05, text.length & 0xff, text.length >> 8]), Buffer.from(text, 'latin1')])

  it('is found through the SQL Browser, without case', async () => {
    const server = await start()
    const asked: number[] = []
    const browserPort = await browser((bytes) => {
      asked.push(...bytes)
      return listing(
        `ServerName;ERP01;InstanceName;OTHER;IsClustered;No;Version;11.0.2100.60;;ServerName;ERP01;InstanceName;SAGE;IsClustered;No;Version;15.0.2000.5;tcp;${server.port};np;\\\\ERP01\\pipe\\MSSQL$SAGE\\sql\\query;;`,
      )
    })
    expect(await signInTo({ instance: 'sage' }, { browserPort })).toBe('signed in')
    expect(asked).toEqual([0x03])
    expect(await signInTo({ instance: 'other' }, { browserPort })).toEqual({ kind: 'port-closed' })
    expect(await signInTo({ instance: 'third' }, { browserPort })).toEqual({ kind: 'no-such-instance' })
  })

  it('is not found where the Browser is silent or says nonsense', async () => {
    expect(await signInTo({ instance: 'sage' }, { browserPort: await browser(() => Buffer.from('nonsense')) })).toEqual({
      kind: 'browser-silent',
    })
    expect(await signInTo({ host: 'no-such-host.invalid', instance: 'sage' })).toEqual({ kind: 'no-such-host' })
  }, 15_000)
})

describe('problems', () => {
  it('have a line each, with what to do and the number or code', () => {
    const lines = connectProblemKinds.map((kind) => describeConnectProblem({ kind }))
    expect(new Set(lines).size).toBe(connectProblemKinds.length)
    expect(describeConnectProblem({ kind: 'locked', number: 18486 })).toMatch(/\(error 18486\)$/)
    expect(describeConnectProblem({ kind: 'port-closed', code: 'ECONNREFUSED' })).toMatch(/\(ECONNREFUSED\)$/)
  })

  it.each([
    ['an expired certificate', ['ESOCKET', 'CERT_HAS_EXPIRED'], 'certificate-expired'],
    ['a certificate for another name', ['ESOCKET', 'ERR_TLS_CERT_ALTNAME_INVALID'], 'certificate-other-name'],
    ['a broken connection', ['ESOCKET', 'ECONNRESET'], 'lost'],
    ['a network without a way there', ['ESOCKET', 'EHOSTUNREACH'], 'unreachable'],
    ['a key that is too small', ['ESOCKET', 'ERR_SSL_DH_KEY_TOO_SMALL'], 'tls-too-old'],
    ['no code at all', [], 'not-sql-server'],
  ])('of %s are told by the innermost code', (_name, codes, kind) => {
    expect(connectProblem(null, codes)).toMatchObject({ kind })
  })
})
