import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { startApp } from './screens/app-host.ts'
import { openApp } from './screens/app-page.ts'
import { type OwnBrowser, startBrowser } from './screens/browser.ts'
import { emptyScenes, noServers, openServers, type Scene, type Servers, scenes } from './screens/scenes.ts'

const root = join(import.meta.dirname, '..')
const shots = join(root, 'out', 'screenshots')
/** Pictures of the README lie with the sources. */
const pictures = join(root, 'build', 'pictures')
/** A README that takes long to load is not looked at. */
const LARGEST_PICTURE_BYTES = 150_000

interface Look {
  readonly name: string
  readonly options: BrowserContextOptions
  /** keys that switch it on */
  readonly keys?: string
  /** scenes that the README shows, with their names there; one window of each */
  readonly inReadme?: { readonly [scene: string]: string }
}

const looks: readonly Look[] = [
  {
    name: 'light',
    options: { colorScheme: 'light' },
    inReadme: { checklists: 'checklists', 'item-gap': 'item', certificate: 'certificate' },
  },
  { name: 'dark', options: { colorScheme: 'dark' }, inReadme: { 'old-tls-item': 'item-dark' } },
  { name: 'forced-colors', options: { forcedColors: 'active' } },
  { name: 'german', options: { locale: 'de-DE' } },
  { name: 'narrow', options: { viewport: { width: 320, height: 640 } } },
  { name: 'presenter', options: {}, keys: 'Alt+P' },
]

async function shoot(page: Page, look: Look, scene: Scene, servers: Servers): Promise<void> {
  await scene.show(page, servers)
  const path = join(shots, look.name, `${scene.name}.png`)
  await page.screenshot({ path, fullPage: true })
  console.log(path)
  const picture = look.inReadme?.[scene.name]
  if (picture !== undefined) await paint(page, join(pictures, `${picture}.png`))
}

async function paint(page: Page, path: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 1160, height: 720 })
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path })
  if (before !== null) await page.setViewportSize(before)
  const { size } = statSync(path)
  console.log(`${path}: ${Math.ceil(size / 1000)} kB`)
  if (size > LARGEST_PICTURE_BYTES) throw new Error(`${path} has ${size} bytes; at most ${LARGEST_PICTURE_BYTES} are wanted`)
}

/** Pictures every screen in one look, over an app that has seen nothing else. */
async function picture({ browser }: OwnBrowser, look: Look, isWanted: (scene: Scene) => boolean): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'screenshots-'))
  const app = await startApp(home)
  try {
    const page = await openApp(browser, app.link, { reducedMotion: 'reduce', ...look.options })
    if (look.keys !== undefined) await page.keyboard.press(look.keys)
    for (const scene of emptyScenes.filter(isWanted)) await shoot(page, look, scene, noServers)
    const servers = await openServers(page)
    for (const scene of scenes.filter(isWanted)) await shoot(page, look, scene, servers)
    await page.context().close()
  } finally {
    await app.stop()
    rmSync(home, { recursive: true, force: true })
  }
}

/** `node build/screenshots.ts [LOOK] [SCENE]`: parts of names choose. */
const [lookPart = '', scenePart = ''] = process.argv.slice(2)
mkdirSync(pictures, { recursive: true })
const own = await startBrowser()
try {
  for (const look of looks.filter(({ name }) => name.includes(lookPart))) await picture(own, look, ({ name }) => name.includes(scenePart))
} finally {
  await own.close()
}
