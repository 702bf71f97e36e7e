// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RotationRunScreen } from '#renderer/rotation/rotation-run-screen.tsx'
import type { RunView } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'
import { actView, asRun, decisionViews, personAct, runView, stepsAt } from '../../support/rotation-views.ts'
import { callsOf, changing, DO_IT, isOff, nowHeading, openRun, openView, press, spoken } from './open-run.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const byHand = personAct()

describe('time', () => {
  const start = '2026-03-02T09:04:21.000Z'

  it('tells each second how long the sync has been paused, and says none of it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: false })
    const fake = fakeCore({ rotation: { script: [asRun({ clock: { pausedSince: start, pausedBeforeMs: 60_000 } })] } })
    renderScreen(<RotationRunScreen run="run-1" />, { fake })
    await act(() => vi.advanceTimersByTimeAsync(0))
    const clock = screen.getByRole('timer', { name: 'The sync is paused' })
    expect([clock.textContent, clock.getAttribute('aria-live')]).toEqual(['6:39', 'off'])
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    expect(clock.textContent).toBe('7:40')
  })

  it.each([
    [0, 'The sync is not paused'],
    [754_000, 'The sync is not pausedIt was paused for 12:34.'],
  ])('tells of a sync that runs (paused before: %d ms)', async (pausedBeforeMs, words) => {
    await openView({ clock: { pausedSince: null, pausedBeforeMs } })
    expect(screen.getByText('The sync is not paused').parentElement?.textContent).toBe(words)
    expect(screen.queryByRole('timer')).toBeNull()
  })

  it('has to come before a waiting act can be completed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: false })
    const fake = fakeCore({ rotation: { script: [asRun({ act: actView({ notBefore: '2026-03-02T09:10:05.000Z' }) })] } })
    renderScreen(<RotationRunScreen run="run-1" />, { fake })
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect([screen.getByRole('timer').textContent, isOff(DO_IT)]).toEqual(['0:05', true])
    press(DO_IT)
    await act(() => vi.advanceTimersByTimeAsync(4_000))
    expect([screen.getByRole('timer').textContent, isOff(DO_IT)]).toEqual(['0:01', true])
    expect(callsOf(fake, 'rotation.act')).toEqual([])
    await act(() => vi.advanceTimersByTimeAsync(1_500))
    expect([screen.queryByRole('timer'), isOff(DO_IT)]).toEqual([null, false])
    await act(() => vi.advanceTimersByTimeAsync(500))
    expect(spoken()).toBe('It can be completed now.')
  })

  it('is told as a day where it is far away', async () => {
    await openView({ act: personAct({ notBefore: '2026-03-16T09:10:00.000Z' }) })
    expect(screen.getByText(/^Can be completed from March 16, 2026/)).toBeDefined()
    expect([screen.queryByRole('timer'), isOff('Done')]).toEqual([null, true])
  })
})

describe('trouble', () => {
  const trouble: Partial<RunView> = {
    ...changing,
    owner: 'you',
    act: null,
    trouble: { line: 'Windows refused the new password.', detail: 'Error 2245.', next: 'Generate another one.', signInTo: null },
    decisions: decisionViews,
  }

  it('lets a person sign in to SQL Server as another where that may help, and then decide', async () => {
    const sql = { line: 'SQL Server refused it.', detail: null, next: 'Try again.', signInTo: 'ERP01' }
    const { fake } = await openRun({ script: [asRun({ ...trouble, trouble: sql })], entered: { done: true, line: 'sa is signed in.' } })
    press('Sign in to SQL Server as another: ERP01')
    expect(await screen.findByText('sa is signed in.')).toBeDefined()
    expect(callsOf(fake, 'rotation.signInToSql')).toEqual([{ id: 'case-1', instance: 'ERP01', language: 'en' }])
    expect(document.querySelector('input[type=password]')).toBeNull()
  })

  it('is told with what is known and what comes next, and is decided by a person', async () => {
    const { fake } = await openRun({ script: [asRun({ act: byHand }), asRun(trouble), asRun(changing)] })
    press('It did not work')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Windows refused the new password.'))
    const region = screen.getByRole('region', { name: 'Change the passwords' })
    expect(region.textContent).toMatch(/Error 2245\..*What to do: Generate another one\..*Try again.*The same act is done once more/)
    press('Try again')
    await nowHeading('Stop service WSPSync.')
    expect(callsOf(fake, 'rotation.decide')).toEqual([{ run: 'run-1', decision: 'retry-chosen', language: 'en' }])
  })

  it('leads back only once that is confirmed', async () => {
    const { fake } = await openRun({ script: [asRun(trouble), asRun({ place: 'returning', title: 'The way back' })] })
    press('Go back to the old passwords')
    const dialog = await screen.findByRole('alertdialog', { name: 'Go back to the old passwords?' })
    expect(dialog.textContent).toContain('Everything that was changed gets its old password again.')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Go on as before' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    expect(callsOf(fake, 'rotation.decide')).toEqual([])
    press('Go back to the old passwords')
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Go back to the old passwords' }))
    expect(await screen.findByRole('region', { name: 'The way back' })).toBeDefined()
    expect(callsOf(fake, 'rotation.decide')).toEqual([{ run: 'run-1', decision: 'back-chosen', language: 'en' }])
  })

  it('tells cancelling the change from leaving it alone', async () => {
    const cancel = { id: 'cancelled', label: 'Cancel', explanation: 'Nothing was changed.' } as const
    const { fake } = await openRun({ script: [asRun({ ...trouble, decisions: [cancel] }), asRun({ place: 'cancelled' })] })
    press('Cancel the change')
    const dialog = await screen.findByRole('alertdialog', { name: 'Cancel the password change?' })
    expect(
      within(dialog)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Go on as before', 'Cancel the change'])
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel the change' }))
    await waitFor(() => expect(callsOf(fake, 'rotation.decide')).toMatchObject([{ decision: 'cancelled' }]))
  })

  it('is a question where the server does not tell', async () => {
    const question = {
      line: 'Which password does it take?',
      options: [
        { id: 'old', line: 'The old one' },
        { id: 'new', line: 'The new one' },
      ],
    }
    const { fake } = await openRun({ script: [asRun({ act: null, question }), asRun(changing)] })
    press('The new one')
    await screen.findByRole('region', { name: 'Change the passwords' })
    expect(callsOf(fake, 'rotation.answer')).toEqual([{ run: 'run-1', option: 'new', language: 'en' }])
  })
})

describe('what is open', () => {
  it('is always shown, with the reasons of what is not', async () => {
    await openView({
      ways: { back: { open: false, closed: [{ line: 'the call is over', until: null }] }, forward: { open: true, closed: [] } },
      decisions: [{ id: 'finish-provisionally', label: 'Finish for now', explanation: 'The rest is done later.' }],
    })
    const region = screen.getByRole('region', { name: 'What is open' })
    expect(region.textContent).toMatch(
      /The way back is closedthe call is over.*The way forward is open.*Finish for nowThe rest is done later/,
    )
  })

  it('names who does not agree, and who holds what', async () => {
    const [login] = runView().logins
    await openView({
      logins: login === undefined ? [] : [{ ...login, takes: 'new', takesWord: 'the new one', agree: false }],
      disagreements: ['ERP01\\erpsync takes the new password, service WSPSync still has the old one.'],
    })
    const region = within(screen.getByRole('region', { name: 'Who holds which password' }))
    expect(within(region.getByRole('list', { name: 'Who does not agree' })).getByText(/WSPSync still has the old one/)).toBeDefined()
    const table = region.getByRole('table', { name: /ERP01\\erpsync/ })
    const rows = within(table).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'The login itself takesthe new one',
      'WSPSync servicethe old onenot the one that the login takes',
    ])
  })
})

