import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { describeWith } from '../../../support/needs.ts'
import { starter } from './command-line.ts'

describeWith('chromium', 'built screens in a browser', () => {
  let browser: Browser
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'serve-screens-'))
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The app as `erp-checkup serve` shows it, and what the browser complains about. */
  async function openApp(): Promise<{
    readonly page: Page
    readonly complaints: readonly string[]
    readonly stop: () => Promise<unknown>
  }> {
    const child = spawn(process.execPath, [starter, 'serve'], {
      env: { PATH: process.env.PATH, HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await ended
    })
    const [link] = await once(child.stdout, 'data')
    const context = await browser.newContext({ locale: 'en' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    // The door answers 401, which a browser notes down as a failed resource.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
    })
    await page.goto(String(link).trim())
    const stop = async () => {
      child.kill('SIGINT')
      return await ended
    }
    return { page, complaints, stop }
  }

  it('show a sample server, styled, and break no rule of the page that holds them', async () => {
    const { page, complaints } = await openApp()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('body').evaluate('document.body.textContent')).not.toContain('frame/')
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")).toBe('600')
    for (const name of ['History', 'Passwords', 'Settings', 'About']) {
      await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
    }
    expect(complaints).toEqual([])
  })

  it('come back after a reload, and end at once with their program', async () => {
    const { page, stop } = await openApp()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).hash).not.toContain('token')
    expect(await stop()).toEqual([0, null])
  })
})
