import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { loadSample } from '#shared/samples/index.ts'
import { describeWith } from '../support/needs.ts'
import { poppler } from '../support/pdf-text.ts'
import { expectFocus, type Keyboard, keyboardOf } from './keyboard.ts'
import { newHome, openSession, runApp, useBrowser } from './session.ts'

const ORGANIZATION = 'Keyboard Valves and Sons'
/** Setup of a server whose facts tell the rest: to the field, the name itself aside, and onward. */
const FEW_KEYS = 12

/** A day on which a risk may end whenever this runs, spelled alike where the month comes first and where the day does. */
function typedEndDay(now: Date): { readonly keys: string; readonly day: string } {
  const isPast = now.toISOString().slice(5, 10) > '12-12'
  const year = now.getUTCFullYear() + (isPast ? 1 : 0)
  return { keys: `1212${year}`, day: `12 December ${year}` }
}

const looks: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['at 100 % in light colours', { colorScheme: 'light' }],
  ['at 200 % in dark colours', { colorScheme: 'dark', viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
]

async function openItem(page: Page, keyboard: Keyboard, title: RegExp): Promise<void> {
  const row = page.locator('button[data-item]').filter({ hasText: title })
  while ((await row.and(page.locator(':focus')).count()) === 0) await keyboard.press('j')
  await keyboard.press('Enter')
  await expectFocus(page, 'heading', title)
}

async function chooseKind(page: Page, keyboard: Keyboard, kind: RegExp): Promise<void> {
  await keyboard.choose('button', 'Give an answer')
  const radio = page.getByRole('radio', { name: kind })
  await keyboard.press('Space')
  while (!(await radio.isChecked())) await keyboard.press('ArrowDown')
}

/** Saves the answer; focus is back on the item's title, and what it came to is said. */
async function saveAnswer(page: Page, keyboard: Keyboard, title: RegExp, verdict: string): Promise<void> {
  await keyboard.choose('button', 'Save the answer')
  await expectFocus(page, 'heading', title)
  await said(page, new RegExp(`Answer saved.*: ${verdict}`))
}

/** Waits until a screen reader was told this. */
async function said(page: Page, text: RegExp): Promise<void> {
  await page.locator('[aria-live=polite]').filter({ hasText: text }).waitFor({ state: 'attached' })
}

async function openTypicalSample(page: Page, keyboard: Keyboard): Promise<void> {
  await keyboard.choose('button', 'Choose a sample')
  await expectFocus(page, 'heading', 'Sample servers')
  await keyboard.choose('button', /^Typical server/)
  await expectFocus(page, 'heading', 'Checklists')
}

async function nameOrganization(page: Page, keyboard: Keyboard): Promise<void> {
  const before = keyboard.pressed()
  await keyboard.tabTo('textbox', /^Name of the organisation/)
  await keyboard.press('Control+a')
  await keyboard.type(ORGANIZATION)
  await keyboard.press('Enter')
  await expectFocus(page, 'heading', 'Checklists')
  expect(keyboard.pressed() - before - ORGANIZATION.length).toBeLessThanOrEqual(FEW_KEYS)
}

async function savePdf(page: Page, keyboard: Keyboard): Promise<string> {
  await keyboard.press('Alt+5')
  await expectFocus(page, 'heading', 'Certificate')
  const coming = page.waitForEvent('download')
  await keyboard.choose('button', 'Save as PDF')
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  return poppler('pdftotext', readFileSync(await download.path()))
}

const vendorUsers = /users made for the vendor/
const goTo = /GoTo remote-support client/
const otherTools = /No other remote access/
const passwordManager = /kept in a password manager/

describeWith('chromium', 'first checkup by keyboard alone', () => {
  const browser = useBrowser()

  /** Starts over a new folder, which goes with the test. */
  async function begin(options: BrowserContextOptions) {
    const { home, remove } = newHome()
    onTestFinished(remove)
    const app = await runApp(home)
    const session = await openSession(browser(), app.link, options)
    return { home, app, ...session, keyboard: keyboardOf(session.page) }
  }

  it.each(looks)('goes from a sample to a certificate and finds everything again, %s', async (_name, options) => {
    const { home, app, page, complaints, keyboard } = await begin(options)
    await openTypicalSample(page, keyboard)
    await keyboard.press('Alt+2')
    await expectFocus(page, 'heading', 'Setup of ERP01')
    await nameOrganization(page, keyboard)

    await openItem(page, keyboard, vendorUsers)
    await chooseKind(page, keyboard, /^Kept on purpose/)
    await keyboard.tabTo('checkbox', 'vendor_support')
    await keyboard.press('Space')
    await keyboard.tabTo('textbox', /^Note/)
    await keyboard.type('Runs the label printers')
    await saveAnswer(page, keyboard, vendorUsers, 'Gap')
    await keyboard.press('Escape')

    await openItem(page, keyboard, goTo)
    const again = page.getByRole('button', { name: 'Check again' })
    await keyboard.choose('button', 'Check again')
    expect([await again.getAttribute('aria-disabled'), await again.isVisible()]).toEqual(['true', true])
    await expect
      .poll(() => again.evaluate((button) => button.ariaDescribedByElements?.[0]?.textContent))
      .toContain('This is a sample server')
    await chooseKind(page, keyboard, /^Risk accepted/)
    const { keys, day } = typedEndDay(new Date())
    await keyboard.tabTo('checkbox', /goto-assist/)
    await keyboard.press('Space')
    await keyboard.press('Tab')
    await keyboard.type(keys)
    await saveAnswer(page, keyboard, goTo, 'Gap')
    await page.getByRole('article').getByText(`Risk accepted until ${day}`).first().waitFor()
    await keyboard.press('Escape')

    await openItem(page, keyboard, otherTools)
    await chooseKind(page, keyboard, /^Kept on purpose/)
    await keyboard.tabTo('checkbox', /teamviewer/i)
    await keyboard.press('Space')
    await keyboard.tabTo('textbox', /^Note/)
    await keyboard.type('The service provider signs in with it')
    await saveAnswer(page, keyboard, otherTools, 'Open')
    await keyboard.press('Escape')

    await openItem(page, keyboard, passwordManager)
    await chooseKind(page, keyboard, /^Confirmed/)
    await saveAnswer(page, keyboard, passwordManager, 'Passed')
    await keyboard.press('Control+z')
    await said(page, /Taken back: .*password manager/)
    await page.getByText('Nobody has given an answer yet.').waitFor()
    await chooseKind(page, keyboard, /^Confirmed/)
    await saveAnswer(page, keyboard, passwordManager, 'Passed')

    const pdf = await savePdf(page, keyboard)
    expect(pdf.replace(/\s+/g, ' ')).toContain(ORGANIZATION)
    await keyboard.choose('button', 'Keep this checkup')
    await said(page, /This checkup is kept/)
    expect(complaints).toEqual([])

    await app.stop()
    await page.getByText(/connection to the program is lost|program has ended/).waitFor()
    const second = await openSession(browser(), (await runApp(home)).link, options)
    const afterwards = keyboardOf(second.page)
    await second.page.getByText(ORGANIZATION).first().waitFor()
    await afterwards.choose('button', 'Continue with ERP01')
    await expectFocus(second.page, 'heading', 'Checklists')
    await openItem(second.page, afterwards, vendorUsers)
    await second.page.getByRole('list', { name: 'Answers given' }).getByText('Runs the label printers').waitFor()
    await afterwards.press('Escape')
    await openItem(second.page, afterwards, goTo)
    await second.page.getByRole('article').getByText(`Risk accepted until ${day}`).first().waitFor()
    await afterwards.press('Escape')
    await openItem(second.page, afterwards, passwordManager)
    await second.page.getByRole('article').getByText('Passed', { exact: true }).first().waitFor()
    await afterwards.press('Alt+6')
    await expectFocus(second.page, 'heading', 'History')
    await second.page.getByText('(1 kept checkup)').waitFor()
    expect(second.complaints).toEqual([])
  })

  it('goes from the file of a server to its certificate in forced colours', async () => {
    const { page, complaints, keyboard } = await begin({ forcedColors: 'active' })
    await keyboard.tabTo('button', 'Check this server')
    expect(await page.getByRole('button', { name: 'Check this server' }).getAttribute('aria-disabled')).toBe('true')
    const choosing = page.waitForEvent('filechooser')
    await keyboard.choose('button', 'Choose a file')
    const chooser = await choosing
    const { snapshot } = loadSample('typical')
    await chooser.setFiles({ name: 'ERP01.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(snapshot)) })
    await expectFocus(page, 'heading', 'Setup of ERP01')
    await keyboard.choose('button', /^Use all \d+/)
    await said(page, /suggestions taken over/)
    await nameOrganization(page, keyboard)
    await openItem(page, keyboard, goTo)
    await page.getByText('Make a new snapshot on that server to check again.').waitFor()
    await keyboard.press('Escape')
    expect((await savePdf(page, keyboard)).replace(/\s+/g, ' ')).toContain(ORGANIZATION)
    expect(complaints).toEqual([])
  })
})
