import { describe, expect, it } from 'vitest'

import { holdSecret } from '#electron/rotation/hand-over/held-secret.ts'
import { typeIntoField, typeOnceReady } from '#electron/rotation/hand-over/into-field.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { FIELD, PROCESS, TOOL, type TypingWorld, typingWorld } from './typing-under-test.ts'

const SECRET = 'Canary-74'
const OTHER = { ...FIELD, window: 0x60n }
const DRAWN = { ...FIELD, baseClass: 'Qt5QWindowIcon', hasPasswordStyle: false }
const element = (change: object = {}) => succeeded({ processId: PROCESS, isPassword: true, isEnabled: true, ...change })

async function type(world: TypingWorld, imagePaths: readonly string[] = [TOOL]) {
  const secret = holdSecret(Buffer.from(SECRET))
  if (typeof secret === 'string') throw new Error(secret)
  const { ports, typed, waits } = typingWorld(world)
  return { outcome: await typeIntoField(ports, { imagePaths }, secret), typed, waits }
}

describe('into-field', () => {
  it.each<{ name: string; world: TypingWorld; verified: boolean; paths?: readonly string[] }>([
    { name: 'a password box of Windows', world: {}, verified: true },
    { name: 'one that tells no length', world: { takes: null }, verified: false },
    { name: 'one that UI Automation vouches for', world: { focus: [DRAWN], element: element() }, verified: false },
    { name: 'a program of a lower level', world: { levels: { own: 0x3000, other: 0x2000 } }, verified: true },
    { name: 'a path in other letters', world: {}, paths: ['C:\\x.exe', TOOL.toUpperCase()], verified: true },
  ])('types into $name', async ({ world, verified, paths }) => {
    const { outcome, typed } = await type(world, paths)
    expect(outcome).toEqual({ kind: 'typed', length: 9, verified })
    expect(typed).toEqual([SECRET])
  })

  it.each<{ name: string; world: TypingWorld; reason: string; paths?: readonly string[]; failure?: object }>([
    { name: 'nothing has the focus', world: { focus: [null] }, reason: 'nothing-focused' },
    { name: 'Windows does not tell the focus', world: { focus: ['refused'] }, reason: 'not-told', failure: { code: 5 } },
    { name: 'another program has it', world: { image: succeeded('C:\\Program Files\\Sync\\Sync.exe.exe') }, reason: 'other-program' },
    { name: 'a process without an image has it', world: { image: succeeded(null) }, reason: 'other-program' },
    { name: 'no program is expected', world: {}, paths: [], reason: 'other-program' },
    { name: 'an empty path is expected', world: { image: succeeded('') }, paths: [''], reason: 'other-program' },
    { name: 'the program has ended', world: { ended: true }, reason: 'not-told', failure: { code: 87 } },
    { name: 'its path is refused', world: { image: refused('QueryFullProcessImageNameW', 5) }, reason: 'not-told', failure: { code: 5 } },
    { name: 'it runs at a higher level', world: { levels: { own: 0x2000, other: 0x3000 } }, reason: 'higher-integrity' },
    { name: 'its level is refused', world: { levels: { own: 0x2000, other: 'refused' } }, reason: 'not-told', failure: { code: 5 } },
    { name: 'the own level is refused', world: { levels: { own: 'refused', other: 0 } }, reason: 'not-told', failure: { code: 5 } },
    {
      name: 'the field shows what is typed',
      world: { focus: [{ ...FIELD, hasPasswordStyle: false }], element: element({ isPassword: false }) },
      reason: 'no-password-box',
    },
    { name: 'nobody vouches for a drawn field', world: { focus: [DRAWN] }, reason: 'no-password-box', failure: { code: 0x80040154 } },
    {
      name: 'another class has the same style bit',
      world: { focus: [{ ...DRAWN, hasPasswordStyle: true }] },
      reason: 'no-password-box',
      failure: {},
    },
    {
      name: 'UI Automation speaks of another process',
      world: { focus: [DRAWN], element: element({ processId: 1 }) },
      reason: 'focus-moved',
    },
    { name: 'the drawn field is switched off', world: { focus: [DRAWN], element: element({ isEnabled: false }) }, reason: 'locked' },
    { name: 'the field is read only', world: { focus: [{ ...FIELD, isLocked: true }] }, reason: 'locked' },
    { name: 'something is in the field', world: { before: 1 }, reason: 'not-empty' },
    { name: 'a key is held', world: { held: ['control'] }, reason: 'key-held' },
    { name: 'the focus moves to another password box', world: { focus: [FIELD, OTHER] }, reason: 'focus-moved' },
    { name: 'the focus goes before the keys', world: { focus: [FIELD, null] }, reason: 'nothing-focused' },
  ])('types nothing where $name', async ({ world, reason, paths, failure }) => {
    const { outcome, typed } = await type(world, paths)
    expect(outcome).toEqual({ kind: 'refused', reason, failure: failure === undefined ? null : expect.objectContaining(failure) })
    expect(typed).toEqual([])
  })

  it.each<{ name: string; world: TypingWorld; outcome: object }>([
    { name: 'the field is too short', world: { takes: 5 }, outcome: { kind: 'cut-short', length: 9, inField: 5 } },
    { name: 'the system took a part', world: { accepts: 4 }, outcome: { kind: 'blocked', length: 9, accepted: 4 } },
    {
      name: 'the system took nothing',
      world: { accepts: 0 },
      outcome: { kind: 'refused', reason: 'not-told', failure: { function: 'SendInput', code: 5 } },
    },
    {
      name: 'the focus left on the way',
      world: { focus: [FIELD, FIELD, OTHER], takes: 3 },
      outcome: { kind: 'moved', length: 9, accepted: 9, inField: 3 },
    },
    {
      name: 'it left for nowhere',
      world: { focus: [FIELD, FIELD, FIELD, null], takes: null },
      outcome: { kind: 'moved', length: 9, accepted: 9, inField: null },
    },
    {
      name: 'it left after everything had arrived',
      world: { focus: [FIELD, FIELD, OTHER] },
      outcome: { kind: 'typed', length: 9, verified: true },
    },
  ])('tells in numbers that $name', async ({ world, outcome }) => {
    const result = await type(world)
    expect(result.outcome).toEqual(outcome)
    expect(JSON.stringify(result.outcome)).not.toContain('Canary')
  })

  it('looks for a second at most', async () => {
    expect((await type({ takes: 5 })).waits).toEqual(Array.from({ length: 19 }, () => 50))
  })
})

