import { describe, expect, it } from 'vitest'

import { createClipboard } from '#electron/win32/clipboard.ts'
import { standIn } from './stand-in.ts'

const TEXT = 13
const OWN_WINDOW = 0x500n
const MARK = Buffer.from('0123456789abcdef')
const SECRET = Buffer.from('Zürich-7✓', 'utf16le')

interface Behaviour {
  /** Times that the clipboard is held by somebody else. */
  readonly busy?: number
  readonly openCode?: number
  readonly failsAt?: 'CreateWindowExW' | 'EmptyClipboard' | 'RegisterClipboardFormatW' | 'GlobalAlloc' | 'GlobalLock' | 'text'
  /** Somebody replaces the content as soon as it is closed. */
  readonly replacedAtOnce?: boolean
}

/** A clipboard with memory; what is allocated and not handed over counts as outstanding. */
function clipboard({ busy = 0, openCode = 5, failsAt, replacedAtOnce = false }: Behaviour = {}) {
  const memory = new Map<bigint, Buffer>()
  const handedOver = new Set<bigint>()
  const formats: string[] = []
  const contents = new Map<number, bigint>()
  const log: string[] = []
  const state = { owner: 0n, sequence: 40, isOpen: false, windows: 0, sleeps: 0, busy }
  const fail = (name: string, code: number): number => {
    self.setLastError(code)
    log.push(`${name} fails`)
    return 0
  }
  const refuses = (name: string): boolean => failsAt === name
  const addresses = new Map<bigint, bigint>()
  const self = standIn((windows) => ({
    'kernel32.dll': {
      Sleep: () => {
        state.sleeps += 1
      },
      GlobalAlloc: (flags, bytes) => {
        expect(flags).toBe(2)
        if (refuses('GlobalAlloc')) return fail('GlobalAlloc', 8)
        const buffer = Buffer.alloc(Number(bytes))
        const handle = BigInt(0x9000 + memory.size)
        memory.set(handle, buffer)
        addresses.set(handle, windows.placeBytes(buffer))
        return handle
      },
      GlobalLock: (handle) => (refuses('GlobalLock') ? fail('GlobalLock', 6) : addresses.get(handle as bigint)),
      GlobalUnlock: () => 1,
      GlobalSize: (handle) => memory.get(handle as bigint)?.byteLength ?? 0,
      GlobalFree: (handle) => {
        const wiped = memory.get(handle as bigint)
        log.push(`freed ${wiped?.every((byte) => byte === 0) === true ? 'zeroes' : 'content'}`)
        memory.delete(handle as bigint)
        return 0
      },
      RtlMoveMemory: (target, source, bytes) => {
        const handle = [...addresses].find(([, address]) => address === target)?.[0] ?? 0n
        Buffer.from(source as Uint8Array).copy(memory.get(handle) ?? Buffer.alloc(0), 0, 0, Number(bytes))
      },
    },
    'user32.dll': {
      CreateWindowExW: (_extended, className, name, _style, _x, _y, _width, _height, parent) => {
        expect([className, name, parent]).toEqual(['STATIC', '', 0xfffffffffffffffdn])
        if (refuses('CreateWindowExW')) return fail('CreateWindowExW', 1406)
        state.windows += 1
        return OWN_WINDOW
      },
      DestroyWindow: () => {
        state.windows -= 1
        state.owner = 0n
        return 1
      },
      OpenClipboard: () => {
        if (state.busy > 0) {
          state.busy -= 1
          return fail('OpenClipboard', openCode)
        }
        state.isOpen = true
        return 1
      },
      CloseClipboard: () => {
        state.isOpen = false
        if (replacedAtOnce) replace()
        return 1
      },
      EmptyClipboard: () => {
        if (refuses('EmptyClipboard')) return fail('EmptyClipboard', 1418)
        expect(state.isOpen).toBe(true)
        contents.clear()
        state.sequence += 1
        state.owner = OWN_WINDOW
        log.push('emptied')
        return 1
      },
      SetClipboardData: (format, handle) => {
        if (format === TEXT && refuses('text')) return fail('SetClipboardData', 5)
        expect(state.isOpen).toBe(true)
        contents.set(Number(format), handle as bigint)
        handedOver.add(handle as bigint)
        state.sequence += 1
        return handle
      },
      GetClipboardData: (format) => contents.get(Number(format)) ?? 0n,
      RegisterClipboardFormatW: (name) => {
        if (refuses('RegisterClipboardFormatW')) return fail('RegisterClipboardFormatW', 8)
        if (!formats.includes(String(name))) formats.push(String(name))
        return 0xc000 + formats.indexOf(String(name))
      },
      GetClipboardSequenceNumber: () => state.sequence,
      GetClipboardOwner: () => state.owner,
    },
  }))
  const replace = (): void => {
    contents.clear()
    contents.set(TEXT, 0n)
    state.sequence += 1
    state.owner = 0x999n
  }
  const nameOf = (format: number): string => (format === TEXT ? 'text' : (formats[format - 0xc000] ?? '?'))
  return {
    part: createClipboard(self.native),
    state,
    log,
    replace,
    /** Another program adds a format without emptying. */
    touch: () => {
      state.sequence += 1
    },
    contents: () =>
      Object.fromEntries([...contents].map(([format, handle]) => [nameOf(format), memory.get(handle)?.toString('hex') ?? ''])),
    outstanding: () => [...memory.keys()].filter((handle) => !handedOver.has(handle)).length + state.windows + (state.isOpen ? 1 : 0),
  }
}

