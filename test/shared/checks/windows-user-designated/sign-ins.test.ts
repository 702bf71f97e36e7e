import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { signIns } from '#shared/checks/windows-user-designated/sign-ins.ts'
import type { DesignatedLogin } from '#shared/sync-tool/designated-login.ts'
import { judge, testHost } from '../../../support/world.ts'
import { check, logons, messages, remote, session, syncUser, tool, withFacts } from './situation.ts'

describe('sign-ins under the account', () => {
  const record = (changedAt: string) => ({
    credentials: [
      { login: 'wspsync', kind: 'windows' as const, grade: 'best' as const, unique: true, changedAt, storedIn: 'keychain' as const },
    ],
  })
  const signedIn = withFacts(logons({ remote: [remote('2026-02-20T08:00:00Z')], sessions: [session] }))

  it('leaves sign-ins before the newest password out', () => {
    const item = judge(check, { ...signedIn, answers: record('2026-02-20T08:00:01Z') })
    expect(messages(item)).toEqual(['session'])
  })
  it('counts a sign-in at the moment of the change', () => {
    const item = judge(check, { ...signedIn, answers: record('2026-02-20T08:00:00Z') })
    expect(messages(item)).toEqual(['session', 'remote-sign-in'])
  })
  it('counts from 30 days ago where the password is older', () => {
    const situation = withFacts(logons({ remote: [remote('2026-01-29T08:00:00Z')] }))
    expect(judge(check, { ...situation, answers: record('2025-06-01T00:00:00Z') }).verdict).toBe('pass')
  })
  it('counts a session at the moment of the snapshot, and not one from before the password', () => {
    const situation = withFacts(logons({ sessions: [session] }))
    expect(judge(check, { ...situation, answers: record('2026-03-01T08:00:00Z') }).verdict).toBe('attention')
    expect(judge(check, { ...situation, answers: record('2026-03-01T08:00:01Z') }).verdict).toBe('pass')
  })
  it("takes no notice of somebody else's password", () => {
    const answers = { credentials: [{ ...record('2026-02-25T00:00:00Z').credentials[0]!, login: 'backup' }] }
    expect(messages(judge(check, { ...signedIn, answers }))).toEqual(['session', 'remote-sign-in'])
  })
  it('says how often and when last, whatever the order', () => {
    const times = ['2026-02-20T08:00:00Z', '2026-02-22T08:00:00Z', '2026-02-21T08:00:00Z']
    const item = judge(check, withFacts(logons({ remote: times.map((at) => remote(at)) })))
    expect(item.because).toBe('People signed in remotely as wspsync 3 times, last on 2026-02-22.')
    expect(item.evidence).toHaveLength(3)
    expect(item.evidence[0]).toMatchObject({
      probe: 'logons',
      subject: 'wspsync',
      kind: 'remote-sign-in',
      detail: 'Remote Desktop, 2026-02-20T08:00:00Z, from 10.0.0.5',
    })
  })
  it('tells Remote Assistance and an unknown origin', () => {
    const logon = { ...remote('2026-02-20T08:00:00Z', 'wspsync', 'remote-assistance'), from: null }
    expect(judge(check, withFacts(logons({ remote: [logon] }))).evidence[0]?.detail).toBe('Remote Assistance, 2026-02-20T08:00:00Z, from –')
  })
  it('tells the kind of session', () => {
    const item = judge(check, withFacts(logons({ sessions: [session, { ...session, kind: 'rdp' }] })))
    expect(item.evidence.map((piece) => [piece.subject, piece.kind])).toEqual([
      ['wspsync', 'session-console'],
      ['wspsync', 'session-rdp'],
    ])
  })

  it("tells the tool's accounts apart", () => {
    const profile = { syncTools: [{ name: 'Advisor', kind: 'connector' as const, windowsAccount: 'backup' }, tool] }
    const answers = { credentials: [{ ...record('2026-02-25T00:00:00Z').credentials[0]!, login: 'backup' }] }
    const facts = { ...logons({ remote: [remote('2026-02-20T08:00:00Z')] }), 'local-groups': { groups: [] } }
    expect(messages(judge(check, { ...withFacts(facts, profile), answers }))).toEqual(['remote-sign-in'])
  })

  it('says who is signed in', () => {
    const item = judge(check, withFacts(logons({ sessions: [session] })))
    expect(item.because).toBe('Somebody is signed in to Windows as wspsync.')
    expect(item.evidence[0]).toMatchObject({ probe: 'logons' })
  })

  it('goes by the record of the account itself, whatever other logins are known', () => {
    const facts = { host: testHost, 'local-users': { users: [syncUser] }, ...logons({ remote: [remote('2026-02-20T08:00:00Z')] }) }
    const accounts = createAccountDirectory(facts)
    const account = accounts.resolve('wspsync')
    const told = (designatedLogins: readonly Partial<DesignatedLogin>[]): number =>
      signIns(account, { facts, accounts, collectedAtMs: Date.parse('2026-03-01T08:00:00Z'), designatedLogins } as never).length
    expect(told([])).toBe(1)
    expect(
      told([
        { kind: 'erp', record: record('2026-02-25T00:00:00Z').credentials[0]! },
        { kind: 'windows', account },
      ]),
    ).toBe(1)
    expect(told([{ kind: 'erp' }, { kind: 'windows', account, record: record('2026-02-25T00:00:00Z').credentials[0]! }])).toBe(0)
  })
})
