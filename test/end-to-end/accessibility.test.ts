import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '#build/screens/app-host.ts'
import { openApp, openSample, until, visit } from '#build/screens/app-page.ts'
import { emptyScenes, noServers, openServers, type Scene, type Servers, scenes } from '#build/screens/scenes.ts'
import { describeWith } from '../support/needs.ts'
import { expectFocus, focusOf, keyboardOf } from './keyboard.ts'
import { newHome, useBrowser } from './session.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The narrowest window that has to do: 1280 px at 400 %. */
const NARROW_PX = 320
/** Of all screens together, in each look. */
const FEWEST_RULES_PASSED = 50

type Media = Required<Pick<NonNullable<Parameters<Page['emulateMedia']>[0]>, 'colorScheme' | 'forcedColors'>>

/** The first is what the app starts in; the window is switched to the others as its system would do it. */
const looks = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
  light: { colorScheme: 'light', forcedColors: 'none' },
} as const satisfies { readonly [name: string]: Media }
type Look = keyof typeof looks
const lookNames = Object.keys(looks) as readonly Look[]

interface Judged {
  readonly broken: readonly string[]
  readonly passed: readonly string[]
  /** of the title */
  readonly colour: string
}

/** Every rule that axe runs by itself, on the page as it stands. */
async function judge(page: Page): Promise<Judged> {
  // A string: the page's own rules hold, and the library must be there before it is called.
  const found = (await page.evaluate(`${axeSource};axe.run({ iframes: false })`)) as AxeResults
  return {
    broken: found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`),
    ),
    passed: found.passes.map(({ id }) => id),
    colour: await page
      .locator('h1')
      .first()
      .evaluate((title) => getComputedStyle(title).color),
  }
}

/** The page in every look, one after the other. */
async function judgeLooks(page: Page): Promise<ReadonlyMap<Look, Judged>> {
  const judged = new Map<Look, Judged>()
  for (const look of lookNames) {
    await page.emulateMedia(looks[look])
    // Before that it has colours of both: the theme follows the window, and what moves for a moment follows the theme.
    await until(page, `document.documentElement.dataset.theme === '${looks[look].colorScheme}'`)
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
    await until(page, `document.getAnimations().every(({ playState }) => playState !== 'running')`)
    judged.set(look, await judge(page))
  }
  return judged
}

/** What a window of the narrowest width would have to be scrolled by, in CSS pixels. */
async function tooWide(page: Page): Promise<number> {
  return (await page.evaluate(() => document.documentElement.scrollWidth)) - NARROW_PX
}

/** The app over a folder of its own, with every server opened, for all tests of a suite; `before` sees it while it is empty. */
function useOpenedApp(options: BrowserContextOptions, before: (page: Page) => Promise<void> = async () => undefined) {
  const browser = useBrowser()
  const { home, remove } = newHome()
  let app: RunningApp | undefined
  let opened: { readonly page: Page; readonly servers: Servers } | undefined
  beforeAll(async () => {
    app = await startApp(home)
    const page = await openApp(browser(), app.link, { reducedMotion: 'reduce', ...options })
    await before(page)
    opened = { page, servers: await openServers(page) }
  })
  afterAll(async () => {
    await opened?.page.context().close()
    await app?.stop()
    remove()
  })
  return () => {
    if (opened === undefined) throw new Error('the app is not opened yet')
    return opened
  }
}

const named = (list: readonly Scene[]) => list.map((scene) => [scene.name, scene] as const)

describeWith('chromium', 'accessibility of every screen', () => {
  describe(`in ${lookNames.join(', ')}`, () => {
    const empty = new Map<string, ReadonlyMap<Look, Judged>>()
    const opened = useOpenedApp(looks.dark, async (page) => {
      for (const scene of emptyScenes) {
        await scene.show(page, noServers)
        empty.set(scene.name, await judgeLooks(page))
      }
    })
    const passed = new Map(lookNames.map((look) => [look, new Set<string>()]))

    function expectNothingBroken(judged: ReadonlyMap<Look, Judged> | undefined): void {
      for (const [look, rules] of passed) for (const rule of judged?.get(look)?.passed ?? []) rules.add(rule)
      expect(lookNames.flatMap((look) => judged?.get(look)?.broken.map((rule) => `${look}: ${rule}`) ?? `${look}: not judged`)).toEqual([])
      expect(judged?.get('dark')?.colour).not.toBe(judged?.get('light')?.colour)
    }

    it.each(named(emptyScenes))('breaks no rule: %s', (name) => {
      expectNothingBroken(empty.get(name))
    })

    it.each(named(scenes))('breaks no rule, and needs no scrolling to the side in a window of 320 px: %s', async (_name, scene) => {
      const { page, servers } = opened()
      await scene.show(page, servers)
      expectNothingBroken(await judgeLooks(page))
      const wide = page.viewportSize()
      await page.setViewportSize({ width: NARROW_PX, height: 640 })
      await expect.poll(() => tooWide(page)).toBeLessThanOrEqual(0)
      if (wide !== null) await page.setViewportSize(wide)
    })

    it.each(lookNames)('was judged by enough rules to mean something: %s', (look) => {
      expect(passed.get(look)?.size).toBeGreaterThanOrEqual(FEWEST_RULES_PASSED)
    })
  })

  describe('in a window that opens with 320 px, in German', () => {
    const opened = useOpenedApp({ viewport: { width: NARROW_PX, height: 640 }, locale: 'de-DE' })

    it.each(named(scenes))('needs no scrolling to the side: %s', async (_scene, scene) => {
      const { page, servers } = opened()
      await scene.show(page, servers)
      expect(await tooWide(page)).toBeLessThanOrEqual(0)
    })
  })
})

describeWith('chromium', 'working with the screens', () => {
  const opened = useOpenedApp({})

  it('moves the focus to the title of each page that a key goes to', async () => {
    const { page, servers } = opened()
    await visit(page, { screen: 'checklists', id: servers.typical })
    const keyboard = keyboardOf(page)
    const titles = [
      'Check a server',
      'Setup of ERP01',
      'Checklists',
      'Password change',
      'Certificate',
      'History',
      'Passwords',
      'Settings',
      'About',
    ]
    for (const [index, title] of titles.entries()) {
      await keyboard.press(`Alt+${index + 1}`)
      await expectFocus(page, 'heading', title)
      await expect.poll(() => page.title()).toBe(`${title} – ERP Sync Security Checkup`)
    }
    await keyboard.press('Alt+ArrowLeft')
    await expectFocus(page, 'heading', 'Settings')
  })

  it.each(named(scenes.filter(({ name }) => !name.startsWith('hostile'))))(
    'shows the focus on every stop of Tab: %s',
    async (_name, scene) => {
      const { page, servers } = opened()
      await scene.show(page, servers)
      const hidden: string[] = []
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press('Tab')
        const { at, isShown } = await focusOf(page)
        if (at.startsWith('BODY') || at.startsWith('IFRAME')) break
        if (!isShown) hidden.push(at)
      }
      await page.keyboard.press('Escape')
      expect(hidden).toEqual([])
    },
  )

  it.each([
    ['Keyboard shortcuts', { screen: 'settings' }],
    ['Show licences', { screen: 'about' }],
  ] as const)('gives the focus back, and leaves nothing behind, when the dialog closes: %s', async (button, place) => {
    const { page } = opened()
    // A dialog of the test before may still be open.
    await page.reload()
    await visit(page, place)
    const keyboard = keyboardOf(page)
    await keyboard.choose('button', button)
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    expect((await judge(page)).broken).toEqual([])
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expectFocus(page, 'button', button)
    expect((await judge(page)).broken).toEqual([])
  })

  it('closes the list of shortcuts for the page that a shortcut goes to', async () => {
    const { page } = opened()
    await visit(page, { screen: 'settings' })
    const keyboard = keyboardOf(page)
    await keyboard.choose('button', 'Keyboard shortcuts')
    await page.getByRole('dialog').waitFor()
    await keyboard.press('Alt+1')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expectFocus(page, 'heading', 'Check a server')
  })

  it('says what happened in the live region', async () => {
    const { page } = opened()
    const id = await openSample(page, 'well-kept')
    await visit(page, { screen: 'certificate', id })
    await page.getByRole('button', { name: 'Keep this checkup' }).click()
    await page.locator('[aria-live=polite]').filter({ hasText: 'This checkup is kept' }).waitFor({ state: 'attached' })
  })

  it('asks before a server is removed, and is whole again after either answer', async () => {
    const { page } = opened()
    await openSample(page, 'german')
    await visit(page, { screen: 'history' })
    const keyboard = keyboardOf(page)
    const question = page.getByRole('alertdialog')
    const remove = /^Remove .* from the history$/
    await keyboard.choose('button', remove)
    await question.waitFor()
    expect((await judge(page)).broken).toEqual([])
    await keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await expectFocus(page, 'button', remove)
    const before = await page.getByRole('button', { name: remove }).count()
    await keyboard.press('Enter')
    await keyboard.choose('button', 'Remove')
    await expect.poll(() => page.getByRole('button', { name: remove }).count()).toBe(before - 1)
    expect((await judge(page)).broken).toEqual([])
  })

  it('skips the navigation for whoever asks', async () => {
    const { page } = opened()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const keyboard = keyboardOf(page)
    await keyboard.tabTo('link', 'Skip to the content')
    await keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  it('moves nothing where a person wants no motion', async () => {
    const { page, servers } = opened()
    await visit(page, { screen: 'checklists', id: servers.typical, item: 'remote-user-removed' })
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter((animation) => {
          const { duration = 0, iterations = 1 } = animation.effect?.getComputedTiming() ?? {}
          return Number(duration) > 50 || iterations === Number.POSITIVE_INFINITY
        }).length,
    )
    expect(moving).toBe(0)
  })
})
