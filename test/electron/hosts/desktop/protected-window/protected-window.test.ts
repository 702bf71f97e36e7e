import { describe, expect, it } from 'vitest'

import type { DrawOutcome, SecretWindowPorts } from '#electron/core/host-hand-over.ts'
import { createProtectedWindow } from '#electron/hosts/desktop/protected-window/protected-window.ts'
import { seededBytes } from './painted-screen.ts'
import { type Machine, mainWindow, type ShownScreen, shownScreen } from './shown-screen.ts'

const SECRET = 'Canary-74✓~<&"Z'

interface Drawing {
  readonly screen: ShownScreen
  readonly outcome: DrawOutcome
  /** how often the surroundings were looked at while the secret was on the screen */
  readonly looks: number
}

interface Course {
  readonly isSharePaused?: boolean
  readonly machine?: Machine
  readonly display?: (screen: ShownScreen) => ReturnType<SecretWindowPorts['display']>
  readonly main?: ReturnType<typeof mainWindow> | null
  readonly isExcluded?: (screen: ShownScreen, handle: Uint8Array) => boolean | null
  /** What happens while somebody waits; the number counts the waits. */
  readonly meanwhile?: (screen: ShownScreen, close: () => void) => void
}

const isDrawn = (screen: ShownScreen): boolean => screen.shown.some(({ picture }) => picture.includes('<text'))

async function draw(course: Course = {}): Promise<Drawing> {
  const screen = shownScreen(course.machine)
  let looks = 0
  const window = createProtectedWindow(screen.electron, {
    title: 'ERP Sync Security Checkup',
    mainWindow: () => (course.main === undefined ? mainWindow() : course.main),
    display: () => course.display?.(screen) ?? 'local',
    isExcluded: (handle) => (course.isExcluded ?? ((one, wanted) => one.isExcluded(wanted)))(screen, handle),
    randomBytes: seededBytes('chance'),
    wait: async () => {
      if (isDrawn(screen)) looks += 1
      course.meanwhile?.(screen, () => window.close())
    },
  })
  return { screen, outcome: await window.draw(SECRET, course.isSharePaused ?? false), looks }
}

