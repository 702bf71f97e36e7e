// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RotationRunScreen } from '#renderer/rotation/rotation-run-screen.tsx'
import type { RunAnswer, RunView } from '#shared/contract/index.ts'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'
import { actView, asRun, personAct, stepsAt } from '../../support/rotation-views.ts'
import { button, callsOf, changing, DO_IT, isOff, nowHeading, openRun, openView, press, spoken } from './open-run.tsx'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const byHand = personAct()
const second = actView({ id: 'confirm-paused', kind: 'confirm-paused', line: 'Make sure that no process of the sync tool is left.' })

describe('a password change', () => {
  it('asks the core where it is, and shows the step, who acts and what to do', async () => {
    const { fake } = await openView({ act: actView({ instructions: ['Look at the window.', 'Wait.'] }) })
    expect(callsOf(fake, 'rotation.open')).toEqual([{ run: 'run-1', language: 'en' }])
    const region = screen.getByRole('region', { name: 'Pause the sync' })
    expect(region.textContent).toMatch(/^Step 5 of 10Pause the syncThe program acts/)
    expect(region.textContent).toContain('How it is checked: Windows is asked for the state of the service.')
    expect(within(screen.getByRole('list', { name: 'What to do' })).getAllByRole('listitem')).toHaveLength(2)
  })

  it('has a password typed in before the act that needs it, and offers the act once it was', async () => {
    const line = 'The program was started again and has forgotten the new password of erpsync.'
    const { fake } = await openRun({ script: [asRun({ typeIn: { line, possible: true } }), asRun()] })
    expect(screen.getByText(line)).toBeDefined()
    expect(screen.queryByRole('button', { name: DO_IT })).toBeNull()
    press('Type the password in …')
    expect(await screen.findByRole('button', { name: DO_IT })).toBeDefined()
    expect(callsOf(fake, 'rotation.typeIn')).toEqual([{ run: 'run-1', language: 'en' }])
    expect(document.querySelector('input[type=password]')).toBeNull()
  })

  it('says where a password can be typed in, where it cannot be here', async () => {
    await openView({ typeIn: { line: 'Type it in.', possible: false } })
    expect(screen.getByText('It can be typed in the desktop app on this server alone.')).toBeDefined()
    expect(screen.queryByRole('button', { name: /Type the password in/ })).toBeNull()
  })

  it('shows all ten steps with what became of each, in words', async () => {
    const steps = stepsAt('pause').map((step) => (step.id === 'join' ? { ...step, state: 'left-out' as const } : step))
    await openView({ steps })
    const rail = within(screen.getByRole('list', { name: 'Steps of the change' })).getAllByRole('listitem')
    expect(rail.map(({ textContent }) => textContent).slice(2, 7)).toEqual([
      'Generate the passwordsdone',
      'Join the callleft out',
      'Pause the syncnow',
      'Change the passwordsto come',
      'Enter them in the sync toolto come',
    ])
    expect(rail.filter((step) => step.getAttribute('aria-current') === 'step')).toEqual([rail[4]])
  })

  it.each(['returning', 'cancelled'] as const)('shows what there is to undo as steps of their own: %s', async (place) => {
    const isOver = place === 'cancelled'
    const steps: RunView['steps'] = [
      { id: 'setting', title: 'Bring back the old passwords', state: 'done' },
      { id: 'resuming', title: 'Resume the sync', state: isOver ? 'done' : 'current' },
      { id: 'closing', title: 'Close the change', state: isOver ? 'done' : 'open' },
    ]
    await openView({ place, steps, title: 'Back to the old passwords' })
    const rail = within(screen.getByRole('list', { name: 'Steps of the way back' })).getAllByRole('listitem')
    expect(rail.map(({ textContent }) => textContent)).toEqual([
      'Bring back the old passwordsdone',
      isOver ? 'Resume the syncdone' : 'Resume the syncnow',
      isOver ? 'Close the changedone' : 'Close the changeto come',
    ])
    expect(rail.map((step) => step.getAttribute('aria-current'))).toEqual([null, isOver ? null : 'step', null])
    expect(document.body.textContent?.includes('Step 2 of 3')).toBe(!isOver)
  })

  it('shows no steps where it was closed with nothing to undo', async () => {
    await openView({ place: 'cancelled', steps: [], title: 'The change was closed' })
    expect(screen.queryByRole('list', { name: /Steps of/ })).toBeNull()
  })

  it.each([
    ['you', 'You act'],
    ['consultant', 'The consultant acts'],
    ['app', 'The program acts'],
  ] as const)('says who acts: %s', async (owner, words) => {
    await openView({ owner })
    expect(screen.getByRole('region', { name: 'Pause the sync' }).textContent).toContain(words)
  })

  it('shows why it cannot be opened, and tries again', async () => {
    const fake = fakeCore({ rotation: { script: [{ kind: 'problem', line: 'The journal is damaged.', next: 'Ask for help.' }] } })
    renderScreen(<RotationRunScreen run="run-1" />, { fake })
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The journal is damaged. Ask for help.')
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(callsOf(fake, 'rotation.open')).toHaveLength(2))
  })

  it('says a problem and leaves everything else in its place', async () => {
    await openRun({
      script: [asRun({ act: byHand }), { kind: 'problem', line: 'The journal cannot be written.', next: 'Free some space.' }],
    })
    press('Done')
    expect((await screen.findByRole('alert')).textContent).toContain('The journal cannot be written. Free some space.')
    expect(await nowHeading(byHand.line)).toBeDefined()
  })

  it('says what went wrong in this program, and asks again where it is', async () => {
    const { fake } = await openRun({ script: [asRun({ act: byHand })] })
    fake.failNext('rotation.confirm', { code: 'BUSY', line: 'It is busy.' })
    press('Done')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('It is busy.')
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(callsOf(fake, 'rotation.open')).toHaveLength(2))
  })

  it('can be left for now', async () => {
    const { fake, visited } = await openRun()
    press('Leave for now')
    await waitFor(() => expect(visited).toEqual([{ screen: 'start' }]))
    expect(callsOf(fake, 'rotation.leave')).toEqual([{ run: 'run-1', language: 'en' }])
  })

  it('has every text in German', async () => {
    await openView({ rehearsal: true, act: personAct({ asks: 'session' }), clock: { pausedSince: null, pausedBeforeMs: 60_000 } }, 'de')
    expect(document.body.textContent).toMatch(/Probe: An diesem Computer.*Schritt 5 von 10.*Ist die Sitzung des Herstellers geschlossen/)
    expect(document.body.textContent).not.toMatch(/rotation\/|\{\{/)
  })
})

