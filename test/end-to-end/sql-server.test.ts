import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { arrived, settled, visit } from '#build/screens/app-page.ts'
import { runHost } from '#electron/hosts/loopback/host.ts'
import { usualLimits } from '#electron/hosts/loopback/limits.ts'
import { readScreens } from '#electron/hosts/loopback/screens.ts'
import type { Snapshot } from '#shared/formats/snapshot.ts'
import { appUnderTest } from '../contract/app-under-test.ts'
import { fakeServer } from '../contract/fake-server.ts'
import { madeVault } from '../electron/vault/made-vault.ts'
import { describeWith } from '../support/needs.ts'
import { openSession, useBrowser } from './session.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PASSWORD = 'CANARY 7f3a-geheim'

const blank = { version: '', databases: [], visibility: 'partial', logins: [] } as const

const unread: NonNullable<Snapshot['probes']['sql-server']> = {
  status: 'ok',
  durationMs: 5,
  facts: {
    instances: [
      { ...blank, name: 'ERP01', error: 'nobody vouches for its certificate', problem: 'certificate-not-trusted' },
      { ...blank, name: `ERP01\\${'UNBREAKABLE'.repeat(10)}`, error: 'the connection was lost' },
    ],
  },
}

/** The built screens over an app that takes itself for the desktop's, on a Windows server that is made up. */
async function startDesktop() {
  const server = fakeServer()
  const { vault } = madeVault()
  const app = appUnderTest({
    host: 'desktop',
    vault: async () => vault,
    platform: 'win32',
    machine: 'ERP01',
    collect: server.collect,
    elevated: async () => true,
  })
  const screens = await readScreens(join(import.meta.dirname, '..', '..', 'out', 'app'))
  if (screens === null) throw new Error('the screens are not built')
  const stop = new AbortController()
  const link = Promise.withResolvers<string>()
  const noteFault = (error: unknown): void => link.reject(error)
  const end = runHost(
    { port: null, open: false, language: 'en', signal: stop.signal, onLink: async ({ url }) => link.resolve(url) },
    { screens, router: app.router, limits: usualLimits, noteFault, opener: null, isElevated: false },
  )
  onTestFinished(async () => {
    stop.abort()
    await end
    app.remove()
  })
  return { server, app, link: await link.promise }
}

async function brokenRules(page: Page): Promise<readonly string[]> {
  const found = (await page.evaluate(`${axeSource};axe.run({ iframes: false })`)) as AxeResults
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
}

/** Everything that the app has written. */
function written(folder: string): string {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

describeWith('chromium', 'signing in to SQL Server', () => {
  const browser = useBrowser()

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)('is done by keyboard, told where it fails, and leaves no password behind (%s, %i px)', async (colorScheme, width) => {
    const { server, app, link } = await startDesktop()
    const { page, complaints } = await openSession(browser(), link, {
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    })
    server.probes = { ...server.probes, 'sql-server': unread }

    await page.getByRole('button', { name: 'SQL Server sign-in …' }).press('Enter')
    await arrived(page, 'scan')
    await page.getByRole('combobox', { name: 'SQL Server' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('audit')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Enter the password.').waitFor()
    expect(await brokenRules(page)).toEqual([])
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')

    await page.getByText('2 SQL Server instances could not be read').waitFor()
    await page.getByText('Sign in to SQL Server in another way').press('Enter')
    await page.getByRole('checkbox', { name: 'Trust the certificate of ERP01 for this reading' }).waitFor()
    expect(await brokenRules(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)

    const { 'sql-server': read } = fakeServer().probes
    if (read !== undefined) server.probes = { ...server.probes, 'sql-server': read }
    await page.getByRole('checkbox', { name: /^Trust/ }).press('Space')
    await page.getByLabel(/^Password/).fill(PASSWORD)
    await page.getByRole('checkbox', { name: /^Keep the password/ }).press('Space')
    expect(await brokenRules(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign in and read' }).press('Enter')
    await arrived(page, 'setup')
    await page.getByRole('log').getByText('The password of audit is kept in the keychain for ERP01.').waitFor()

    await visit(page, { screen: 'scan', id: null, probes: null, ask: true })
    await page.getByRole('radio', { name: /whose password is stored/ }).press('Space')
    await page.getByRole('combobox', { name: 'SQL login' }).waitFor()
    expect(await brokenRules(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.getByRole('button', { name: 'Sign in and read ERP01' }).press('Enter')
    await arrived(page, 'setup')
    await settled(page)

    const asked = server.signIns.flatMap(({ sql }) => (sql === undefined ? [] : [sql]))
    const signIn = { kind: 'sql-login', login: 'audit', password: PASSWORD }
    expect(asked).toEqual([
      { server: null, signIn, trustCertificate: false },
      { server: null, signIn, trustCertificate: true },
      { server: null, signIn, trustCertificate: false },
    ])
    const left = await page.evaluate(
      `JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }, location.href]) + document.documentElement.outerHTML`,
    )
    expect(`${String(left)} ${complaints.join()} ${written(join(app.dataFolder, '..'))}`).not.toContain('CANARY')
    expect(complaints).toEqual([])
  })
})
