import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseWorkerMessage } from '#electron/collector/messages.ts'

const PROGRAM = { name: 'A', publisher: '', version: '', installedOn: null, location: null, uninstallCommand: null, scope: 'machine' }

describe('messages', () => {
  it.each([
    { kind: 'started', probe: 'host' },
    { kind: 'identity', elevated: false },
    { kind: 'identity', elevated: true, userSid: 'S-1-5-18' },
    { kind: 'record', probe: 'host', record: { status: 'denied', durationMs: 1, reason: 'x' } },
    {
      kind: 'record',
      probe: 'programs',
      record: { status: 'ok', durationMs: 0, facts: { programs: [PROGRAM] }, incomplete: true, notes: ['n'] },
    },
  ])('takes a message of kind $kind', (message) => {
    expect(parseWorkerMessage(message)).toEqual(message)
  })

  it.each([
    { name: 'nothing', message: undefined },
    { name: 'an unknown kind', message: { kind: 'gossip' } },
    { name: 'a probe that there is not', message: { kind: 'started', probe: 'weather' } },
    { name: 'a record without a time', message: { kind: 'record', probe: 'host', record: { status: 'denied', reason: 'x' } } },
    { name: 'a refusal without a reason', message: { kind: 'record', probe: 'host', record: { status: 'failed', durationMs: 1 } } },
    { name: 'an identity that is no SID', message: { kind: 'identity', elevated: true, userSid: 'root' } },
  ])('refuses $name', ({ message }) => {
    expect(parseWorkerMessage(message)).toBeNull()
  })

  it('makes facts that do not fit a failed record, and says where', () => {
    const facts = { programs: [PROGRAM, { ...PROGRAM, scope: 'everyone' }] }
    const message = parseWorkerMessage({ kind: 'record', probe: 'programs', record: { status: 'ok', durationMs: 7, facts } })
    expect(message).toMatchObject({ record: { status: 'failed', durationMs: 7, reason: expect.stringContaining('programs.1.scope') } })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (input) => parseWorkerMessage(input) !== undefined))
  })
})
