import { beforeEach, describe, expect, it, vi } from 'vitest'

import { confineContents, confineSession, mayLoad } from '#electron/hosts/desktop/confinement.ts'
import { createElectronStandIn, type ElectronStandIn, type StandInWindow } from '../../../support/electron-stand-in.ts'

const PAGE = 'app://erp-checkup/index.html'

let standIn: ElectronStandIn
let opened: string[]

function openWindow(): StandInWindow {
  const window = new standIn.electron.BrowserWindow({}) as unknown as StandInWindow
  window.webContents.load(PAGE)
  return window
}

describe('confinement', () => {
  beforeEach(() => {
    standIn = createElectronStandIn({ isPackaged: true })
    opened = []
    confineSession(standIn.electron.session.defaultSession, { isPackaged: true })
    confineContents(standIn.electron.app, (address) => opened.push(address))
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'display-capture',
  ])('denies %s', (permission) => {
    const { webContents } = openWindow()
    const decide = vi.fn()
    const { handlers } = standIn.session
    ;(handlers.get('request') as (...args: unknown[]) => void)(webContents, permission, decide, {})
    expect(decide).toHaveBeenCalledWith(false)
    expect((handlers.get('check') as (...args: unknown[]) => boolean)(webContents, permission, 'app://erp-checkup/', {})).toBe(false)
  })

  it.each([
    { origin: 'app://erp-checkup/', isAllowed: true },
    { origin: 'app://erp-checkup', isAllowed: true },
    { origin: 'https://evil.example', isAllowed: false },
    { origin: 'null', isAllowed: false },
  ])('lets $origin copy text: $isAllowed', ({ origin, isAllowed }) => {
    const check = standIn.session.handlers.get('check') as (...args: unknown[]) => boolean
    expect(check(null, 'clipboard-sanitized-write', origin, {})).toBe(isAllowed)
  })

  it('gives no device, no picture of the screen and no pairing', () => {
    const { handlers } = standIn.session
    expect((handlers.get('device') as () => boolean)()).toBe(false)
    for (const [name, refusal] of [
      ['display-media', null],
      ['bluetooth', { confirmed: false }],
    ] as const) {
      const decide = vi.fn()
      ;(handlers.get(name) as (...args: unknown[]) => void)({}, decide)
      expect(decide).toHaveBeenCalledWith(refusal)
    }
    expect(handlers.has('spelling off')).toBe(true)
  })

  it.each([
    { url: PAGE, isLet: true },
    { url: 'blob:app://erp-checkup/0a1b', isLet: true },
    { url: 'data:image/png;base64,AA==', isLet: true },
    { url: 'https://example.com/', isLet: false },
    { url: 'http://127.0.0.1:1433/', isLet: false },
    { url: 'ws://127.0.0.1:9229/', isLet: false },
    { url: 'file:///C:/Windows/win.ini', isLet: false },
    { url: 'app://other/index.html', isLet: false },
    { url: 'blob:https://example.com/0a1b', isLet: false },
    { url: 'devtools://devtools/bundled/inspector.html', isLet: false },
  ])('lets $url through: $isLet', ({ url, isLet }) => {
    expect(standIn.session.lets(url)).toBe(isLet)
  })

  it('shows the inspector while developing', () => {
    expect(mayLoad('devtools://devtools/bundled/inspector.html', false)).toBe(true)
  })

  it('opens no window and asks about the link instead', () => {
    const { webContents } = openWindow()
    expect(webContents.clickLink('https://example.com/')).toBe('deny')
    expect(opened).toEqual(['https://example.com/'])
  })

  it.each([
    { event: 'will-navigate', details: { isMainFrame: true, url: 'https://example.com/' }, isStopped: true },
    { event: 'will-navigate', details: { isMainFrame: true, url: 'file:///C:/dropped.html' }, isStopped: true },
    { event: 'will-navigate', details: { isMainFrame: true, url: PAGE }, isStopped: false },
    { event: 'will-frame-navigate', details: { isMainFrame: false, url: 'https://example.com/' }, isStopped: true },
    { event: 'will-frame-navigate', details: { isMainFrame: false, url: 'blob:app://erp-checkup/0a1b' }, isStopped: true },
    { event: 'will-frame-navigate', details: { isMainFrame: false, url: 'about:blank' }, isStopped: false },
    { event: 'will-redirect', details: { url: PAGE }, isStopped: true },
    { event: 'will-attach-webview', details: {}, isStopped: true },
  ])('$event to $details.url is stopped: $isStopped', ({ event, details, isStopped }) => {
    const { webContents } = openWindow()
    const preventDefault = vi.fn()
    webContents.emit(event, { ...details, preventDefault })
    expect(preventDefault.mock.calls.length > 0).toBe(isStopped)
  })
})
