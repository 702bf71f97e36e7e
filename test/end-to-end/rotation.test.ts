import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { openSample, visit } from '#build/screens/app-page.ts'
import { describeWith } from '../support/needs.ts'
import { poppler } from '../support/pdf-text.ts'
import { expectFocus, type Keyboard, keyboardOf } from './keyboard.ts'
import { newHome, openSession, runApp, useBrowser } from './session.ts'

/** More acts than a rehearsal of the sample has. */
const MOST_ACTS = 80

const acts = 'main section h3'
const isOver = (page: Page): Promise<boolean> => page.getByRole('button', { name: 'Save as PDF' }).isVisible()

/** More stops of Tab than the page has. */
const MOST_STOPS = 150

/** Takes everything that stands in the way onto the list of what is done by hand. */
async function takeByHand(page: Page, keyboard: Keyboard): Promise<void> {
  const open = page.getByRole('checkbox', { name: 'I enter the new password there by hand', checked: false })
  await keyboard.tabTo('checkbox', 'I enter the new password there by hand')
  for (let stop = 0; stop < MOST_STOPS && (await open.count()) > 0; stop += 1) {
    const left = await open.count()
    if ((await open.and(page.locator(':focus')).count()) > 0) {
      await keyboard.press('Space')
      await expect.poll(() => open.count()).toBe(left - 1)
    }
    await keyboard.press('Tab')
  }
  await expect.poll(() => page.getByRole('button', { name: 'Begin rehearsal', disabled: false }).count()).toBe(1)
}

/** Does the one thing that is on screen; the focus is on its heading afterwards. */
async function doNext(page: Page, keyboard: Keyboard): Promise<void> {
  const before = await page.locator(acts).first().innerText()
  const name = page.getByRole('textbox', { name: /^Name of who confirms it/ })
  if (await name.isVisible()) {
    await keyboard.tabTo('textbox', /^Name of who confirms it/)
    await keyboard.type('Robin Vale')
  }
  if (await page.getByRole('radio', { name: 'It is gone' }).isVisible()) {
    await keyboard.tabTo('radio', 'It is gone')
    await keyboard.press('Space')
  }
  const runs = await page.getByRole('button', { name: /^Do it now/ }).isVisible()
  await keyboard.choose('button', runs ? /^Do it now/ : 'Done')
  await expect.poll(() => page.locator(acts).first().innerText(), { timeout: 30_000 }).not.toBe(before)
  await expect.poll(() => page.getByRole('button', { name: 'The program is at it …' }).count(), { timeout: 60_000 }).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 10_000 }).toBe('H3')
}

describeWith('chromium', 'rehearsal of a password change by keyboard alone', () => {
  const browser = useBrowser()

  async function begin() {
    const { home, remove } = newHome()
    onTestFinished(remove)
    const app = await runApp(home)
    const session = await openSession(browser(), app.link)
    const keyboard = keyboardOf(session.page)
    const id = await openSample(session.page, 'typical')
    await keyboard.press('Alt+4')
    await expectFocus(session.page, 'heading', 'Password change')
    return { ...session, keyboard, id }
  }

  it('goes from the choice of logins to the report, and the checkup knows of it', async () => {
    const { page, complaints, keyboard, id } = await begin()
    await takeByHand(page, keyboard)
    await keyboard.choose('button', 'Begin rehearsal')
    await expectFocus(page, 'heading', 'Password change on ERP01')
    for (let act = 0; act < MOST_ACTS && !(await isOver(page)); act += 1) await doNext(page, keyboard)
    await expectFocus(page, 'heading', /^The rehearsal is over/)
    const coming = page.waitForEvent('download')
    await keyboard.choose('button', 'Save as PDF')
    expect(poppler('pdftotext', readFileSync(await (await coming).path()))).toContain('ERP01')
    await visit(page, { screen: 'checklists', id, item: 'passwords-strong-unique' })
    await page.getByRole('article').getByText('Passed', { exact: true }).first().waitFor()
    expect(complaints).toEqual([])
  })

  it('goes on at the same act after the page was closed, and back to the old passwords', async () => {
    const { page, complaints, keyboard } = await begin()
    await takeByHand(page, keyboard)
    await keyboard.choose('button', 'Begin rehearsal')
    await expectFocus(page, 'heading', 'Password change on ERP01')
    for (let act = 0; act < 4; act += 1) await doNext(page, keyboard)
    const line = await page.locator(acts).first().innerText()
    await visit(page, { screen: 'start' })
    await page.reload()
    await keyboard.choose('button', 'Continue')
    await expectFocus(page, 'heading', 'Password change on ERP01')
    expect(await page.locator(acts).first().innerText()).toBe(line)
    await keyboard.choose('button', 'It did not work')
    await expectFocus(page, 'heading', /did not work/)
    await keyboard.choose('button', 'Go back to the old passwords')
    await page.getByRole('alertdialog').waitFor()
    await keyboard.choose('button', 'Go back to the old passwords')
    await page.getByRole('heading', { name: 'Back to the old passwords', exact: true }).waitFor()
    for (let act = 0; act < MOST_ACTS && !(await isOver(page)); act += 1) await doNext(page, keyboard)
    await expectFocus(page, 'heading', 'The rehearsal was cancelled.')
    await keyboard.choose('button', 'Discard rehearsal')
    await page.getByRole('alertdialog').waitFor()
    await keyboard.choose('button', 'Discard rehearsal')
    await expectFocus(page, 'heading', 'Password change')
    await visit(page, { screen: 'start' })
    await page.getByRole('button', { name: 'Choose a sample' }).waitFor()
    expect(await page.getByText('Rehearsal of a password change').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
