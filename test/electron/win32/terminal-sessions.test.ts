import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createTerminalSessions, type TerminalSessions } from '#electron/win32/terminal-sessions.ts'
import { standIn } from './stand-in.ts'

const OWN = 0xffffffff

/** Answers by session and class of information; a number is the code that asking gives. */
type Answers = Readonly<Record<string, Buffer | number>>

function sessions(answers: Answers, rows: readonly (readonly [id: number, state: number])[] | number = [[0, 4]]) {
  const given: bigint[] = []
  const freed: unknown[] = []
  const windows = standIn((self) => {
    const place = (bytes: Buffer): bigint => {
      given.push(self.placeBytes(bytes))
      return given.at(-1) ?? 0n
    }
    const fail = (code: number): number => {
      self.setLastError(code)
      return 0
    }
    return {
      'kernel32.dll': {
        ProcessIdToSessionId: (process, session) => {
          ;(session as number[])[0] = 3
          return process === 77 ? 1 : fail(87)
        },
      },
      'wtsapi32.dll': {
        WTSEnumerateSessionsW: (server, reserved, version, buffer, count) => {
          expect([server, reserved, version]).toEqual([0, 0, 1])
          if (typeof rows === 'number') return fail(rows)
          ;(count as number[])[0] = rows.length
          if (rows.length > 0) (buffer as bigint[])[0] = place(Buffer.concat(rows.map(([id, state]) => sessionRow(id, state))))
          return 1
        },
        WTSQuerySessionInformationW: (_server, session, kind, buffer, size) => {
          const answer = answers[`${session} ${kind}`] ?? 7022
          if (typeof answer === 'number') return fail(answer)
          ;(buffer as bigint[])[0] = place(answer)
          ;(size as number[])[0] = answer.byteLength
          return 1
        },
        WTSFreeMemory: (address) => freed.push(address),
      },
    }
  })
  return { part: createTerminalSessions(windows.native), given, freed }
}

function sessionRow(id: number, state: number): Buffer {
  const row = Buffer.alloc(layouts.WTS_SESSION_INFOW.size)
  row.writeUInt32LE(id, layouts.WTS_SESSION_INFOW.SessionId)
  row.writeUInt32LE(state, layouts.WTS_SESSION_INFOW.State)
  return row
}

const text = (content: string): Buffer => Buffer.from(`${content}\0`, 'utf16le')
const short = (content: number): Buffer => Buffer.from([content & 0xff, content >> 8])

function ask<Value>(answers: Answers, question: (part: TerminalSessions) => Value): Value {
  const { part, given, freed } = sessions(answers)
  const answer = question(part)
  expect(freed).toEqual(given)
  return answer
}

describe('terminal-sessions', () => {
  it('lists the sessions and gives the list back', () => {
    const { part, given, freed } = sessions({}, [
      [0, 4],
      [1, 0],
      [65_536, 6],
    ])
    expect(part.list()).toEqual({
      ok: true,
      value: [
        { id: 0, disconnected: true },
        { id: 1, disconnected: false },
        { id: 65_536, disconnected: false },
      ],
    })
    expect(freed).toEqual(given)
  })

  it.each([
    { name: 'an empty list', rows: [], code: 13 },
    { name: 'access denied', rows: 5, code: 5 },
  ])('is refused, rather than without sessions, with $name', ({ rows, code }) => {
    expect(sessions({}, rows).part.list()).toMatchObject({ ok: false, failure: { function: 'WTSEnumerateSessionsW', code } })
  })

  it.each([
    { name: 'a domain', answers: { '2 5': text('jürgen'), '2 7': text('ACME') }, user: 'ACME\\jürgen' },
    { name: 'no domain', answers: { '2 5': text('jürgen'), '2 7': text('') }, user: 'jürgen' },
    { name: 'nobody', answers: { '2 5': text('') }, user: null },
  ])('names the user of a session: $name', ({ answers, user }) => {
    expect(ask(answers, (part) => part.user(2))).toEqual({ ok: true, value: user })
  })

  it.each([
    { name: 'the console', protocol: 0, carrier: 'console' },
    { name: 'an old protocol', protocol: 1, carrier: 'remote' },
    { name: 'Remote Desktop', protocol: 2, carrier: 'remote' },
  ])('tells what carries a session: $name', ({ protocol, carrier }) => {
    expect(ask({ '2 16': short(protocol) }, (part) => part.carrier(2))).toEqual({ ok: true, value: carrier })
  })

  it('names the computer at the other end, where there is one', () => {
    expect(ask({ '2 10': text('LAPTOP-7') }, (part) => part.clientName(2))).toEqual({ ok: true, value: 'LAPTOP-7' })
    expect(ask({ '2 10': text('') }, (part) => part.clientName(2))).toEqual({ ok: true, value: null })
  })

  it('knows its own session, and that of a process', () => {
    expect(ask({ [`${OWN} 4`]: Buffer.from([3, 0, 0, 0]) }, (part) => part.ownId())).toEqual({ ok: true, value: 3 })
    expect(ask({}, (part) => part.ofProcess(77))).toEqual({ ok: true, value: 3 })
    expect(ask({}, (part) => part.ofProcess(1))).toMatchObject({ ok: false, failure: { function: 'ProcessIdToSessionId', code: 87 } })
  })

  it.each([
    { name: 'the name', question: (part: TerminalSessions) => part.user(2), answers: {} },
    { name: 'the domain', question: (part: TerminalSessions) => part.user(2), answers: { '2 5': text('x') } },
    { name: 'the carrier', question: (part: TerminalSessions) => part.carrier(2), answers: {} },
    { name: 'the client', question: (part: TerminalSessions) => part.clientName(2), answers: {} },
  ])('is refused with function, code and session: $name', ({ question, answers }) => {
    const failure = { function: 'WTSQuerySessionInformationW', code: 7022, subject: 'session 2' }
    expect(ask(answers, question)).toMatchObject({ ok: false, failure })
  })

  it.each([
    { name: 'the name', question: (part: TerminalSessions): unknown => part.user(2) },
    { name: 'the carrier', question: (part: TerminalSessions): unknown => part.carrier(2) },
    { name: 'its own session', question: (part: TerminalSessions): unknown => part.ownId() },
  ])('does not read beyond an answer that is too short: $name', ({ question }) => {
    const answers = { '2 5': Buffer.alloc(1), '2 16': Buffer.alloc(1), [`${OWN} 4`]: Buffer.alloc(2) }
    expect(ask(answers, question)).toMatchObject({ ok: false, failure: { code: 13 } })
  })
})