describe('an act of the program', () => {
  /** Gives the views that a test sends one by one, and ends when it says so. */
  function stream() {
    const waiting: PromiseWithResolvers<RunAnswer | null>[] = [Promise.withResolvers()]
    const send = async (answer: RunAnswer | null) => {
      await act(async () => {
        waiting.push(Promise.withResolvers())
        waiting.at(-2)?.resolve(answer)
      })
    }
    async function* views(): AsyncGenerator<RunAnswer, void, void> {
      for (let at = 0; ; at += 1) {
        const answer = await waiting[at]?.promise
        if (answer == null) return
        yield answer
      }
    }
    return { send, views }
  }

  it('is done when it is told to, shows each that follows, and a second press does nothing meanwhile', async () => {
    const { send, views } = stream()
    const { fake } = await openRun({ act: views })
    const start = button(DO_IT)
    start.focus()
    press(DO_IT)
    await waitFor(() => expect(isOff('The program is at it …')).toBe(true))
    press('The program is at it …')
    await send(asRun({ running: true }))
    await send(asRun({ running: true, act: second }))
    expect(await nowHeading(second.line)).toBeDefined()
    press('The program is at it …')
    expect(callsOf(fake, 'rotation.act')).toEqual([{ run: 'run-1', act: 'stop-service WSPSync', language: 'en' }])
    expect(document.activeElement).toBe(start)
    await send(asRun({ act: byHand, owner: 'you' }))
    await send(null)
    await waitFor(() => expect(document.activeElement?.textContent).toBe(byHand.line))
    expect(callsOf(fake, 'rotation.act')).toHaveLength(1)
  })

  it('that somebody else has begun is looked at until it is over', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const script = [asRun({ running: true })]
    const { fake } = await openRun({ script })
    expect(isOff('The program is at it …')).toBe(true)
    script[0] = asRun({ act: byHand })
    await act(() => vi.advanceTimersByTimeAsync(2_500))
    expect(await nowHeading(byHand.line)).toBeDefined()
    expect(callsOf(fake, 'rotation.open')).toHaveLength(2)
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(callsOf(fake, 'rotation.open')).toHaveLength(2)
  })
})

describe('an act of a person', () => {
  it.each([
    ['Done', 'done'],
    ['It did not work', 'not-done'],
  ] as const)('is told: %s', async (name, outcome) => {
    const { fake } = await openRun({ script: [asRun({ act: byHand }), asRun(changing)] })
    press(name)
    expect(await screen.findByRole('region', { name: 'Change the passwords' })).toBeDefined()
    expect(callsOf(fake, 'rotation.confirm')).toEqual([
      { run: 'run-1', act: 'pause-by-hand', language: 'en', outcome, by: null, session: null },
    ])
  })

  it('needs the name of who confirms it', async () => {
    const { fake } = await openRun({ script: [asRun({ act: personAct({ asks: 'name' }) }), asRun(changing)] })
    press('Done')
    const field = screen.getByLabelText(/Name of who confirms it/)
    expect(screen.getByText('Type the name of the person who confirms it.')).toBeDefined()
    expect(document.activeElement).toBe(field)
    expect(callsOf(fake, 'rotation.confirm')).toEqual([])
    fireEvent.change(field, { target: { value: ' Robin Vale ' } })
    press('Done')
    await waitFor(() => expect(callsOf(fake, 'rotation.confirm')).toMatchObject([{ outcome: 'done', by: 'Robin Vale', session: null }]))
  })

  it('needs to know whether the session is gone', async () => {
    const { fake } = await openRun({ script: [asRun({ act: personAct({ asks: 'session' }) }), asRun(changing)] })
    press('Done')
    expect(screen.getByText('Say whether the session is gone.')).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: 'It is still there' }))
    press('Done')
    await waitFor(() => expect(callsOf(fake, 'rotation.confirm')).toMatchObject([{ outcome: 'done', session: 'remains' }]))
  })

  it('forgets what was typed for the act before', async () => {
    const asking = personAct({ asks: 'name' })
    await openRun({ script: [asRun({ act: asking }), asRun({ act: { ...asking, id: 'other', line: 'Confirm the other.' } })] })
    fireEvent.change(screen.getByLabelText(/Name of who/), { target: { value: 'Robin Vale' } })
    press('Done')
    await nowHeading('Confirm the other.')
    expect((screen.getByLabelText(/Name of who/) as HTMLInputElement).value).toBe('')
  })
})

describe('the way to the next step', () => {
  it('moves the focus to what is to be done, and says it', async () => {
    await openRun({ script: [asRun({ act: byHand }), asRun({ ...changing, act: second })] })
    expect(document.activeElement).toBe(document.body)
    press('Done')
    await waitFor(() => expect(document.activeElement?.textContent).toBe(second.line))
    await waitFor(() => expect(spoken()).toBe(`Change the passwords. The program acts. ${second.line}`))
  })
})
