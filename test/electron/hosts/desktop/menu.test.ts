import { describe, expect, it, vi } from 'vitest'

import { type MenuActions, menuTemplate } from '#electron/hosts/desktop/menu.ts'
import { printPage } from '#electron/hosts/desktop/printing.ts'
import { createSpeech, languageOf } from '#electron/hosts/desktop/speech.ts'
import { desktopTexts } from '#shared/texts/desktop.ts'
import { createElectronStandIn, type MenuEntry, type MenuTemplate } from '../../../support/electron-stand-in.ts'

const languages = ['en', 'de'] as const

function menuIn(language: (typeof languages)[number], actions: Partial<MenuActions> = {}): MenuTemplate {
  const say = createSpeech(() => language)
  return menuTemplate(say, {
    go: vi.fn(),
    openSnapshot: vi.fn(),
    print: vi.fn(),
    restartElevated: null,
    ...actions,
  }) as unknown as MenuTemplate
}

const entriesOf = (menu: MenuTemplate): readonly MenuEntry[] => menu.flatMap((entry) => [entry, ...entriesOf(entry.submenu ?? [])])

const labelled = (menu: MenuTemplate, label: string) => entriesOf(menu).find((entry) => entry.label?.replace('&', '') === label)

describe.each(languages)('menu in %s', (language) => {
  it('gives every entry a name, and each menu its letters once', () => {
    const menu = menuIn(language, { restartElevated: vi.fn() })
    for (const level of [menu, ...menu.map((entry) => entry.submenu ?? [])]) {
      const entries = level.filter((entry) => entry.type !== 'separator')
      const letters = entries.map((entry) => /&(.)/.exec(entry.label ?? '')?.[1]?.toLowerCase())
      expect(letters.every((letter) => letter !== undefined)).toBe(true)
      expect(new Set(letters).size).toBe(letters.length)
    }
  })

  it('uses each key combination once', () => {
    const keys = entriesOf(menuIn(language)).flatMap((entry) => entry.accelerator ?? [])
    expect(keys.length).toBeGreaterThan(5)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('menu', () => {
  it('leads to screens of the page, and does the rest by itself', () => {
    const [go, openSnapshot, print] = [vi.fn(), vi.fn(), vi.fn()]
    const menu = menuIn('en', { go, openSnapshot, print })
    for (const label of ['Open a snapshot …', 'Start', 'History', 'Settings', 'About', 'Print …']) labelled(menu, label)?.click?.()
    expect(go.mock.calls.flat()).toEqual(['start', 'history', 'settings', 'about'].map((screen) => ({ screen })))
    expect([openSnapshot, print].map((each) => each.mock.calls.length)).toEqual([1, 1])
  })

  it('offers to restart as administrator only where that can be done', () => {
    const restartElevated = vi.fn()
    expect(labelled(menuIn('en'), 'Restart as administrator')).toBeUndefined()
    labelled(menuIn('en', { restartElevated }), 'Restart as administrator')?.click?.()
    expect(restartElevated).toHaveBeenCalledOnce()
  })

  it.each([
    { locale: 'de-AT', language: 'de' },
    { locale: 'de', language: 'de' },
    { locale: 'den', language: 'en' },
    { locale: 'fr-FR', language: 'en' },
    { locale: '', language: 'en' },
  ])('speaks $language where the system speaks "$locale"', ({ locale, language }) => {
    expect(languageOf(locale)).toBe(language)
  })

  it('has every text in both languages', () => {
    expect(Object.keys(desktopTexts.de)).toEqual(Object.keys(desktopTexts.en))
    for (const key of Object.keys(desktopTexts.en) as (keyof typeof desktopTexts.en)[]) {
      const values = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String)
      expect(values(desktopTexts.de[key])).toEqual(values(desktopTexts.en[key]))
    }
  })
})

describe('printing', () => {
  it.each([
    { isPrinted: true, reason: '', boxes: 0 },
    { isPrinted: false, reason: 'Print job canceled', boxes: 0 },
    { isPrinted: false, reason: 'Print job failed', boxes: 1 },
  ])('tells of a failure, not of a change of mind ($reason)', ({ isPrinted, reason, boxes }) => {
    const standIn = createElectronStandIn()
    const contents = {
      print: vi.fn((_options: unknown, callback?: (isPrinted: boolean, reason: string) => void) => callback?.(isPrinted, reason)),
    }
    printPage(
      standIn.electron,
      contents,
      createSpeech(() => 'de'),
    )
    expect(contents.print.mock.calls[0]?.[0]).toMatchObject({ silent: false })
    expect(standIn.dialog.showErrorBox).toHaveBeenCalledTimes(boxes)
  })
})
