import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type RunningApp, startApp } from '#build/screens/app-host.ts'
import { openApp } from '#build/screens/app-page.ts'
import { type OwnBrowser, startBrowser } from '#build/screens/browser.ts'

/** One browser for the tests of a suite; ends with it. */
export function useBrowser(): () => Browser {
  let own: OwnBrowser | undefined
  beforeAll(async () => {
    own = await startBrowser()
  })
  afterAll(async () => {
    await own?.close()
  })
  return () => {
    if (own === undefined) throw new Error('the browser is not started yet')
    return own.browser
  }
}

/** A folder for everything that the app keeps. */
export function newHome(): { readonly home: string; readonly remove: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'end-to-end-'))
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) }
}

/** Starts the app for one test over a folder; it ends with the test, if the test did not end it. */
export async function runApp(home: string): Promise<RunningApp> {
  const app = await startApp(home)
  onTestFinished(app.stop)
  return app
}

/** A page of the app, with everything that its browser complained about. */
export interface Session {
  readonly page: Page
  /** errors of scripts and of the console, breaches of the page's own rules */
  readonly complaints: readonly string[]
}

/** Counts every breach of the content security policy, from the first moment of each document. */
const REPORT_BREACHES = `addEventListener('securitypolicyviolation', (event) =>
  console.error('breach of ' + event.effectiveDirective + ' by ' + event.blockedURI + ' ' + event.sample))`

/** Opens the link in a browser session of its own that ends with the test. */
export async function openSession(browser: Browser, link: string, options: BrowserContextOptions = {}): Promise<Session> {
  const complaints: string[] = []
  const page = await openApp(browser, link, options, async (context) => {
    context.on('weberror', (error) => complaints.push(String(error.error())))
    context.on('console', (message) => {
      // The door itself answers 401, which a browser calls a resource that failed.
      const isDoor = message.location().url === link
      if (['error', 'assert'].includes(message.type()) && !isDoor) complaints.push(`${message.text()} (${message.location().url})`)
    })
    await context.addInitScript(REPORT_BREACHES)
  })
  onTestFinished(async () => {
    await page.context().close()
  })
  return { page, complaints }
}
