import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** The system's own Chromium: nothing is downloaded for these pages. */
const CHROMIUM = '/usr/bin/chromium'

export interface OwnBrowser {
  readonly browser: Browser
  readonly close: () => Promise<void>
}

/** Starts a browser that shares nothing with the one of the person who runs it. */
export async function startBrowser(): Promise<OwnBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'chromium-'))
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    // Root, as in a container, has no sandbox; the pages are our own.
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { PATH: process.env.PATH ?? '', HOME: home },
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
