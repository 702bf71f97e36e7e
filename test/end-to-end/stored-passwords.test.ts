import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { visit } from '#build/screens/app-page.ts'
import { createKeyringHome, type KeyringHome } from '../electron/vault/keyring-session.ts'
import type { VaultCall } from '../electron/vault/programs/use-vault.ts'
import { describeWith } from '../support/needs.ts'
import { expectFocus, keyboardOf } from './keyboard.ts'
import { openSession, useBrowser } from './session.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SECRET = 'Kanarie.9c41f7'
const WINDOWS = 'windows:ERP01\\erpsync'
const SQL = 'sql-server:ERP01\\SAGE/wsp_sync_with_a_name_that_no_screen_has_room_for_in_one_line_whatever_its_width'

/** A login with two passwords and one with a new one. */
const CALLS: readonly VaultCall[] = [
  ['stage', WINDOWS, '$secret'],
  ['promote', '$0'],
  ['stage', WINDOWS, `${SECRET}-2`],
  ['promote', '$2'],
  ['stage', SQL, `${SECRET}-3`],
]

describeWith('chromium', 'stored passwords in the browser', () => {
  describeWith('secret-service', 'with a keychain', () => {
    const browser = useBrowser()

    async function open(options: BrowserContextOptions = {}) {
      const home = createKeyringHome()
      onTestFinished(home.remove)
      await home.run('unlocked', { secret: SECRET, calls: CALLS })
      const { page, complaints } = await openSession(browser(), await serve(home), options)
      const received: string[] = []
      page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))))
      await page.reload()
      await visit(page, { screen: 'stored-passwords' })
      await page.getByRole('region', { name: 'ERP01\\erpsync' }).waitFor()
      return { page, complaints, received, home }
    }

    it('are listed, and deleted by keyboard, and no password reaches the page', async () => {
      const { page, complaints, received, home } = await open()
      expect(await page.locator('main li').count()).toBe(3)
      const keyboard = keyboardOf(page)
      await keyboard.choose('button', /^Delete: .*Used before/)
      await keyboard.choose('button', 'Delete')
      await expect.poll(() => page.locator('main li').count(), { timeout: 15_000 }).toBe(2)
      await expectFocus(page, 'heading', 'Stored passwords')
      expect(received.join()).toContain('wsp_sync')
      expect(received.join() + (await page.content())).not.toContain(SECRET)
      expect(complaints).toEqual([])
      const { answers } = await home.run('unlocked', { secret: SECRET, calls: [['list']] })
      expect(answers).toMatchObject([{ value: { generations: [{}, {}] } }])
    })

    it('are handed over elsewhere, which a dialog says by keyboard, and none reaches the page', async () => {
      const { page, complaints, received } = await open()
      const keyboard = keyboardOf(page)
      await keyboard.choose('button', /^Take it over: .*In use/)
      const dialog = page.getByRole('dialog', { name: /^Take over the password of/ })
      await dialog.getByText('A password is never sent to a browser.').waitFor()
      expect(await dialog.textContent()).toContain('desktop app on this server')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expectFocus(page, 'button', /^Take it over: .*In use/)
      expect(received.join() + (await page.content())).not.toContain(SECRET)
      expect(complaints).toEqual([])
    })

    it.each<readonly [string, BrowserContextOptions]>([
      ['light', { colorScheme: 'light' }],
      ['dark', { colorScheme: 'dark' }],
      ['forced colours', { forcedColors: 'active' }],
      ['narrow', { viewport: { width: 320, height: 800 } }],
    ])('break no rule of accessibility and need no scrolling to the side: %s', async (_look, options) => {
      const { page } = await open({ reducedMotion: 'reduce', ...options })
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: /^Delete: .*In use/ }).click()
      await page.getByRole('alertdialog').waitFor()
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true)
    })
  })
})

/** The app, in a session with the keychain of this home; it ends with the test. */
async function serve(home: KeyringHome): Promise<string> {
  const program = join(import.meta.dirname, '..', '..', 'build', 'bin', 'erp-checkup.cjs')
  const { child, end } = home.start('unlocked', [process.execPath, program, 'serve'])
  onTestFinished(end)
  let said = ''
  while (!said.includes('\n')) said += String((await once(child.stdout, 'data'))[0])
  return said.trim()
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = (await page.evaluate(`${axeSource};axe.run({ iframes: false })`)) as AxeResults
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}