const GIVEN = {
  ExcludeClipboardContentFromMonitorProcessing: '00000000',
  CanIncludeInClipboardHistory: '00000000',
  CanUploadToCloudClipboard: '00000000',
  'ERP Sync Security Checkup hand-over': MARK.toString('hex'),
  text: `${SECRET.toString('hex')}0000`,
}

describe('clipboard', () => {
  it('gives a text with what keeps it out of history, cloud and monitors, the text last', () => {
    const { part, contents, outstanding } = clipboard()
    expect(part.give(SECRET, MARK)).toEqual({ ok: true, value: { sequence: 46, mark: MARK } })
    expect(contents()).toEqual(GIVEN)
    expect(Object.keys(contents()).at(-1)).toBe('text')
    expect(outstanding()).toBe(0)
  })

  it('empties what is still there', () => {
    const { part, contents, outstanding } = clipboard()
    const given = part.give(SECRET, MARK)
    if (!given.ok) throw new Error(given.failure.function)
    expect(part.takeBack(given.value)).toEqual({ ok: true, value: 'emptied' })
    expect([contents(), outstanding()]).toEqual([{}, 0])
  })

  it('knows its text by the mark where only the number changed', () => {
    const { part, contents, touch } = clipboard()
    const given = part.give(SECRET, MARK)
    touch()
    expect(given.ok && part.takeBack(given.value)).toEqual({ ok: true, value: 'emptied' })
    expect(contents()).toEqual({})
  })

  it('leaves what somebody else put there', () => {
    const { part, contents, replace } = clipboard()
    const given = part.give(SECRET, MARK)
    replace()
    expect(given.ok && part.takeBack(given.value)).toEqual({ ok: true, value: 'replaced' })
    expect(Object.keys(contents())).toEqual(['text'])
  })

  it('never takes the number of somebody else for its own', () => {
    const { part } = clipboard({ replacedAtOnce: true })
    expect(part.give(SECRET, MARK)).toEqual({ ok: true, value: { sequence: null, mark: MARK } })
  })

  it('does not take the text of an earlier hand-over for that of a later one', () => {
    const { part, contents } = clipboard()
    const first = part.give(SECRET, MARK)
    part.give(SECRET, Buffer.from('another mark 16b'))
    expect(first.ok && part.takeBack(first.value)).toEqual({ ok: true, value: 'replaced' })
    expect(contents().text).toBe(GIVEN.text)
  })

  it.each([
    { name: 'lets go in time', busy: 9, expected: { ok: true }, sleeps: 9 },
    { name: 'does not let go', busy: 10, expected: { ok: false, failure: { function: 'OpenClipboard', code: 5 } }, sleeps: 9 },
  ])('asks again while another program holds it that $name', ({ busy, expected, sleeps }) => {
    const { part, state, outstanding } = clipboard({ busy })
    expect(part.give(SECRET, MARK)).toMatchObject(expected)
    expect([state.sleeps, outstanding()]).toEqual([sleeps, 0])
  })

  it('does not ask again where waiting does not help', () => {
    const { part, state } = clipboard({ busy: 1, openCode: 1400 })
    expect(part.give(SECRET, MARK)).toMatchObject({ failure: { function: 'OpenClipboard', code: 1400 } })
    expect(state.sleeps).toBe(0)
  })

  it.each([
    { failsAt: 'CreateWindowExW', code: 1406 },
    { failsAt: 'EmptyClipboard', code: 1418 },
    { failsAt: 'RegisterClipboardFormatW', code: 8 },
    { failsAt: 'GlobalAlloc', code: 8 },
    { failsAt: 'GlobalLock', code: 6 },
  ] as const)('leaves nothing behind where $failsAt fails', ({ failsAt, code }) => {
    const { part, contents, outstanding } = clipboard({ failsAt })
    expect(part.give(SECRET, MARK)).toMatchObject({ ok: false, failure: { function: failsAt, code } })
    expect([contents(), outstanding()]).toEqual([{}, 0])
  })

  it('wipes the memory that the clipboard did not take, and empties what was there already', () => {
    const { part, contents, log, outstanding } = clipboard({ failsAt: 'text' })
    expect(part.give(SECRET, MARK)).toEqual({
      ok: false,
      failure: { function: 'SetClipboardData', code: 5, subject: 'format 13' },
    })
    expect(log).toEqual(['emptied', 'SetClipboardData fails', 'freed zeroes', 'emptied'])
    expect([contents(), outstanding()]).toEqual([{}, 0])
  })
})
