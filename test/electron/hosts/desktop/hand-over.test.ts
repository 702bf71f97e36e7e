import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { HandOverEvent } from '#shared/contract/index.ts'
import { formsOf, handOverWorld, type WorldParts } from './hand-over-world.ts'

const SECRET = 'Kanarie-55.19~Qz'

let root: string
const faultEvents = ['uncaughtException', 'unhandledRejection'] as const
const before = new Set<unknown>(faultEvents.flatMap((event) => process.listeners(event as 'uncaughtException')))

type World = Awaited<ReturnType<typeof handOverWorld>>
type Way = Parameters<World['core']['handOver']['give']>[0]['way']

const start = (parts: Partial<WorldParts> = {}): Promise<World> => handOverWorld({ root, secret: SECRET, ...parts })

const begin = ({ core, named }: World, way: Way, sharePaused = false) =>
  core.handOver.give({ language: 'en', secret: named, way, sharePaused })

async function give(world: World, way: Way, onStep?: () => void): Promise<readonly HandOverEvent[]> {
  const told: HandOverEvent[] = []
  for await (const event of await begin(world, way)) {
    told.push(event)
    if (event.kind === 'step') onStep?.()
  }
  return told
}

const isDrawn = ({ screen }: World): boolean => screen.shown.some(({ picture, isGone }) => picture.includes('<text') && !isGone)
const wasServed = ({ screen }: World): boolean => screen.shown.some(({ served }) => served.some((text) => text.includes('<text')))

function filesIn(folder: string): readonly Buffer[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path))
}

