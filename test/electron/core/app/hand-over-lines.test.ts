import { describe, expect, it } from 'vitest'

import { clipboardRefusal, fieldLine, windowLine } from '#electron/core/app/hand-over-lines.ts'
import { createTries } from '#electron/core/app/hand-over-tries.ts'
import type { WindowRefusal } from '#electron/rotation/hand-over/desk.ts'
import type { FieldOutcome } from '#electron/rotation/hand-over/into-field.ts'
import { createTranslator } from '#shared/texts/translator.ts'

const english = createTranslator('en')
const german = createTranslator('de')

describe('what became of typing', () => {
  it.each<{ readonly name: string; readonly outcome: FieldOutcome; readonly kind: string; readonly line: RegExp }>([
    {
      name: 'typed and counted',
      outcome: { kind: 'typed', length: 25, verified: true },
      kind: 'done',
      line: /25 characters, and the field/,
    },
    { name: 'typed', outcome: { kind: 'typed', length: 25, verified: false }, kind: 'done', line: /does not tell how many/ },
    { name: 'cut short', outcome: { kind: 'cut-short', length: 25, inField: 20 }, kind: 'warning', line: /20 of 25/ },
    { name: 'blocked', outcome: { kind: 'blocked', length: 25, accepted: 3 }, kind: 'warning', line: /3 of 25/ },
    {
      name: 'moved',
      outcome: { kind: 'moved', length: 25, accepted: 20, inField: 7 },
      kind: 'warning',
      line: /20 of 25 characters were typed, 7 of them/,
    },
    {
      name: 'moved, and nobody knows where to',
      outcome: { kind: 'moved', length: 25, accepted: 20, inField: null },
      kind: 'warning',
      line: /20 of 25 .* not known where/,
    },
    { name: 'refused', outcome: { kind: 'refused', reason: 'not-empty', failure: null }, kind: 'refused', line: /is not empty/ },
  ])('is told in both languages: $name', ({ outcome, kind, line }) => {
    expect(fieldLine(english, outcome)).toEqual({ kind: 'end', outcome: kind, line: expect.stringMatching(line), next: null })
    expect(fieldLine(german, outcome).line).not.toMatch(/\{\{|null|undefined/)
  })
})

describe('why nothing was shown', () => {
  const reasons = Object.keys({
    'nothing-captured': 1,
    'ordinary-window-not-seen': 1,
    'protected-window-seen': 1,
    'protected-window-not-painted': 1,
    'no-affinity': 1,
    'display-remote-session': 1,
    'display-remote-controlled': 1,
    'display-virtual-machine': 1,
    'display-unknown': 1,
    'no-main-window': 1,
    'no-window': 1,
    closed: 1,
  } satisfies Record<WindowRefusal, 1>) as readonly WindowRefusal[]

  it.each(reasons)('has words in both languages: %s', (reason) => {
    for (const translator of [english, german]) {
      expect(windowLine(translator, { kind: 'refused', reason })).toMatchObject({ outcome: 'refused', line: expect.stringMatching(/\.$/) })
    }
  })
})

describe('why the clipboard was not to be had', () => {
  it('names the call of Windows where no other program holds it', () => {
    const failure = { function: 'SetClipboardData', code: 8 }
    expect(clipboardRefusal(english, { kind: 'refused', failure }).line).toMatch(/SetClipboardData, code 8/)
    expect(clipboardRefusal(german, { kind: 'refused', failure: { ...failure, code: 5 } }).line).toMatch(/anderes Programm/)
  })
})

describe('what tries for one secret found', () => {
  const known = { read: async () => ({ ok: true, value: new Uint8Array(0) }) as const, expected: { imagePaths: ['C:\\x.exe'] } }
  const first = { kind: 'stored', generation: 'first' } as const

  it('closes the field where no proof can be had, and not where a person was in another one', () => {
    const tries = createTries()
    tries.told(first, known)
    tries.noteField({ kind: 'refused', reason: 'other-program', failure: null })
    expect(tries.told(first, known)).toEqual({})
    tries.noteField({ kind: 'refused', reason: 'no-password-box', failure: null })
    expect(tries.told(first, known)).toEqual({ field: 'not-proven' })
    expect(tries.told(first, { ...known, expected: null })).toEqual({ field: 'program-not-known' })
  })

  it('is of no use for another one, nor after its end', () => {
    const tries = createTries()
    tries.told(first, known)
    tries.noteWindow({ kind: 'refused', reason: 'no-affinity' }, false)
    expect(tries.told(first, known)).toEqual({ protectedWindow: 'not-proven' })
    expect(tries.told({ kind: 'stored', generation: 'second' }, known)).toEqual({})
    tries.noteWindow({ kind: 'refused', reason: 'no-affinity' }, false)
    tries.forget()
    expect(tries.told({ kind: 'stored', generation: 'second' }, known)).toEqual({})
  })

  it('proves nothing where the share was paused', () => {
    const tries = createTries()
    tries.told(first, known)
    tries.noteWindow({ kind: 'drawn' }, true)
    expect(tries.told(first, known)).toEqual({})
    tries.noteWindow({ kind: 'drawn' }, false)
    expect(tries.told(first, known)).toEqual({ protectedWindow: 'proven' })
  })
})
