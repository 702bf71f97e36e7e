import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type SampleId, samples } from '#shared/samples/index.ts'
import { screenTexts } from '#shared/texts/screens/index.ts'

/** A page of the app as its window's history keeps it. */
export type Place =
  | { readonly screen: 'start' | 'history' | 'passwords' | 'stored-passwords' | 'settings' | 'about' }
  | { readonly screen: 'setup' | 'rotation' | 'certificate'; readonly id: string }
  | { readonly screen: 'checklists'; readonly id: string; readonly item?: string }
  | { readonly screen: 'scan'; readonly id: string | null; readonly probes: readonly string[] | null; readonly ask?: true }

type Screen = Place['screen'] | 'changes' | 'rotation-run'

/** Longest that a screen may take on a busy machine. */
const SCREEN_LIMIT_MS = 30_000

/** Opens the app by its link in a browser session of its own; `beforeIt` sees the session before its first page. */
export async function openApp(
  browser: Browser,
  link: string,
  options: BrowserContextOptions = {},
  beforeIt: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'UTC', ...options })
  context.setDefaultTimeout(SCREEN_LIMIT_MS)
  await beforeIt(context)
  const page = await context.newPage()
  await page.goto(link)
  await settled(page)
  return page
}

/** Waits until a screen stands: its title is there and nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await until(page, `document.querySelector('main .fui-Spinner') === null`)
}

/** Waits until an expression holds in the page. The page's own rules forbid Playwright's way, which compiles text inside of it. */
export async function until(page: Page, expression: string): Promise<void> {
  const deadline = performance.now() + SCREEN_LIMIT_MS
  while ((await page.evaluate(expression)) !== true) {
    if (performance.now() > deadline) throw new Error(`the page never came to: ${expression}`)
    await page.evaluate('new Promise(requestAnimationFrame)')
  }
}

/** Waits until the app shows this screen. */
export async function arrived(page: Page, screen: Screen): Promise<void> {
  await until(page, `history.state?.erpCheckup?.route.screen === '${screen}'`)
  await settled(page)
}

/** Goes to a page as the window's *Back* would: without looking for the way to it. */
export async function visit(page: Page, place: Place): Promise<void> {
  const state = JSON.stringify({ erpCheckup: { depth: 1, route: place } })
  await page.evaluate(`history.pushState(${state}, ''); dispatchEvent(new PopStateEvent('popstate', { state: ${state} }))`)
  // The page before may still stand when the next is asked for.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  await settled(page)
}

/** A text of the screens in the language that the page speaks. */
export async function wordsOf(page: Page, key: string): Promise<string> {
  const words = screenTexts[await languageOf(page)][key]
  if (words === undefined) throw new Error(`no screen has the text ${key}`)
  return words
}

async function languageOf(page: Page): Promise<'en' | 'de'> {
  return (await page.evaluate('document.documentElement.lang')) === 'de' ? 'de' : 'en'
}

/** Opens a bundled server from the start page; gives the id that the app keeps it under. */
export async function openSample(page: Page, sample: SampleId): Promise<string> {
  const title = samples.find(({ id }) => id === sample)?.title[await languageOf(page)] ?? sample
  await visit(page, { screen: 'start' })
  await page.getByRole('button', { name: await wordsOf(page, 'start/sample-action') }).click()
  await page.getByRole('button', { name: title }).click()
  return await openedCase(page, 'checklists')
}

/** Opens a snapshot file from the start page, up to its setup; gives the id that the app keeps it under. */
export async function openSnapshot(page: Page, name: string, text: string): Promise<string> {
  await visit(page, { screen: 'start' })
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  return await openedCase(page, 'setup')
}

async function openedCase(page: Page, screen: Screen): Promise<string> {
  await arrived(page, screen)
  return String(await page.evaluate('history.state.erpCheckup.route.id'))
}