describe('handing over in the desktop app', () => {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'desktop-hand-over-'))
  })
  afterEach(() => {
    for (const event of faultEvents) {
      for (const listener of process.listeners(event as 'uncaughtException')) if (!before.has(listener)) process.off(event, listener)
    }
    vi.restoreAllMocks()
    rmSync(root, { recursive: true, force: true })
  })

  it('draws in the protected window once its test has passed, until the person leaves it', async () => {
    const world = await start()
    const giving = give(world, 'protected-window')
    await expect.poll(() => isDrawn(world), { timeout: 10_000 }).toBe(true)
    expect(world.screen.log.filter((line) => line === 'captured screen')).toHaveLength(2)
    expect(world.screen.guarded().options.parent).toBe(world.screen.ordinary().options.parent)
    world.screen.guarded().browserWindow.emit('blur')
    expect((await giving).at(-1)).toMatchObject({ kind: 'end', outcome: 'done', line: expect.stringContaining('off the screen again') })
    expect(world.screen.shown.every(({ isGone }) => isGone)).toBe(true)
  })

  it.each([
    {
      name: 'captures show the protected window',
      machine: { protection: 'none' },
      line: /Windows does not confirm|capture of the screen shows/,
    },
    { name: 'captures are black', machine: { capture: 'black' }, line: /did not find its own window/ },
    { name: 'nothing can be captured', machine: { capture: 'nothing' }, line: /could not be captured/ },
  ] as const)('draws nothing where $name, and closes that way', async ({ machine, line }) => {
    const world = await start({ machine })
    expect((await give(world, 'protected-window')).at(-1)).toMatchObject({ outcome: 'refused', line: expect.stringMatching(line) })
    expect(wasServed(world)).toBe(false)
    const ways = await world.core.handOver.ways({ language: 'en', secret: world.named })
    expect(ways).toMatchObject({ chosen: 'clipboard', whenPaused: { way: 'protected-window' } })
  })

  it.each([
    { name: 'a remote session', around: { metrics: 'remote' } },
    { name: 'a virtual machine', around: { product: 'VMware7,1' } },
    { name: 'a session that is looked at from another one', around: { metrics: 'controlled' } },
  ] as const)('opens no window in $name, also while the share is paused', async ({ around }) => {
    const world = await start({ around })
    const events = await begin(world, 'protected-window', true)
    expect((await events.next()).value).toMatchObject({ kind: 'end', outcome: 'refused' })
    expect(world.screen.shown).toEqual([])
  })

  it.each([
    { name: 'a tool of the catalogue', process: 'TeamViewer_Service.exe' },
    { name: 'a helper that Windows brings', process: 'QuickAssist.exe' },
  ])('keeps the clipboard from $name', async ({ process: name }) => {
    const world = await start({ around: { processes: [[name, 2]] } })
    const ways = await world.core.handOver.ways({ language: 'en', secret: world.named })
    expect(ways).toMatchObject({ chosen: 'protected-window', advice: expect.stringMatching(/give up the control/) })
    expect(await give(world, 'clipboard')).toMatchObject([{ outcome: 'refused' }])
    expect(world.clipboard.clipboard).toBe('')
  })

  it('takes the clipboard back when the app quits, before it is gone', async () => {
    const world = await start()
    const events = await begin(world, 'clipboard')
    await events.next()
    expect(world.clipboard.clipboard).toBe(SECRET)
    world.standIn.app.emit('quit')
    expect(world.clipboard.clipboard).toBe('')
  })

  it('takes the secret off the screen when the app quits', async () => {
    const world = await start()
    const giving = give(world, 'protected-window')
    await expect.poll(() => isDrawn(world), { timeout: 10_000 }).toBe(true)
    world.standIn.app.emit('quit')
    expect(isDrawn(world)).toBe(false)
    await giving
  })

  it('takes everything back when its page stops listening', async () => {
    const world = await start()
    const events = await begin(world, 'clipboard')
    await events.next()
    await events.return?.(undefined)
    await expect.poll(() => world.clipboard.clipboard).toBe('')
  })

  it('does nothing and says so on another system', async () => {
    const world = await start({ isWindows: false })
    expect(await world.core.handOver.ways({ language: 'de', secret: world.named })).toMatchObject({
      kind: 'elsewhere',
      line: expect.stringContaining('nur unter Windows'),
    })
    for (const way of ['into-field', 'clipboard', 'protected-window'] as const) {
      expect(await give(world, way)).toMatchObject([{ outcome: 'refused' }])
    }
    expect([world.clipboard.clipboard, world.typed, world.screen.shown]).toEqual(['', [], []])
    world.standIn.app.emit('quit')
  })

  describe('whatever way is gone', () => {
    it('sends nothing of the secret to the page, and writes nothing of it', async () => {
      const world = await start()
      const { core, named, clipboard } = world
      await core.vault.list({ language: 'en' })
      await core.handOver.ways({ language: 'en', secret: named })
      await give(world, 'into-field')
      const seen: string[] = []
      const copied = give(world, 'clipboard', () => {
        seen.push(clipboard.clipboard)
        void core.handOver.end({ language: 'en' })
      })
      expect((await copied).at(-1)).toMatchObject({ outcome: 'done' })
      const drawn = give(world, 'protected-window')
      await expect.poll(() => isDrawn(world), { timeout: 10_000 }).toBe(true)
      world.screen.guarded().browserWindow.destroy()
      await drawn
      // It did go both ways, or the search would prove nothing.
      expect([seen, wasServed(world)]).toEqual([[SECRET], true])
      const everything = Buffer.concat([world.crossed(), ...filesIn(root)])
      expect(everything.includes('off the screen again')).toBe(true)
      expect(
        formsOf(SECRET)
          .filter(([, bytes]) => everything.includes(bytes))
          .map(([name]) => name),
      ).toEqual([])
    })

    it('would be found in every form', async () => {
      const world = await start()
      const { port2 } = world.page?.channel() ?? {}
      const forms = formsOf(SECRET)
      expect(forms.length).toBeGreaterThan(12)
      for (const [name, bytes] of forms) {
        expect([name, world.crossed().includes(bytes)]).toEqual([name, false])
        port2?.postMessage(new Uint8Array(bytes))
        expect([name, world.crossed().includes(bytes)]).toEqual([name, true])
        vi.mocked(Object.getPrototypeOf(port2).postMessage).mockClear()
      }
    })
  })
})
