import { describe, expect, it } from 'vitest'

import { createHandOverDesk, type OpenHandOver } from '#electron/rotation/hand-over/desk.ts'
import type { ClipboardEnd } from '#electron/rotation/hand-over/onto-clipboard.ts'
import type { Surroundings } from '#electron/rotation/hand-over/surroundings.ts'
import { clipboardOver } from './clipboard-under-test.ts'
import { TOOL, typingWorld } from './typing-under-test.ts'

const SECRET = 'Canary-74'
const LOCAL: Surroundings = {
  host: 'desktop',
  display: 'local',
  clipboard: 'local',
  remoteTools: [],
  field: 'possible',
  protectedWindow: 'not-tried',
  sharePaused: false,
}

/** A desk whose clock the test turns. */
function desk(around: Partial<Surroundings> = {}) {
  const alarms: { readonly durationMs: number; readonly run: () => void }[] = []
  const state = { clipboard: '', busy: 0, drawn: '', closedWindows: 0, around: { ...LOCAL, ...around } }
  const { ports: typing, typed } = typingWorld()
  const part = createHandOverDesk({
    typing,
    surroundings: () => state.around,
    window: {
      draw: async (text, isSharePaused) => {
        state.drawn = `${text}${isSharePaused ? ' paused' : ''}`
        return { kind: 'drawn' }
      },
      close: () => {
        state.closedWindows += 1
      },
    },
    clipboard: {
      randomBytes: (count) => new Uint8Array(count),
      clipboard: clipboardOver(state),
      later: (durationMs, run) => {
        const alarm = { durationMs, run }
        alarms.push(alarm)
        return () => void alarms.splice(0, alarms.length, ...alarms.filter((one) => one !== alarm))
      },
    },
  })
  const ends: ClipboardEnd[] = []
  return {
    part,
    state,
    typed,
    ends,
    onEnd: (end: ClipboardEnd): void => void ends.push(end),
    alarms: () => alarms.map(({ durationMs }) => durationMs),
    ring: (durationMs: number): void => {
      const alarm = alarms.find((one) => one.durationMs === durationMs)
      if (alarm === undefined) throw new Error(`nothing was put off by ${durationMs} ms`)
      alarms.splice(alarms.indexOf(alarm), 1)
      alarm.run()
    },
    open: (): OpenHandOver => {
      const opened = part.open(Buffer.from(SECRET))
      if (typeof opened === 'string') throw new Error(opened)
      return opened
    },
  }
}

