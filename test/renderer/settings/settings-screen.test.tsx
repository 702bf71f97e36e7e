// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { SettingsProvider } from '#renderer/app/settings-context.tsx'
import { SettingsScreen } from '#renderer/settings/settings-screen.tsx'
import type { Language, Settings } from '#shared/contract/index.ts'
import { aboutWindowsServer, plainSettings, refusal } from '../../support/fake-core.ts'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(cleanup)

/** The screen over settings that are kept as the frame keeps them; `refuse` is thrown instead as long as it is there. */
function open(start: Partial<Settings> = {}, language: Language = 'en') {
  const kept: Partial<Settings>[] = []
  const state: { refuse: Error | null } = { refuse: null }
  function Kept() {
    const [settings, setSettings] = useState<Settings>({ ...plainSettings, ...start })
    const save = async (change: Partial<Settings>) => {
      if (state.refuse !== null) throw state.refuse
      kept.push(change)
      setSettings((before) => ({ ...before, ...change }))
    }
    return (
      <SettingsProvider value={{ settings, about: aboutWindowsServer, save }}>
        <SettingsScreen />
      </SettingsProvider>
    )
  }
  renderScreen(<Kept />, { language })
  return { kept, state }
}

const choose = (group: string, option: string) => {
  const radios = screen.getByRole('radiogroup', { name: group }).querySelectorAll('label')
  fireEvent.click([...radios].find((label) => label.textContent === option)!)
}
const chosen = (group: string) =>
  screen.getByRole('radiogroup', { name: group }).querySelector<HTMLInputElement>('input:checked')?.labels?.[0]?.textContent

describe('settings screen', () => {
  it.each([
    ['Language', 'Deutsch', { language: 'de' }],
    ['Colours', 'Dark', { theme: 'dark' }],
    ['Colours', 'As the system', { theme: 'system' }],
    ['Text size', 'Very large', { textSize: 'very-large' }],
  ])('saves %s: %s at once', async (group, option, change) => {
    const { kept } = open()
    choose(group, option)
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined()
    expect(kept).toEqual([change])
    expect(chosen(group)).toBe(option)
  })

  it('saves presenter mode and the interval of reviews at once', async () => {
    const { kept } = open()
    fireEvent.click(screen.getByRole('switch', { name: 'Presenter mode' }))
    await screen.findByText('Saved: Presenter mode', { selector: 'span' })
    fireEvent.change(screen.getByLabelText('Next review'), { target: { value: '12' } })
    await screen.findByText('Saved: Next review', { selector: 'span' })
    expect(kept).toEqual([{ presenter: true }, { reviewEveryMonths: 12 }])
  })

  it('saves who prepares when the field is left or Enter pressed, and not at each letter', async () => {
    const { kept } = open()
    const field = screen.getByLabelText('Prepared by')
    fireEvent.change(field, { target: { value: 'Example Consulting ' } })
    expect(kept).toEqual([])
    fireEvent.keyDown(field, { key: 'Enter' })
    await screen.findByRole('button', { name: 'Undo' })
    fireEvent.blur(field)
    expect(kept).toEqual([{ preparedBy: 'Example Consulting' }])
  })

  it('saves nothing where nothing was changed', () => {
    const { kept } = open({ preparedBy: 'Example Consulting' })
    fireEvent.blur(screen.getByLabelText('Prepared by'))
    choose('Colours', 'Light')
    expect(kept).toEqual([])
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('takes the last change back and brings it again, with the focus where it was', async () => {
    const { kept } = open({ theme: 'light' })
    choose('Colours', 'Dark')
    const undo = await screen.findByRole('button', { name: 'Undo' })
    undo.focus()
    fireEvent.click(undo)
    await screen.findByText('As before: Colours', { selector: 'span' })
    expect(chosen('Colours')).toBe('Light')
    const redo = screen.getByRole('button', { name: 'Redo' })
    expect(document.activeElement).toBe(redo)
    fireEvent.click(redo)
    await screen.findByRole('button', { name: 'Undo' })
    expect(kept).toEqual([{ theme: 'dark' }, { theme: 'light' }, { theme: 'dark' }])
  })

  it('says what was saved to a screen reader', async () => {
    open()
    choose('Colours', 'Dark')
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Saved: Colours'))
  })

  it('says why a change was not kept, shows what holds, and tries again', async () => {
    const { kept, state } = open()
    state.refuse = refusal('STORE', 'The settings could not be written: the disk is full.')
    choose('Colours', 'Dark')
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full')
    expect(chosen('Colours')).toBe('Light')
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    state.refuse = null
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('button', { name: 'Undo' })
    expect(kept).toEqual([{ theme: 'dark' }])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('shows no words of a fault', async () => {
    const { state } = open()
    state.refuse = new Error('EACCES: C:\\Users\\secret')
    choose('Colours', 'Dark')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Something in this program went wrong.')
    expect(alert.textContent).not.toContain('EACCES')
  })

  it('shows an interval that it does not offer itself', () => {
    open({ reviewEveryMonths: 7 })
    expect(screen.getByLabelText<HTMLSelectElement>('Next review').selectedOptions[0]?.textContent).toBe('every 7 months')
  })

  it('is complete in German', async () => {
    open({}, 'de')
    choose('Farben', 'Dunkel')
    expect(await screen.findByRole('button', { name: 'Rückgängig' })).toBeDefined()
    expect(screen.getByText('jeden Monat')).toBeDefined()
    expect(document.body.textContent).not.toMatch(/\{\{|settings\//)
  })
})
