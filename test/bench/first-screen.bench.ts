import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { build } from 'vite'

import { startApp } from '#build/screens/app-host.ts'
import { openApp, openSnapshot, settled, visit } from '#build/screens/app-page.ts'
import { startBrowser } from '#build/screens/browser.ts'
import type { Facts } from '#shared/facts/index.ts'
import { loadSample } from '#shared/samples/index.ts'
import { median } from './measure.ts'

const ROUNDS = 15
const FEW_ROWS = 20
const MANY_ROWS = 2_000

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'erp-checkup-bench-'))
const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** The least that an app of the same parts can be: a theme, a title, a button. */
const EMPTY_PAGE = `
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'
createRoot(document.getElementById('root')).render(
  <FluentProvider theme={webLightTheme}><h1>Empty</h1><Button>Press</Button></FluentProvider>,
)`

async function buildEmptyPage(): Promise<string> {
  const source = join(root, 'node_modules', '.cache', 'empty-page')
  rmSync(source, { recursive: true, force: true })
  mkdirSync(source, { recursive: true })
  writeFileSync(join(source, 'main.jsx'), EMPTY_PAGE)
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><title>Empty</title><div id="root"></div><script type="module" src="./main.jsx"></script>',
  )
  process.env.NODE_ENV = 'production'
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [react()],
    build: { target: 'chrome120', outDir: join(folder, 'empty'), minify: true, modulePreload: { polyfill: false } },
  })
  return join(folder, 'empty')
}

function serveFolder(files: string) {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : (request.url ?? '').replaceAll('..', '')
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream')
    createReadStream(join(files, name))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  return new Promise<{ url: string; close: () => void }>((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }),
    )
  })
}

/** Time from the start of the navigation until a title and a control have been painted. */
async function usableMs(page: Page): Promise<number> {
  await page.reload({ waitUntil: 'commit' })
  await page.locator('h1').first().waitFor()
  await page.locator('main button, #root button').first().waitFor()
  return (await page.evaluate('new Promise((done) => requestAnimationFrame(() => done(performance.now())))')) as number
}

/** Compressed size of what the page loads before it is asked for anything. */
function initialKilobytes(): number {
  const app = join(root, 'out', 'app')
  const html = readFileSync(join(app, 'index.html'), 'utf8')
  const entries = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '')
  const all = readdirSync(join(app, 'assets'))
  return (
    entries
      .filter((name) => all.includes(name.replace('assets/', '')))
      .reduce((sum, name) => sum + gzipSync(readFileSync(join(app, name))).length, 0) / 1000
  )
}

/** A server on which one item has so many rows of evidence. */
function snapshotWithRows(rows: number): string {
  const { snapshot } = loadSample('typical')
  const record = snapshot.probes.services
  if (record?.status !== 'ok') throw new Error('the typical sample has no services')
  const [model] = (record.facts as Facts['services']).services.filter(({ name }) => name.startsWith('WSP'))
  if (model === undefined) throw new Error('the typical sample has no sync tool')
  const more = Array.from({ length: rows }, (_, index) => ({ ...model, name: `Sample${index}`, displayName: `Sample module ${index}` }))
  const services = { ...record, facts: { services: [...(record.facts as Facts['services']).services, ...more] } }
  return JSON.stringify({ ...snapshot, collectedAt: new Date().toISOString(), probes: { ...snapshot.probes, services } })
}

/** Longest and median time between two frames while the item's page is scrolled to its end and back. */
async function scroll(page: Page): Promise<{ readonly longest: number; readonly usual: number }> {
  const frames = (await page.evaluate(`new Promise((done) => {
    const panel = [...document.querySelectorAll('*')].filter((each) => each.scrollHeight > each.clientHeight + 200 && getComputedStyle(each).overflowY !== 'visible').at(-1) ?? document.scrollingElement
    const times = []
    let last
    const step = (now) => {
      if (last !== undefined) times.push(now - last)
      last = now
      panel.scrollTop += times.length < 90 ? 120 : -120
      if (times.length < 180) requestAnimationFrame(step)
      else done(times)
    }
    requestAnimationFrame(step)
  })`)) as number[]
  return { longest: Math.max(...frames), usual: median(frames) }
}

const own = await startBrowser()
const app = await startApp(folder)
const empty = await serveFolder(await buildEmptyPage())
try {
  const ours = await openApp(own.browser, app.link)
  const theirs = await own.browser.newPage()
  await theirs.goto(empty.url)
  const rounds: { ours: number; empty: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push({ ours: await usableMs(ours), empty: await usableMs(theirs) })
  const first = median(rounds.map((round) => round.ours))
  const least = median(rounds.map((round) => round.empty))
  console.log(
    `first screen usable after ${first.toFixed(0)} ms, an empty Fluent page after ${least.toFixed(0)} ms: ${(first / least).toFixed(2)} x (aim 1.3)`,
  )
  console.log(`initial JavaScript ${initialKilobytes().toFixed(0)} kB gzip (aim 260)`)
  for (const rows of [FEW_ROWS, MANY_ROWS]) {
    const id = await openSnapshot(ours, `rows-${rows}.json`, snapshotWithRows(rows))
    await visit(ours, { screen: 'checklists', id, item: 'windows-user-designated' })
    await settled(ours)
    const { longest, usual } = await scroll(ours)
    console.log(`scrolling ${rows} rows of evidence: longest frame ${longest.toFixed(0)} ms, median ${usual.toFixed(0)} ms (aim 50)`)
  }
} finally {
  empty.close()
  await app.stop()
  await own.close()
  rmSync(folder, { recursive: true, force: true })
}
