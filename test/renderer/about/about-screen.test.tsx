// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { AboutScreen } from '#renderer/about/about-screen.tsx'
import { fakeCore } from '../../support/fake-core.ts'
import { renderScreen, type ScreenParts } from '../../support/render-screen.tsx'

afterEach(cleanup)

const open = (parts: ScreenParts = {}) => renderScreen(<AboutScreen />, parts)
const value = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
const DIGEST = '0123456789abcdef'.repeat(4)

describe('about screen', () => {
  it('says what the program is, where it runs and what it knows', () => {
    open({ about: { version: '1.2.3', host: 'loopback', platform: 'win32', machine: 'ERP01', checks: 21, tools: 1040 } })
    expect(value('Version')).toBe('1.2.3')
    expect(value('Runs as')).toContain('this machine’s browser')
    expect(value('Machine')).toBe('ERP01, Windows')
    expect(value('Checks')).toBe('21')
    expect(value('Tools it recognises')).toBe('1,040')
  })

  it('shows a platform that has no word here as it is', () => {
    open({ about: { platform: 'freebsd' } })
    expect(value('Machine')).toBe('ERP01, freebsd')
  })

  it.each([
    ['an administrator', { elevated: true }, 'Administrator', 'It can read all', null],
    ['no administrator', { elevated: false, canElevate: false }, 'No administrator', 'stays unknown', 'Run as administrator'],
    ['nobody knows what', { elevated: null }, 'Unknown', 'cannot be told', null],
    ['another system', { canRead: false, elevated: false, canElevate: false }, 'Not needed here', 'does not run Windows', null],
  ])('says what it means to run as %s', (_name, about, word, meaning, next) => {
    open({ about })
    expect(value('Rights')).toContain(word)
    expect(value('Rights')).toContain(meaning)
    expect(value('Rights')?.match(/“(.*)”/)?.[1] ?? null).toBe(next)
  })

  it('offers the restart that gets the rights', async () => {
    const { fake } = open({ about: { elevated: false, canElevate: true } })
    fireEvent.click(screen.getByRole('button', { name: 'Restart as administrator' }))
    await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain('app.restartElevated'))
  })

  it('shows the beginning of the catalogue’s digest, the whole on demand', () => {
    open({ about: { catalogue: DIGEST } })
    expect(screen.getByText('0123456789ab…')).toBeDefined()
    const button = screen.getByRole('button', { name: 'Show all' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(button)
    expect(screen.getByText(DIGEST)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Shorten' }).getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('button', { name: 'Copy: Catalogue' })).toBeDefined()
  })

  it('names what it never does, and whose facts are in it', () => {
    open()
    expect(screen.getByText(/never sends anything anywhere/)).toBeDefined()
    expect(screen.getByText(/selected, restructured, corrected/)).toBeDefined()
    expect(screen.getByRole('link', { name: 'LOLRMM' }).getAttribute('href')).toBe('https://lolrmm.io')
    expect(screen.getByRole('link', { name: 'Apache License 2.0' }).getAttribute('rel')).toContain('noreferrer')
  })

  it('opens the licences, reachable by keyboard however long they are, and closes them', async () => {
    open({ fake: fakeCore({ licenses: 'MIT\n'.repeat(5_000) }) })
    fireEvent.click(screen.getByRole('button', { name: 'Show licences' }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog.querySelector('pre')?.tabIndex).toBe(0))
    expect(dialog.textContent).toContain('MIT\nMIT')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says where the licences are when this build has no list of them', async () => {
    open({ fake: fakeCore({ licenses: '' }) })
    fireEvent.click(screen.getByRole('button', { name: 'Show licences' }))
    expect(await within(await screen.findByRole('dialog')).findByText(/NOTICE/)).toBeDefined()
  })

  it.each(['desktop', 'loopback', 'in-process'] as const)('is complete in German (%s)', (host) => {
    open({ language: 'de', about: { host, platform: 'linux' } })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Über dieses Programm')
    expect(document.body.textContent).not.toMatch(/\{\{|about\//)
  })
})
