import { describe, expect, it } from 'vitest'

import { readSessions } from '#electron/probes/logons/sessions.ts'
import type { SignIn } from '#electron/probes/logons/sign-in-log.ts'
import { createNotebook } from '#electron/probes/reading.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { TerminalSessions } from '#electron/win32/terminal-sessions.ts'
import { windowsOf } from '../stand-in-windows.ts'

interface MadeSession {
  readonly id: number
  readonly user: string | null | number
  readonly disconnected?: boolean
  readonly carrier?: 'console' | 'remote' | number
}

const SERVICES: MadeSession = { id: 0, user: null, disconnected: true }

function sessionsOf(made: readonly MadeSession[]): TerminalSessions {
  const find = (id: number): MadeSession | undefined => made.find((session) => session.id === id)
  const answer = <Value>(value: Value | number) =>
    typeof value === 'number' ? refused('WTSQuerySessionInformationW', value) : succeeded(value)
  return {
    ...windowsOf().sessions,
    list: () => succeeded(made.map(({ id, disconnected = false }) => ({ id, disconnected }))),
    user: (id) => answer(find(id)?.user ?? null),
    carrier: (id) => answer(find(id)?.carrier ?? 'console'),
  }
}

function read(made: readonly MadeSession[], signIns: readonly SignIn[] = []) {
  const notebook = createNotebook()
  const result = readSessions(sessionsOf(made), signIns, (account) => (account === 'ACME\\clerk' ? 'S-1-5-21-1-2-3-1001' : null), notebook)
  return { result, notes: notebook.reading(null) }
}

const signIn = (session: number, account: string, remote: SignIn['remote']): SignIn => ({ account, sid: null, atMs: 0, session, remote })

describe('sessions', () => {
  it('lists who is signed in and how, without the services and listeners', () => {
    const { result, notes } = read([
      SERVICES,
      { id: 1, user: 'ERP01\\Administrator', carrier: 'console' },
      { id: 2, user: 'ACME\\clerk', carrier: 'remote' },
      { id: 65_536, user: null },
    ])
    expect(result).toEqual({
      ok: true,
      value: [
        { account: 'ERP01\\Administrator', accountSid: null, kind: 'console', state: 'active' },
        { account: 'ACME\\clerk', accountSid: 'S-1-5-21-1-2-3-1001', kind: 'rdp', state: 'active' },
      ],
    })
    expect(notes).toEqual({ status: 'ok', facts: null })
  })

  it.each([
    { name: 'over a network', signIns: [signIn(2, 'acme\\CLERK', { from: '192.0.2.7' }), signIn(2, 'ACME\\clerk', null)], kind: 'rdp' },
    { name: 'at the machine', signIns: [signIn(2, 'ACME\\clerk', null), signIn(2, 'ACME\\clerk', { from: null })], kind: 'console' },
  ])('tells by the newest sign-in to it that a disconnected session was opened $name', ({ signIns, kind }) => {
    const { result, notes } = read([SERVICES, { id: 2, user: 'ACME\\clerk', disconnected: true, carrier: 'console' }], signIns)
    expect(result).toMatchObject({ value: [{ kind, state: 'disconnected' }] })
    expect(notes).not.toHaveProperty('notes')
  })

  it.each([
    { name: 'no log', signIns: [] },
    { name: 'the log tells of another session', signIns: [signIn(3, 'ACME\\clerk', { from: '192.0.2.7' })] },
    { name: 'the log tells of an earlier user of that number', signIns: [signIn(2, 'ACME\\other', { from: '192.0.2.7' })] },
  ])('takes what Windows says of a disconnected session, with a remark, where $name tells', ({ signIns }) => {
    const { result, notes } = read([SERVICES, { id: 2, user: 'ACME\\clerk', disconnected: true, carrier: 'console' }], signIns)
    expect(result).toMatchObject({ value: [{ kind: 'console', state: 'disconnected' }] })
    expect(notes).toMatchObject({ notes: ['the disconnected session of ACME\\clerk may have been opened over a network: no log tells'] })
    expect(notes).not.toHaveProperty('incomplete')
  })

  it('believes the carrier of an active session, whatever the log says of its number', () => {
    const { result } = read(
      [SERVICES, { id: 2, user: 'ACME\\clerk', carrier: 'console' }],
      [signIn(2, 'ACME\\clerk', { from: '192.0.2.7' })],
    )
    expect(result).toMatchObject({ value: [{ kind: 'console' }] })
  })

  it.each([
    { name: 'its user', session: { id: 3, user: 5 } },
    { name: 'its carrier', session: { id: 3, user: 'ACME\\boss', carrier: 5 } },
  ])('leaves out a session that refuses $name, and keeps the others', ({ session }) => {
    const { result, notes } = read([SERVICES, session, { id: 4, user: 'ACME\\clerk' }])
    expect(result).toMatchObject({ ok: true, value: [{ account: 'ACME\\clerk' }] })
    expect(notes).toMatchObject({ incomplete: true, notes: ['session 3 is left out: WTSQuerySessionInformationW ended with error 5'] })
  })

  it('has no sessions, rather than an empty list, where every one refuses', () => {
    expect(
      read([
        { id: 0, user: 5 },
        { id: 1, user: 120 },
      ]).result,
    ).toMatchObject({ ok: false, failure: { code: 5 } })
  })
})
