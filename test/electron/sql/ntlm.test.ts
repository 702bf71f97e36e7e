import { describe, expect, it } from 'vitest'

import { connectSqlServer } from '#electron/sql/tedious-session.ts'
import { type NtlmAuthenticate, provesPassword } from '../../support/tds/ntlm.ts'
import { startServer } from '../../support/tds/open-session.ts'
import type { ServerError } from '../../support/tds/tokens.ts'

/** User, domain, password, challenge and the hash of the password as MS-NLMP has them in its examples (4.2.1, 4.2.2.1.2). */
const example = {
  domain: 'Domain',
  user: 'User',
  password: 'Password',
  challenge: Buffer.from('0123456789abcdef', 'hex'),
  passwordHash: Buffer.from('a4f49c406510bdcab6824ee7c30fd852', 'hex'),
} as const

async function signIn(password: string, refusal: (message: NtlmAuthenticate) => ServerError | null) {
  const { challenge, domain, user } = example
  const server = await startServer({ ntlm: { challenge, domain: 'Server', authenticate: refusal } })
  const connected = await connectSqlServer({
    address: { host: '127.0.0.1', port: server.port },
    signIn: { kind: 'windows-account', domain, user, password },
    trustCertificate: true,
    limits: { connectMs: 1500 },
  })
  if (connected.ok) connected.session.close()
  return { server, outcome: connected.ok ? 'signed in' : connected.problem }
}

const judge = (message: NtlmAuthenticate): ServerError | null =>
  provesPassword(message, example.challenge, example.passwordHash) ? null : { number: 18_456 }

describe('a sign-in with a Windows account', () => {
  it('proves the password to the challenge of the server, and names user and domain', async () => {
    const seen: NtlmAuthenticate[] = []
    const { outcome } = await signIn(example.password, (message) => {
      seen.push(message)
      return judge(message)
    })
    expect(outcome).toBe('signed in')
    expect(seen).toMatchObject([{ user: 'User', domain: 'DOMAIN' }])
  })

  it('never sends the password, in whatever writing, nor its hash', async () => {
    const { server } = await signIn(example.password, judge)
    const sent = Buffer.concat([...server.proofs, ...server.logins.flatMap(({ sspi, password }) => [sspi, Buffer.from(password)])])
    expect(server.proofs).toHaveLength(1)
    expect(server.logins).toMatchObject([{ user: '', password: '' }])
    for (const secret of [Buffer.from(example.password), Buffer.from(example.password, 'utf16le'), example.passwordHash]) {
      expect(sent.includes(secret)).toBe(false)
    }
  })

  it.each([
    ['another password', 'Passwort', judge, { kind: 'wrong-password', number: 18_456 }],
    ['a domain that is not trusted', example.password, () => ({ number: 18_452 }), { kind: 'windows-refused', number: 18_452 }],
    ['an account without a login', example.password, () => ({ number: 18_456 }), { kind: 'wrong-password', number: 18_456 }],
  ])('is refused for %s', async (_name, password, refusal, problem) => {
    expect((await signIn(password, refusal)).outcome).toEqual(problem)
  })
})
