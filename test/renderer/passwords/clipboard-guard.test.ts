// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CLIPBOARD_LIMIT_MS, type ClipboardState, copyGuarded } from '#renderer/passwords/clipboard-guard.ts'
import { fakeClipboard } from './fake-clipboard.ts'

const SECRET = 'Teg2ZvmNu-N0No5DYS7cC~QKl'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const inFront = (isInFront: boolean) => vi.spyOn(document, 'hasFocus').mockReturnValue(isInFront)
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

function copied() {
  const states: ClipboardState[] = []
  const guard = copyGuarded(SECRET, (state) => states.push(state))
  return { states, guard }
}

describe('copyGuarded', () => {
  it('clears the clipboard after 20 seconds, and not before', async () => {
    const clipboard = fakeClipboard()
    inFront(true)
    const { states } = copied()
    await pass(CLIPBOARD_LIMIT_MS - 1)
    expect(clipboard.content).toBe(SECRET)
    await pass(1)
    expect(clipboard.content).toBe('')
    expect(states).toEqual(['copied', 'cleared'])
  })

  it('leaves alone what was copied since', async () => {
    const clipboard = fakeClipboard()
    inFront(true)
    const { states } = copied()
    await pass(1)
    clipboard.content = 'something else'
    await pass(CLIPBOARD_LIMIT_MS)
    expect(clipboard.content).toBe('something else')
    expect(states).toEqual(['copied', 'replaced'])
  })

  it('waits until the page is in front again', async () => {
    const clipboard = fakeClipboard()
    const focus = inFront(false)
    const { states } = copied()
    await pass(CLIPBOARD_LIMIT_MS + 5_000)
    expect(clipboard.content).toBe(SECRET)
    expect(clipboard.reads).toBe(0)
    focus.mockReturnValue(true)
    window.dispatchEvent(new Event('focus'))
    await pass(1)
    expect(clipboard.content).toBe('')
    expect(states).toEqual(['copied', 'cleared'])
  })

  it('says that the password may still be there when the page does not come to the front within a minute, and looks no more', async () => {
    const clipboard = fakeClipboard()
    const focus = inFront(false)
    const { states } = copied()
    await pass(60_000)
    focus.mockReturnValue(true)
    window.dispatchEvent(new Event('focus'))
    await pass(60_000)
    expect(states).toEqual(['copied', 'kept'])
    expect(clipboard.reads).toBe(0)
  })

  it('says that the password may still be there where the page may not look', async () => {
    const clipboard = fakeClipboard({ mayRead: false })
    inFront(true)
    const { states } = copied()
    await pass(CLIPBOARD_LIMIT_MS)
    expect(states).toEqual(['copied', 'kept'])
    expect(clipboard.content).toBe(SECRET)
  })

  it('clears at once when it is asked to, even where the page may not look', async () => {
    const clipboard = fakeClipboard({ mayRead: false })
    inFront(true)
    const { states, guard } = copied()
    await pass(1)
    guard.clear()
    await pass(CLIPBOARD_LIMIT_MS)
    expect(clipboard.content).toBe('')
    expect(states).toEqual(['copied', 'cleared'])
  })

  it('says so where the page may not copy, and does nothing later', async () => {
    const clipboard = fakeClipboard({ mayWrite: false })
    inFront(true)
    const { states } = copied()
    await pass(60_000)
    expect(states).toEqual(['refused'])
    expect(clipboard.reads).toBe(0)
  })

  it('clears when a person leaves, without another word', async () => {
    const clipboard = fakeClipboard()
    inFront(true)
    const { states, guard } = copied()
    await pass(1)
    guard.leave()
    await pass(60_000)
    expect(clipboard.content).toBe('')
    expect(states).toEqual(['copied'])
  })

  it('clears also when a person leaves before the copy is done', async () => {
    const clipboard = fakeClipboard()
    inFront(true)
    copied().guard.leave()
    await pass(60_000)
    expect(clipboard.content).toBe('')
  })

  it('leaves the clipboard to a later copy when it is forgotten', async () => {
    const clipboard = fakeClipboard()
    inFront(true)
    const { states, guard } = copied()
    await pass(1)
    guard.forget()
    await pass(60_000)
    expect(clipboard.content).toBe(SECRET)
    expect(states).toEqual(['copied'])
  })
})
