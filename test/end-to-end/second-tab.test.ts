import type { BrowserContext } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { visit } from '#build/screens/app-page.ts'
import { openServers, scenes } from '#build/screens/scenes.ts'
import { describeWith } from '../support/needs.ts'
import { newHome, openSession, runApp, type Session, useBrowser } from './session.ts'

/** What a page of the app asks for, over the socket that its own address leads to. */
const ASK_SOCKET = `new Promise((resolve) => {
  const socket = new WebSocket(APP.replace('http', 'ws') + 'rpc')
  socket.onopen = () => resolve('open')
  socket.onerror = () => resolve('refused')
})`

describeWith('chromium', 'the app beside its own page', () => {
  const browser = useBrowser()

  async function begin(): Promise<Session & { readonly link: string }> {
    const { home, remove } = newHome()
    onTestFinished(remove)
    const { link } = await runApp(home)
    return { link, ...(await openSession(browser(), link)) }
  }

  async function stranger(): Promise<BrowserContext> {
    const context = await browser().newContext()
    onTestFinished(async () => {
      await context.close()
    })
    return context
  }

  it('gives another browser nothing: no page, no file, no call, not even by the link that was used', async () => {
    const { page, link } = await begin()
    const address = page.url()
    const script = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '')
    expect(script).toContain(new URL(link).origin)
    const context = await stranger()
    for (const asked of [address, link, new URL('/', link).href]) {
      const other = await context.newPage()
      expect([asked, (await other.goto(asked))?.status()]).toEqual([asked, 401])
      await other.getByRole('heading', { name: 'This page opens with its link' }).waitFor()
    }
    const other = await context.newPage()
    expect((await other.request.get(script)).status()).toBe(401)
    expect(await other.evaluate(ASK_SOCKET.replace('APP', JSON.stringify(address)))).toBe('refused')
    await visit(page, { screen: 'history' })
  })

  it('lets a second tab of its own browser work beside the first', async () => {
    const { page } = await begin()
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByRole('heading', { level: 1 }).waitFor()
    await second.getByRole('button', { name: 'Choose a sample' }).click()
    await second.getByRole('button', { name: /^Well-kept server/ }).click()
    await second.getByRole('heading', { level: 1, name: 'Checklists' }).waitFor()
    await visit(page, { screen: 'history' })
    await page.locator('main').getByRole('heading', { level: 2 }).waitFor()
  })

  it('breaks none of its own rules and complains about nothing on any screen', async () => {
    const { page, complaints } = await begin()
    const servers = await openServers(page)
    for (const scene of scenes) await scene.show(page, servers)
    expect(complaints).toEqual([])
  })

  it('hears of a breach of its rules', async () => {
    const { page, complaints } = await begin()
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.body.append(script)
    })
    await expect.poll(() => complaints.join(' ')).toContain('breach of script-src')
    expect(await page.evaluate(() => 'injected' in window)).toBe(false)
  })
})
