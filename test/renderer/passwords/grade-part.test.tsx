// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PasswordsScreen } from '#renderer/passwords/passwords-screen.tsx'
import { ESTIMATED_CHARACTERS } from '#shared/passwords/estimate.ts'
import { ESTIMATE_LIMIT_MS } from '#shared/passwords/guesses.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'
import { type Behaviour, fakeWorkers } from './fake-worker.ts'

const STRONG = 'xK9.mP2~qL7_'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(parts: ScreenParts = {}) {
  const rendered = renderScreen(<PasswordsScreen />, parts)
  fireEvent.click(screen.getAllByRole('tab')[1]!)
  return rendered
}

const secret = () => screen.getByLabelText<HTMLInputElement>(/^Passwor[dt]$/)
/** As a browser does it: the value changes beside React. */
function type(password: string) {
  secret().value = password
  fireEvent.input(secret())
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const grade = () => screen.findByRole('heading', { level: 3 })
const page = () => document.documentElement.outerHTML

describe('a password that a person brings', () => {
  it('is weak for reasons in words, with what to do', async () => {
    fakeWorkers()
    open()
    type('Sage100!')
    press('Grade')
    expect((await grade()).textContent).toBe('Weak')
    expect(screen.getByText('it has 8 characters; at least 12 are needed')).toBeDefined()
    expect(screen.getByText('part of it is a word that everybody expects here, such as the name of a product')).toBeDefined()
    press('Generate a password instead')
    expect(screen.getByRole('tab', { name: 'Generate a password' }).getAttribute('aria-selected')).toBe('true')
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Generate a password' }))
  })

  it('is Good at most, and the page says what it cannot know', async () => {
    fakeWorkers()
    open()
    type(STRONG)
    fireEvent.keyDown(secret(), { key: 'Enter' })
    expect((await grade()).textContent).toBe('Good')
    expect(screen.getByText('not Best: only a password made by a generator is known to be random')).toBeDefined()
    expect(screen.getByText('Good only as long as no other login has it: this cannot be seen here')).toBeDefined()
  })

  it('is judged for its login', async () => {
    fakeWorkers()
    open()
    fireEvent.click(screen.getByLabelText('Windows'))
    fireEvent.change(screen.getByLabelText('Name of the login'), { target: { value: 'ERP01\\mp2~' } })
    type(STRONG.repeat(11))
    press('Grade')
    expect((await grade()).textContent).toBe('Weak')
    expect(screen.getByText('it has 132 characters; Windows takes at most 127')).toBeDefined()
    expect(screen.getByText('it contains the name of the login or of the server')).toBeDefined()
  })

  it('loses its verdict when the login or the password is another one', async () => {
    fakeWorkers()
    open()
    type(STRONG)
    press('Grade')
    await grade()
    fireEvent.click(screen.getByLabelText('Windows'))
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull()
    press('Grade')
    await grade()
    type(`${STRONG}x`)
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull()
  })

  it('is nowhere in the document but in its field, and nothing offers to remember it', async () => {
    fakeWorkers()
    const { fake } = open()
    type(STRONG)
    press('Grade')
    await grade()
    expect(page()).not.toContain(STRONG)
    expect(secret()).toMatchObject({ type: 'password', autocomplete: 'off', form: null })
    expect(secret().getAttribute('spellcheck')).toBe('false')
    expect(fake.calls).toEqual([])
  })

  it('reaches the worker cut to what is estimated', async () => {
    const workers = fakeWorkers()
    open()
    type(STRONG.repeat(10))
    press('Grade')
    await grade()
    expect(workers.questions.map(({ password }) => password.length)).toEqual([ESTIMATED_CHARACTERS])
    expect(screen.getByText(/^only its first 64 characters were judged/)).toBeDefined()
  })

  it.each([
    ['nothing', '', 'Type a password first.'],
    ['a whole file', 'aB3.'.repeat(1025), 'This is longer than any login takes. Type one password.'],
  ])('is no %s', (_name, typed, problem) => {
    const workers = fakeWorkers()
    open()
    type(typed)
    press('Grade')
    expect(screen.getByText(problem)).toBeDefined()
    expect(document.activeElement).toBe(secret())
    expect(workers.questions).toEqual([])
  })

  it('goes from its field after a minute, and with the screen', async () => {
    vi.useFakeTimers()
    fakeWorkers()
    open()
    type(STRONG)
    await act(() => vi.advanceTimersByTimeAsync(59_000))
    expect(secret().value).toBe(STRONG)
    await act(() => vi.advanceTimersByTimeAsync(1_000))
    expect(secret().value).toBe('')
    expect(screen.getByText('The field was cleared after 60 seconds. Type the password again to grade it.')).toBeDefined()
    type(STRONG)
    fireEvent.click(screen.getByRole('tab', { name: 'Generate a password' }))
    fireEvent.click(screen.getByRole('tab', { name: 'Grade a password' }))
    expect(secret().value).toBe('')
  })

  it('is graded in German too', async () => {
    fakeWorkers()
    open({ language: 'de' })
    type('passwort')
    press('Bewerten')
    expect((await grade()).textContent).toBe('Schwach')
    expect(document.body.textContent).not.toMatch(/\{\{|passwords\//)
  })
})

describe('the worker of a grading', () => {
  it('is ended after each use', async () => {
    const workers = fakeWorkers()
    open()
    for (const password of [STRONG, 'passwort']) {
      type(password)
      press('Grade')
      await grade()
      await waitFor(() => expect(workers.running()).toBe(0))
    }
    expect(workers.questions).toHaveLength(2)
  })

  it('is ended when the time is over, and no answer is never Good', async () => {
    vi.useFakeTimers()
    const workers = fakeWorkers(() => undefined)
    open()
    type(STRONG)
    press('Grade')
    await act(() => vi.advanceTimersByTimeAsync(ESTIMATE_LIMIT_MS - 1))
    expect(workers.running()).toBe(1)
    expect(screen.getByText('Grading …')).toBeDefined()
    await act(() => vi.advanceTimersByTimeAsync(1))
    expect(workers.running()).toBe(0)
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Weak')
    expect(screen.getByText(/could not be worked out in time/)).toBeDefined()
  })

  it('is ended when a person leaves', async () => {
    const workers = fakeWorkers(() => undefined)
    open()
    type(STRONG)
    press('Grade')
    expect(workers.running()).toBe(1)
    cleanup()
    await waitFor(() => expect(workers.running()).toBe(0))
  })

  it('is ended when something else is graded, whose verdict counts', async () => {
    const workers = fakeWorkers((question) =>
      question.password === STRONG
        ? undefined
        : { estimate: { guessesLog10: 1, characters: 8, patternedCharacters: 8, patterns: ['repeat'] } },
    )
    open()
    type(STRONG)
    press('Grade')
    type('aaaaaaaaaaaaa')
    press('Grade')
    expect((await grade()).textContent).toBe('Weak')
    await waitFor(() => expect(workers.running()).toBe(0))
  })

  const failures: readonly (readonly [string, Behaviour])[] = [
    ['says that it failed', () => ({ fault: 'RangeError' })],
    ['crashes', () => 'crash'],
  ]
  it.each(failures)('that %s leaves a plain line and a way to try again', async (_name, behave) => {
    let isBroken = true
    const workers = fakeWorkers((question) =>
      isBroken
        ? behave(question)
        : { estimate: { guessesLog10: 20, characters: question.password.length, patternedCharacters: 0, patterns: [] } },
    )
    open()
    type(STRONG)
    press('Grade')
    expect((await screen.findByRole('alert')).textContent).toContain('The password could not be graded.')
    expect(workers.running()).toBe(0)
    isBroken = false
    press('Try again')
    expect((await grade()).textContent).toBe('Good')
  })
})