describe('a rehearsal', () => {
  it('says so all the time and can be discarded', async () => {
    const { fake, visited } = await openView({ rehearsal: true })
    expect(screen.getByRole('note').textContent).toContain('Rehearsal: nothing on this computer is touched.')
    press('Discard rehearsal')
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard rehearsal' }))
    await waitFor(() => expect(visited).toEqual([{ screen: 'rotation', id: 'case-1' }]))
    expect(callsOf(fake, 'rotation.discard')).toEqual([{ run: 'run-1', language: 'en' }])
  })

  it('is not what a real change says', async () => {
    await openRun()
    expect(screen.queryByRole('note')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Discard rehearsal' })).toBeNull()
  })
})

describe('the end', () => {
  const ended: Partial<RunView> = {
    place: 'complete',
    title: 'The change is over',
    steps: stepsAt(null),
    owner: null,
    act: null,
    acts: [],
    outcome: 'complete',
    recorded: ['ERP01\\erpsync: Best.'],
    remains: ['Move the passwords to your password manager.'],
    reviewOn: '2026-06-02',
  }

  it.each([
    ['complete', 'The passwords are changed.'],
    ['provisional', 'The passwords are changed; something remains to be done later.'],
    ['cancelled', 'Cancelled: the old passwords hold.'],
  ] as const)('is told: %s', async (outcome, line) => {
    await openView({ ...ended, outcome })
    expect(await nowHeading(line)).toBeDefined()
    expect(document.body.textContent).toMatch(/What was recordedERP01\\erpsync: Best\..*What remainsMove the passwords/)
    expect(screen.queryByRole('button', { name: 'Leave for now' })).toBeNull()
  })

  it('leads to the checklists and the certificate', async () => {
    const { visited } = await openView(ended)
    press('To the checklists')
    press('To the certificate')
    expect(visited).toEqual([
      { screen: 'checklists', id: 'case-1' },
      { screen: 'certificate', id: 'case-1' },
    ])
  })

  it('gives the report and the next review as files', async () => {
    URL.createObjectURL = vi.fn(() => 'blob:made')
    URL.revokeObjectURL = vi.fn()
    const { fake } = await openView(ended)
    press('Save as PDF')
    await waitFor(() => expect(isOff('Save as JSON')).toBe(false))
    press('Save as JSON')
    await waitFor(() => expect(isOff(/^Calendar file/)).toBe(false))
    press('Calendar file for the review on June 2, 2026')
    await waitFor(() => expect(callsOf(fake, 'rotation.calendar')).toHaveLength(1))
    expect(callsOf(fake, 'rotation.report')).toMatchObject([
      { run: 'run-1', format: 'pdf' },
      { run: 'run-1', format: 'json' },
    ])
    expect(callsOf(fake, 'rotation.calendar')).toEqual([{ language: 'en', server: 'ERP01', what: 'review', at: '2026-06-02' }])
  })

  it('still offers what can be done later', async () => {
    const later = personAct({ id: 'delete-old', line: 'Delete the old password.', notBefore: '2026-03-16T09:10:00.000Z' })
    await openView({ ...ended, outcome: 'provisional', act: later })
    expect(await nowHeading('Delete the old password.')).toBeDefined()
    expect(screen.getByText(/^Can be completed from March 16, 2026/)).toBeDefined()
  })
})