describe('desk', () => {
  it('hands one secret over at a time, and wipes the one that it does not take', () => {
    const { part, open } = desk()
    const first = open()
    const second = Buffer.from('second')
    expect(part.open(second)).toBe('busy')
    expect(second.every((byte) => byte === 0)).toBe(true)
    first.end()
    expect(typeof open()).toBe('object')
  })

  it('stays free where the secret cannot be handed over', () => {
    const { part, open } = desk()
    expect(part.open(Buffer.from('a\n'))).toBe('control-character')
    expect(typeof open()).toBe('object')
  })

  it('goes each of the ways', async () => {
    const { state, typed, open, onEnd } = desk()
    const opened = open()
    expect(opened.choose()).toMatchObject({ way: 'into-field', refused: [] })
    expect(await opened.intoField({ imagePaths: [TOOL] }, 250)).toMatchObject({ kind: 'typed' })
    expect(opened.ontoClipboard(onEnd)).toEqual({ kind: 'given', clearsAfterMs: 20_000 })
    expect(await opened.draw()).toEqual({ kind: 'drawn' })
    expect([typed, state.clipboard, state.drawn]).toEqual([[SECRET], SECRET, SECRET])
  })

  it('asks how it would be without a secret, and goes by what it is told', async () => {
    const { part, state, typed } = desk({ protectedWindow: 'not-proven' })
    const closed = { refused: [{ way: 'protected-window', reason: 'window-not-proven' }] }
    expect(part.choose({})).toMatchObject({ way: 'into-field', ...closed })
    const field = { way: 'into-field', reason: 'program-not-known' }
    expect(part.choose({ field: 'program-not-known', sharePaused: true })).toMatchObject({ way: 'clipboard', refused: [field] })
    const opened = part.open(Buffer.from(SECRET), { field: 'program-not-known', sharePaused: true })
    if (typeof opened === 'string') throw new Error(opened)
    expect(await opened.intoField({ imagePaths: [TOOL] }, 250)).toMatchObject({ kind: 'closed', choice: { refused: [field] } })
    expect(await opened.draw()).toEqual({ kind: 'drawn' })
    expect([typed, state.drawn]).toEqual([[], `${SECRET} paused`])
  })

  it('tells the window that the share is paused', async () => {
    const { state, open } = desk({ protectedWindow: 'not-proven', sharePaused: true })
    expect(await open().draw()).toEqual({ kind: 'drawn' })
    expect(state.drawn).toBe(`${SECRET} paused`)
  })

  it('looks at the surroundings each time, and goes no way that is closed', async () => {
    const { state, typed, open, onEnd } = desk()
    const opened = open()
    state.around = { ...LOCAL, host: 'loopback' }
    const closed = { kind: 'closed', choice: expect.objectContaining({ way: 'elsewhere' }) }
    expect(await opened.intoField({ imagePaths: [TOOL] }, 250)).toEqual(closed)
    expect(opened.ontoClipboard(onEnd)).toEqual(closed)
    expect(await opened.draw()).toEqual(closed)
    expect([typed, state.clipboard, state.drawn]).toEqual([[], '', ''])
  })

  it('takes everything back at its end, and hands nothing over any more', async () => {
    const { state, open, onEnd, ends, alarms } = desk()
    const opened = open()
    opened.ontoClipboard(onEnd)
    opened.end()
    expect([state.clipboard, state.closedWindows, ends, alarms()]).toEqual(['', 1, [{ kind: 'emptied' }], []])
    expect(opened.ontoClipboard(onEnd)).toMatchObject({ kind: 'closed' })
    expect(await opened.draw()).toMatchObject({ kind: 'closed' })
    expect([state.clipboard, state.drawn]).toEqual(['', ''])
    opened.end()
    expect(state.closedWindows).toBe(1)
  })

  it('ends by itself where the person walked away', () => {
    const { state, open, ring, onEnd } = desk()
    open().ontoClipboard(onEnd)
    ring(300_000)
    expect(state.clipboard).toBe('')
    expect(typeof open()).toBe('object')
  })

  it('takes everything back at the end of the process', () => {
    const { part, state, open, onEnd } = desk()
    open().ontoClipboard(onEnd)
    part.close()
    expect([state.clipboard, state.closedWindows]).toEqual(['', 1])
    part.close()
    expect(state.closedWindows).toBe(1)
  })
})

describe('onto-clipboard', () => {
  it('empties the clipboard after twenty seconds', () => {
    const { state, open, onEnd, ring, ends } = desk()
    open().ontoClipboard(onEnd)
    ring(20_000)
    expect([state.clipboard, ends]).toEqual(['', [{ kind: 'emptied' }]])
  })

  it('leaves what somebody else copied', () => {
    const { state, open, onEnd, ring, ends } = desk()
    open().ontoClipboard(onEnd)
    state.clipboard = 'a price list'
    ring(20_000)
    expect([state.clipboard, ends]).toEqual(['a price list', [{ kind: 'replaced' }]])
  })

  it('tells that the clipboard was not to be had', () => {
    const { state, open, onEnd, alarms } = desk()
    state.busy = 1
    expect(open().ontoClipboard(onEnd)).toEqual({ kind: 'refused', failure: { function: 'OpenClipboard', code: 5 } })
    expect(alarms()).toEqual([300_000])
  })

  it('tries again while another program holds it', () => {
    const { state, open, onEnd, ring, ends } = desk()
    open().ontoClipboard(onEnd)
    state.busy = 2
    ring(20_000)
    ring(1_000)
    expect([state.clipboard, ends]).toEqual([SECRET, []])
    ring(1_000)
    expect([state.clipboard, ends]).toEqual(['', [{ kind: 'emptied' }]])
  })

  it('says after half a minute that it is still there', () => {
    const { state, open, onEnd, ring, ends, alarms } = desk()
    open().ontoClipboard(onEnd)
    state.busy = 1000
    ring(20_000)
    for (let second = 0; second < 30; second += 1) ring(1_000)
    expect(ends).toEqual([{ kind: 'left', failure: { function: 'OpenClipboard', code: 5 } }])
    expect(alarms()).toEqual([300_000])
  })

  it('tells the first one of its end when the same secret is copied again', () => {
    const { open, onEnd, ends, alarms } = desk()
    const opened = open()
    opened.ontoClipboard(onEnd)
    opened.ontoClipboard(onEnd)
    expect(ends).toEqual([{ kind: 'emptied' }])
    expect(alarms()).toEqual([300_000, 20_000])
  })
})
