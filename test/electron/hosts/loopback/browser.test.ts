import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { writeHandover } from '#electron/hosts/loopback/handover.ts'
import { describeWith } from '../../../support/needs.ts'
import { type Serving, startHost } from './serving.ts'

/** A cold start of the browser on a busy machine. */
const START_MS = 60_000

describeWith('chromium', 'loopback host in a browser', () => {
  let browser: Browser
  let profile = ''
  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'chromium-'))
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox'],
      env: { PATH: process.env.PATH ?? '', HOME: profile },
    })
  }, START_MS)
  afterAll(async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  })

  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext()
    onTestFinished(async () => {
      await context.close()
    })
    return context
  }

  /** Opens the app as the browser does that is started with `--open`. */
  async function opened(serving: Serving, context: BrowserContext): Promise<Page> {
    const handover = await writeHandover(serving.links[0]?.url ?? '', 'ERP Sync Security Checkup')
    const page = await context.newPage()
    await page.goto(pathToFileURL(handover.path).href)
    await page.getByText('connected').waitFor()
    await handover.remove()
    return page
  }

  /** A server of somebody else on this machine, with what browsers sent to it. */
  async function strangersPage(html: string) {
    const cookies: string[] = []
    const server = createServer((request, response) => {
      cookies.push(request.headers.cookie ?? '')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(html)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, cookies }
  }

  it('leads from the file to the app, and leaves the token nowhere', async () => {
    const serving = await startHost()
    const context = await newContext()
    const complaints: string[] = []
    context.on('weberror', (error) => complaints.push(String(error.error())))
    context.on('console', (message) => complaints.push(message.text()))
    const page = await opened(serving, context)
    expect(new URL(page.url()).pathname).toMatch(/^\/[\w-]{22}\/$/)
    expect(new URL(page.url()).hash).toBe('')
    const kept = await page.evaluate('JSON.stringify([document.cookie, document.referrer, { ...localStorage }, { ...sessionStorage }])')
    expect(kept).toBe('["","",{},{}]')
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain(serving.token)
    // The door itself answers 401, which a browser calls a failed resource.
    expect(complaints.filter((text) => !text.includes('401'))).toEqual([])
  })

  it('opens again after a reload and in a second tab, and for no other browser', async () => {
    const serving = await startHost()
    const context = await newContext()
    const page = await opened(serving, context)
    await page.reload()
    await page.getByText('connected').waitFor()
    const second = await context.newPage()
    await second.goto(page.url())
    await second.getByText('connected').waitFor()
    const elsewhere = await newContext()
    for (const address of [page.url(), serving.links[0]?.url ?? '']) {
      const other = await elsewhere.newPage()
      expect((await other.goto(address))?.status()).toBe(401)
      await other.getByRole('heading', { name: 'This page opens with its link' }).waitFor()
    }
  })

  it('shows the door where the address holds no token, or a wrong one', async () => {
    const { port } = await startHost({ language: 'de' })
    const page = await (await newContext()).newPage()
    for (const fragment of ['', '#token=', '#token=AAAA', '#elsewhere']) {
      await page.goto(`http://127.0.0.1:${port}/${fragment}`)
      await page.getByRole('heading', { name: 'Diese Seite öffnet sich mit ihrem Link' }).waitFor()
    }
  })

  it('takes a new link in the tab of an old one', async () => {
    const serving = await startHost()
    const page = await (await newContext()).newPage()
    await page.goto(`http://127.0.0.1:${serving.port}/#token=old`)
    await page.getByRole('heading').waitFor()
    await page.evaluate(`location.hash = 'token=${serving.token}'`)
    await page.getByText('connected').waitFor()
  })

  it('gives its key to no other server of this machine, and no page of one gets in', async () => {
    const serving = await startHost()
    const context = await newContext()
    const app = (await opened(serving, context)).url()
    const stranger = await strangersPage('<h1>stranger</h1>')
    const page = await context.newPage()
    await page.goto(stranger.address)
    const got = await page.evaluate(
      `(async ({ app, port }) => {
        const socket = (url) => new Promise((resolve) => {
          const socket = new WebSocket(url)
          socket.onopen = () => resolve('open')
          socket.onerror = () => resolve('refused')
        })
        const read = (url, options) => fetch(url, { credentials: 'include', ...options }).then((r) => r.text(), () => 'refused')
        const script = (src) => new Promise((resolve) => {
          const element = document.createElement('script')
          Object.assign(element, { src, onload: () => resolve('loaded'), onerror: () => resolve('refused') })
          document.head.append(element)
        })
        await fetch('/anywhere', { credentials: 'include' })
        return [
          await socket(app.replace('http', 'ws') + 'rpc'),
          await read(app),
          await read('http://127.0.0.1:' + port + '/session', { method: 'POST', body: '{}' }),
          await script(app + 'assets/app-4f9Kq2_x.js'),
        ]
      })(${JSON.stringify({ app, port: serving.port })})`,
    )
    expect(got).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(stranger.cookies.length).toBeGreaterThan(1)
    expect(stranger.cookies.join('')).not.toContain('erp-checkup')
  })

  it('is shown in no frame of another page', async () => {
    const serving = await startHost()
    const context = await newContext()
    const app = (await opened(serving, context)).url()
    const stranger = await strangersPage(`<iframe src="${app}"></iframe><iframe src="http://127.0.0.1:${serving.port}/"></iframe>`)
    const page = await context.newPage()
    await page.goto(stranger.address, { waitUntil: 'networkidle' })
    const texts = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate('document.body.innerText').catch(() => '')),
    )
    expect(texts.join(' ')).not.toMatch(/The app|connected|opens with its link/)
  })
})