describe('protected-window', () => {
  it('draws after the test, in a window whose protection was set and read again, and takes it away', async () => {
    const { screen, outcome, looks } = await draw()
    expect(outcome).toEqual({ kind: 'drawn' })
    expect(screen.log).toEqual([
      'ordinary menu removed',
      'guarded menu removed',
      'guarded protected',
      'guarded loaded app://erp-checkup/index.html',
      'guarded shown inactive',
      'ordinary loaded app://erp-checkup/index.html',
      'ordinary shown inactive',
      'guarded protected',
      'captured screen',
      'captured screen',
      'ordinary destroyed',
      'guarded shown',
      'guarded focused',
      'guarded protected',
      'guarded loaded app://erp-checkup/index.html with the secret',
      'guarded destroyed',
    ])
    expect(looks).toBe(60)
  })

  it.each([1, 1.25, 1.5, 2])('is proven on a screen of %d times the size', async (scaleFactor) => {
    expect((await draw({ machine: { scaleFactor }, meanwhile: closeOnceDrawn })).outcome).toEqual({ kind: 'drawn' })
  })

  const refusals: readonly (Course & { readonly name: string; readonly reason: string })[] = [
    { name: 'captures are black', machine: { capture: 'black' }, reason: 'ordinary-window-not-seen' },
    { name: 'captures are empty', machine: { capture: 'nothing' }, reason: 'nothing-captured' },
    { name: 'the ordinary window is covered', machine: { covered: true }, reason: 'ordinary-window-not-seen' },
    { name: 'captures show the protected window', machine: { protection: 'none' }, reason: 'protected-window-seen' },
    { name: 'Windows says that it is not protected', isExcluded: () => false, reason: 'no-affinity' },
    { name: 'Windows does not say', isExcluded: () => null, reason: 'no-affinity' },
    { name: 'a show took the protection away', machine: { protection: 'lost-by-show' }, reason: 'no-affinity' },
    { name: 'the session is a remote one', display: () => 'remote-session', reason: 'display-remote-session' },
    { name: 'the machine is a virtual one', display: () => 'virtual-machine', reason: 'display-virtual-machine' },
    { name: 'nobody knows where the screen is', display: () => 'unknown', reason: 'display-unknown' },
    {
      name: 'a client connects during the test',
      display: ({ log }) => (log.includes('captured screen') ? 'remote-session' : 'local'),
      reason: 'display-remote-session',
    },
    { name: 'there is no main window', main: null, reason: 'no-main-window' },
    { name: 'the main window is minimised', main: mainWindow({ isMinimized: true }), reason: 'no-main-window' },
    { name: 'the main window is hidden', main: mainWindow({ isVisible: false }), reason: 'no-main-window' },
    { name: 'the person closes it during the test', meanwhile: (screen) => screen.guarded().browserWindow.destroy(), reason: 'closed' },
    { name: 'it is called off during the test', meanwhile: (_screen, close) => close(), reason: 'closed' },
  ]
  it.each(refusals)('draws nothing where $name', async ({ name: _name, reason, ...course }) => {
    const { screen, outcome } = await draw(course)
    expect(outcome).toEqual({ kind: 'refused', reason })
    expect(isDrawn(screen)).toBe(false)
    expect(screen.shown.flatMap(({ served }) => served).some((text) => text.includes('<text'))).toBe(false)
    expect(screen.shown.every(({ isGone }) => isGone)).toBe(true)
  })

  const endings: readonly (Course & { readonly name: string })[] = [
    { name: 'the person goes to another window', meanwhile: whenDrawn((screen) => screen.guarded().browserWindow.emit('blur')) },
    { name: 'the person closes it', meanwhile: whenDrawn((screen) => screen.guarded().browserWindow.destroy()) },
    { name: 'it is called off', meanwhile: closeOnceDrawn },
    { name: 'a client connects', display: (screen) => (isDrawn(screen) ? 'remote-session' : 'local') },
    { name: 'the protection goes', isExcluded: (screen, handle) => screen.isExcluded(handle) && !isDrawn(screen) },
  ]
  it.each(endings)('takes it off the screen when $name', async ({ name: _name, ...course }) => {
    const { screen, outcome, looks } = await draw(course)
    expect(outcome).toEqual({ kind: 'drawn' })
    expect(looks).toBeLessThanOrEqual(1)
    expect(screen.guarded().isGone).toBe(true)
  })

  it('draws without a proof where the person paused the share, still protected', async () => {
    const { screen, outcome } = await draw({ isSharePaused: true, isExcluded: () => false, meanwhile: closeOnceDrawn })
    expect(outcome).toEqual({ kind: 'drawn' })
    expect(screen.log).not.toContain('captured screen')
    expect(screen.guarded().isProtected).toBe(true)
  })

  it.each(['remote-session', 'virtual-machine', 'unknown'] as const)(
    'draws nothing on a display that is %s, also while the share is paused',
    async (display) => {
      const { screen, outcome } = await draw({ isSharePaused: true, display: () => display })
      expect(outcome).toEqual({ kind: 'refused', reason: `display-${display}` })
      expect(screen.shown).toEqual([])
    },
  )

  it('opens pages without scripts, behind every wall, in sessions that keep nothing', async () => {
    const { screen } = await draw({ meanwhile: closeOnceDrawn })
    expect(screen.sessions.map(({ partition, options }) => [partition, options])).toEqual([
      ['hand-over-ordinary', { cache: false }],
      ['hand-over-guarded', { cache: false }],
    ])
    for (const { options } of screen.shown) {
      const { session: _session, ...preferences } = options.webPreferences ?? {}
      expect(preferences).toMatchObject({
        javascript: false,
        devTools: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
      })
      expect(preferences).not.toHaveProperty('preload')
      expect(options).toMatchObject({ show: false, alwaysOnTop: true, skipTaskbar: true })
    }
  })

  it('shows the secret as a picture: no page, title or log has it', async () => {
    const { screen } = await draw({ meanwhile: closeOnceDrawn })
    const { served, options } = screen.guarded()
    const drawn = served.filter((text) => text.includes('<text'))
    expect(drawn).toHaveLength(1)
    expect(charactersIn(drawn[0] ?? '')).toBe(SECRET)
    const pages = served.filter((text) => text.startsWith('<!doctype'))
    expect(new Set(pages).size).toBe(1)
    expect(pages[0]).toMatch(/<img src="picture\.svg" alt="" aria-hidden="true"/)
    expect(pages[0]).not.toContain('<script')
    const { webPreferences: _preferences, parent: _parent, ...visible } = options
    expect(JSON.stringify([visible, screen.log])).not.toContain(SECRET.slice(0, 6))
  })

  it('serves nothing but the picture and its page, and forgets the picture', async () => {
    const { screen } = await draw({ meanwhile: closeOnceDrawn })
    const [, guarded] = screen.sessions
    const fetched = async (path: string): Promise<Response> => guarded?.handler?.({ url: `app://erp-checkup/${path}` }) ?? new Response()
    expect(await (await fetched('picture.svg')).text()).not.toContain('<text')
    for (const path of ['main.js', 'picture.svg/x', '../index.html.map']) expect((await fetched(path)).status).toBe(404)
    const policy = (await fetched('index.html')).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
  })
})

function whenDrawn(act: (screen: ShownScreen) => void): (screen: ShownScreen, close: () => void) => void {
  return (screen) => {
    if (isDrawn(screen)) act(screen)
  }
}

function closeOnceDrawn(screen: ShownScreen, close: () => void): void {
  if (isDrawn(screen)) close()
}

function charactersIn(svg: string): string {
  return [...svg.matchAll(/&#(\d+);/g)].map(([, code]) => String.fromCodePoint(Number(code))).join('')
}
