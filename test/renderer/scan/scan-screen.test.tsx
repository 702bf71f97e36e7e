// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ScanScreen } from '#renderer/scan/scan-screen.tsx'
import type { ScanProgress } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(cleanup)

type Finished = Extract<ScanProgress, { kind: 'finished' }>

const started = (done: number): ScanProgress => ({ kind: 'started', probe: 'services', name: 'services', done, total: 2 })
const finished = (more: Partial<Finished> = {}): ScanProgress => ({
  kind: 'finished',
  probe: 'services',
  name: 'services',
  status: 'ok',
  reason: null,
  incomplete: false,
  durationMs: 1_234,
  done: 1,
  total: 2,
  ...more,
})
const programs = (more: Partial<Finished> = {}) => finished({ probe: 'programs', name: 'installed programs', done: 2, ...more })
const kept: ScanProgress = { kind: 'case', id: 'case-1', sqlProblems: [] }

function show(events: readonly ScanProgress[], props: Partial<Parameters<typeof ScanScreen>[0]> = {}, endless = false) {
  const signals: AbortSignal[] = []
  async function* scan(signal: AbortSignal | undefined) {
    if (signal !== undefined) signals.push(signal)
    yield* events
    if (endless) await new Promise(() => undefined)
  }
  const fake = fakeCore({ scan })
  return { ...renderScreen(<ScanScreen id={null} probes={null} {...props} />, { fake }), signals }
}

describe('scan', () => {
  it('shows what is being read, what was read and how long it took', async () => {
    show([started(0), finished(), { ...started(1), probe: 'programs', name: 'installed programs' } as ScanProgress], {}, true)
    expect(await screen.findByText('Read · 1.23 s')).toBeDefined()
    expect(screen.getByText('Reading …')).toBeDefined()
    expect(screen.getByText('1 of 2 areas read')).toBeDefined()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('1')
  })

  it('says half of the way to a screen reader', async () => {
    show([finished()], {}, true)
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 of 2 areas read'))
  })

  it('goes on to the setup of a new case', async () => {
    const { visited } = show([finished(), programs(), kept])
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }]))
  })

  it('goes back to the item that was to be read again', async () => {
    const { visited, fake } = show([finished(), kept], { id: 'case-1', probes: ['services'], item: 'gotoassist-removed' })
    await waitFor(() => expect(visited).toEqual([{ screen: 'checklists', id: 'case-1', item: 'gotoassist-removed' }]))
    expect(fake.calls[0]?.input).toEqual({ id: 'case-1', probes: ['services'], sql: null, language: 'en' })
  })

  const unread: readonly (readonly [string, Partial<Finished>, string])[] = [
    ['denied', { status: 'denied', reason: 'error 5' }, 'No rights · 1.23 s'],
    ['failed', { status: 'failed', reason: 'time limit' }, 'Failed · 1.23 s'],
    ['unsupported', { status: 'unsupported', reason: 'too old' }, 'Not possible here · 1.23 s'],
    ['read in part', { incomplete: true }, 'Partly read · 1.23 s'],
  ]
  it.each(unread)('reads on after an area that was %s, and waits for a person at the end', async (_name, more, words) => {
    const { visited } = show([finished(more), programs(), kept])
    const onward = await screen.findByRole('button', { name: 'Continue' })
    expect(screen.getByText(words)).toBeDefined()
    if (more.reason != null) expect(screen.getByText(more.reason)).toBeDefined()
    expect(screen.getByText(/1 area could not be read in full/)).toBeDefined()
    expect(visited).toEqual([])
    expect(document.activeElement).toBe(onward)
    fireEvent.click(onward)
    expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }])
  })

  it('is cancelled, and goes back to the start', async () => {
    const { visited, signals } = show([started(0)], {}, true)
    await screen.findByText('Reading …')
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    expect(visited).toEqual([{ screen: 'start' }])
  })

  it('stops when a person leaves the page', async () => {
    const { signals } = show([started(0)], {}, true)
    await screen.findByText('Reading …')
    cleanup()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('says why it cannot be run, and tries again on request', async () => {
    const fake = fakeCore()
    fake.failNext('scan.run', { code: 'BUSY', line: 'Another scan is running.' })
    const { visited } = renderScreen(<ScanScreen id={null} probes={null} />, { fake })
    expect((await screen.findByRole('alert')).textContent).toContain('Another scan is running.')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(visited).toEqual([{ screen: 'setup', id: 'case-1' }]))
  })
})
