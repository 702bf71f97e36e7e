// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PasswordsScreen } from '#renderer/passwords/passwords-screen.tsx'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'
import { type FakeClipboard, fakeClipboard } from './fake-clipboard.ts'

let clipboard: FakeClipboard

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  clipboard = fakeClipboard()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const open = (parts: ScreenParts = {}) => renderScreen(<PasswordsScreen />, parts)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } })
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
const grade = () => screen.queryByRole('heading', { level: 3 })?.textContent
const page = () => document.documentElement.outerHTML

/** What was made, by way of the clipboard: the page does not show it. */
async function copied(): Promise<string> {
  press('Copy')
  await pass(0)
  return clipboard.content
}

describe('a generated password', () => {
  it('is nowhere in the page until it is shown, and not any more when it is hidden again', async () => {
    open()
    press('Generate')
    const password = await copied()
    expect(password).toMatch(/^[A-Za-z0-9][\w.~-]{24}$/)
    expect(page()).not.toContain(password)
    expect(screen.getByText('•'.repeat(25))).toBeDefined()
    expect(screen.getByText('Password of 25 characters, hidden')).toBeDefined()
    press('Show')
    expect(screen.getByText(password)).toBeDefined()
    press('Hide')
    expect(page()).not.toContain(password)
  })

  it('is hidden again when another one is made', async () => {
    open()
    press('Generate')
    const first = await copied()
    press('Show')
    press('Generate another')
    const second = await copied()
    expect(second).not.toBe(first)
    expect(page()).not.toContain(first)
    expect(page()).not.toContain(second)
  })

  it('goes after a minute, shown or not, and the page says so', async () => {
    open()
    press('Generate')
    const password = await copied()
    press('Show')
    await pass(59_000)
    expect(page()).toContain(password)
    await pass(2_000)
    expect(page()).not.toContain(password)
    expect(screen.getByText(/was cleared from this page after 60 seconds/)).toBeDefined()
  })

  it('goes when a person leaves the screen, from the clipboard as well', async () => {
    open()
    press('Generate')
    const password = await copied()
    press('Show')
    cleanup()
    await pass(0)
    expect(page()).not.toContain(password)
    expect(clipboard.content).toBe('')
  })

  it('goes when a person turns to grading', async () => {
    open()
    press('Generate')
    const password = await copied()
    press('Show')
    fireEvent.click(screen.getByRole('tab', { name: 'Grade a password' }))
    expect(page()).not.toContain(password)
    fireEvent.click(screen.getByRole('tab', { name: 'Generate a password' }))
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull()
  })

  it('never crosses to the core', async () => {
    const { fake } = open()
    press('Generate')
    await copied()
    expect(fake.calls).toEqual([])
  })

  it.each([
    ['24', 'Good', 'With 25 or more it would be Best.'],
    ['25', 'Best', 'It is random, has 25 characters'],
  ])('of %s characters is %s, and the page says why', (length, word, why) => {
    open()
    type('Length', length)
    press('Generate')
    expect(grade()).toBe(word)
    expect(screen.getByText(why, { exact: false })).toBeDefined()
  })

  it('does not hold the names of login and server', async () => {
    open()
    type('Name of the login', 'CONTOSO\\e')
    type('Name of the server', '7.contoso.example')
    for (let round = 0; round < 30; round += 1) {
      press(round === 0 ? 'Generate' : 'Generate another')
      expect((await copied()).toLowerCase()).not.toMatch(/[e7]/)
    }
  })

  it('is weak as soon as its login has a name that it holds', async () => {
    open()
    press('Generate')
    const password = await copied()
    type('Name of the login', password.slice(3, 9))
    expect(grade()).toBe('Weak')
    expect(screen.getByText('it contains the name of the login or of the server')).toBeDefined()
  })
})

describe('its length', () => {
  it.each([
    ['Windows', '11', false],
    ['Windows', '12', true],
    ['Windows', '127', true],
    ['Windows', '128', false],
    ['SQL Server', '128', true],
    ['SQL Server', '129', false],
    ['The ERP', '127', true],
    ['The sync tool itself, or not known yet', '128', false],
    ['Windows', '', false],
    ['Windows', '12.5', false],
    ['Windows', 'many', false],
  ])('for %s: "%s" is taken: %s', async (target, length, isTaken) => {
    open()
    fireEvent.click(screen.getByLabelText(target))
    type('Length', length)
    press('Generate')
    if (isTaken) {
      expect(await copied()).toHaveLength(Number(length))
      return
    }
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull()
    expect(screen.getByText(/^Type a whole number from 12 to 12[78]\.$/)).toBeDefined()
    expect(document.activeElement).toBe(field('Length'))
  })

  it('follows the slider, and the slider what is typed', () => {
    open()
    const slider = screen.getByRole('slider', { name: 'Length, by slider' })
    fireEvent.change(slider, { target: { value: '40' } })
    expect(field('Length').value).toBe('40')
    type('Length', '30')
    expect((slider as HTMLInputElement).value).toBe('30')
  })
})

describe('the clipboard', () => {
  it('is cleared after 20 seconds, and the page says both', async () => {
    open()
    press('Generate')
    await copied()
    expect(screen.getByText(/^Copied\. Paste it now\. After 20 seconds/)).toBeDefined()
    await pass(20_000)
    expect(clipboard.content).toBe('')
    expect(screen.getAllByText('The password is no longer on the clipboard.')).not.toHaveLength(0)
  })

  it('is cleared also when the password is gone from the page before', async () => {
    open()
    press('Generate')
    await pass(50_000)
    expect(await copied()).toHaveLength(25)
    await pass(15_000)
    expect(screen.queryByRole('button', { name: 'Copy' })).toBeNull()
    await pass(6_000)
    expect(clipboard.content).toBe('')
  })

  it('is cleared at once on demand', async () => {
    open()
    press('Generate')
    await copied()
    press('Clear the clipboard now')
    await pass(0)
    expect(clipboard.content).toBe('')
  })

  it('is refused in words', async () => {
    fakeClipboard({ mayWrite: false })
    open()
    press('Generate')
    await copied()
    expect(screen.getByText('The browser did not let this page copy. Show the password and copy it by hand.')).toBeDefined()
  })
})

describe('the screen', () => {
  it('is complete in German', async () => {
    open({ language: 'de' })
    press('Erzeugen')
    press('Kopieren')
    await pass(20_000)
    expect(grade()).toBe('Bestens')
    expect(document.body.textContent).not.toMatch(/\{\{|passwords\//)
  })
})