describe('typing once a field is ready', () => {
  async function wait(world: TypingWorld, waitForMs: number, endAfter = Number.POSITIVE_INFINITY) {
    const secret = holdSecret(Buffer.from(SECRET))
    if (typeof secret === 'string') throw new Error(secret)
    const { ports, typed, waits } = typingWorld(world)
    const waiting: typeof ports = {
      ...ports,
      wait: async (durationMs) => {
        await ports.wait(durationMs)
        if (waits.length >= endAfter) secret.wipe()
      },
    }
    return { outcome: await typeOnceReady(waiting, { imagePaths: [TOOL] }, secret, waitForMs), typed, waits }
  }

  it('waits until the person has gone there and stays', async () => {
    const { outcome, typed, waits } = await wait({ focus: [null, null, OTHER, FIELD] }, 5000)
    expect(outcome).toEqual({ kind: 'typed', length: 9, verified: true })
    expect([typed, waits]).toEqual([[SECRET], [250, 250, 250, 250]])
  })

  it.each([
    { name: 'nothing', world: { focus: [null] }, reason: 'nothing-focused' },
    { name: 'a field that is not empty', world: { before: 2 }, reason: 'not-empty' },
    { name: 'another program', world: { image: succeeded('C:\\x.exe') }, reason: 'other-program' },
  ] as const)('tells what hindered it when the time is over: $name', async ({ world, reason }) => {
    const { outcome, typed, waits } = await wait(world, 1000)
    expect([outcome, typed]).toEqual([{ kind: 'refused', reason, failure: null }, []])
    expect(waits).toHaveLength(4)
  })

  it('stops when it is called off', async () => {
    const { outcome, typed } = await wait({ focus: [null, null, null, FIELD] }, 5000, 2)
    expect([outcome, typed]).toEqual([{ kind: 'refused', reason: 'ended', failure: null }, []])
  })
})
