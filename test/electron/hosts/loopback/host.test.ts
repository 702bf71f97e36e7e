import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { ServeLink } from '#electron/core/serve-host.ts'
import { runHost } from '#electron/hosts/loopback/host.ts'
import { usualLimits } from '#electron/hosts/loopback/limits.ts'
import { findOpener, type Opener } from '#electron/hosts/loopback/opener.ts'
import { connectTo, exchange, openedSocket, screens, signIn, smallRouter, startHost } from './serving.ts'

describe('loopback host', () => {
  it('tells a link to 127.0.0.1 whose token stands in the fragment', async () => {
    const { links, port, token } = await startHost()
    expect(links).toEqual([{ url: `http://127.0.0.1:${port}/#token=${token}`, browser: 'not-asked-for' }])
    expect(token).toMatch(/^[\w-]{43}$/)
  })

  it('listens on the port that it was given', async () => {
    const first = await startHost()
    const { port } = first
    await first.stop()
    expect((await startHost({ port })).port).toBe(port)
  })

  it('says that a port is taken, whoever has it', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    const request = {
      port,
      open: false,
      language: 'en',

      onLink: async () => undefined,
      noteFault: () => undefined,
    } as const
    const parts = { screens, router: smallRouter(), limits: usualLimits, opener: null, isElevated: false, noteFault: () => undefined }
    expect(await runHost({ ...request, signal: new AbortController().signal }, parts)).toEqual({
      kind: 'port-refused',
      port,
      because: 'taken',
    })
  })

  it('stops when it is told to, with pages and connections open', async () => {
    const serving = await startHost()
    const socket = await openedSocket(serving, await signIn(serving))
    const idle = connectTo(serving.port)
    await once(idle, 'connect')
    const closed = once(socket, 'close')
    expect(await serving.stop()).toEqual({ kind: 'stopped', because: 'told-to' })
    expect((await closed)[0]).toBe(1001)
    await expect(exchange(serving.port, serving.token)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('stops although a page does not say goodbye', async () => {
    const serving = await startHost({ limits: { goodbyeMs: 100 } })
    const socket = await openedSocket(serving, await signIn(serving))
    socket.pause()
    expect(await serving.stop()).toEqual({ kind: 'stopped', because: 'told-to' })
  })

  it('stops when the link could not be told', async () => {
    const told = { port: null, open: false, language: 'en' } as const
    const parts = { screens, router: smallRouter(), limits: usualLimits, opener: null, isElevated: false, noteFault: () => undefined }
    const onLink = () => Promise.reject(new Error('the drive is full'))
    await expect(runHost({ ...told, signal: new AbortController().signal, onLink }, parts)).rejects.toThrow('the drive is full')
  })

  it('stops when it was told to before it listened', async () => {
    const request = { port: null, open: false, language: 'en', onLink: async () => undefined } as const
    const parts = { screens, router: smallRouter(), limits: usualLimits, opener: null, isElevated: false, noteFault: () => undefined }
    expect(await runHost({ ...request, signal: AbortSignal.abort() }, parts)).toEqual({ kind: 'stopped', because: 'told-to' })
  })

  it('stops when nobody opens the link', async () => {
    const { end } = await startHost({ limits: { tokenMs: 50 } })
    expect(await end).toEqual({ kind: 'stopped', because: 'never-opened' })
  })

  it('stops when its last page is gone', async () => {
    const serving = await startHost({ limits: { goneMs: 50 } })
    const socket = await openedSocket(serving, await signIn(serving))
    socket.close()
    expect(await serving.end).toEqual({ kind: 'stopped', because: 'page-gone' })
  })

  it('does not take the first page for gone while its link is still waiting', async () => {
    const { end } = await startHost({ limits: { goneMs: 10, tokenMs: 200 } })
    expect(await end).toEqual({ kind: 'stopped', because: 'never-opened' })
  })
})

describe.skipIf(process.platform === 'win32')('hand-over to the browser', () => {
  let folder = ''
  /** notes down how it was started and copies the file that it got */
  const recorder = (more = ''): Opener => ({
    program: '/bin/sh',
    argumentsFor: (file) => ['-c', `printf '%s' "$0" > '${join(folder, 'argument')}'; cp -p "$0" '${join(folder, 'page')}'; ${more}`, file],
  })
  const recorded = async (name: string): Promise<string> => {
    await expect.poll(() => existsSync(join(folder, 'page')) && readFileSync(join(folder, name), 'utf8')).toBeTruthy()
    return readFileSync(join(folder, name), 'utf8')
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'handover-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('gives a program the name of a file, never the token', async () => {
    const { token, links } = await startHost({ open: true, opener: recorder() })
    const file = await recorded('argument')
    expect(file).not.toContain(token)
    expect(links).toMatchObject([{ browser: 'opened' }])
    expect(await recorded('page')).toContain(`url=${links[0]?.url}"`)
  })

  it('keeps the file from every other user, and removes it once the page came', async () => {
    const serving = await startHost({ open: true, opener: recorder() })
    const file = await recorded('argument')
    expect([statSync(file).mode & 0o777, statSync(dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    await signIn(serving)
    await expect.poll(() => existsSync(dirname(file))).toBe(false)
    expect(serving.links).toHaveLength(1)
  })

  it('removes the file when its time is over, and tells the link to the person', async () => {
    const serving = await startHost({ open: true, opener: recorder(), limits: { handoverMs: 300 } })
    const file = await recorded('argument')
    expect(await serving.nextLink()).toEqual({ url: serving.links[0]?.url, browser: 'never-came' })
    expect(existsSync(dirname(file))).toBe(false)
    expect(await exchange(serving.port, serving.token)).toMatchObject({ status: 200 })
  })

  it('tells the link at once when the program says that it failed', async () => {
    const serving = await startHost({ open: true, opener: recorder('exit 3') })
    if (serving.links.length < 2) await serving.nextLink()
    expect(serving.links.map(({ browser }) => browser)).toEqual(['opened', 'never-came'])
  })

  it('tells the link no second time where the browser was faster than the terminal', async () => {
    const told: string[] = []
    const parts = { screens, router: smallRouter(), opener: recorder(), isElevated: false, noteFault: () => undefined }
    const limits = { ...usualLimits, handoverMs: 1, tokenMs: 500 }
    const onLink = async ({ url, browser }: ServeLink) => {
      told.push(browser)
      const { port, hash } = new URL(url)
      expect(await exchange(Number(port), hash.replace('#token=', ''))).toMatchObject({ status: 200 })
    }
    await runHost({ port: null, open: true, language: 'en', onLink, signal: new AbortController().signal }, { ...parts, limits })
    expect(told).toEqual(['opened'])
  })

  it('removes the file when it is told to stop', async () => {
    const serving = await startHost({ open: true, opener: recorder() })
    const file = await recorded('argument')
    await serving.stop()
    expect(existsSync(dirname(file))).toBe(false)
  })

  const refused: readonly [string, Parameters<typeof startHost>[0], string][] = [
    ['there is no program for it', { opener: null }, 'no-browser'],
    ['the program cannot be started', { opener: { program: '/nowhere/xdg-open', argumentsFor: (file) => [file] } }, 'no-browser'],
    ['this process has administrator rights', { opener: { program: '/bin/false', argumentsFor: () => [] }, isElevated: true }, 'elevated'],
  ]
  it.each(refused)('does not happen where %s', async (_name, options, browser) => {
    const { links } = await startHost({ open: true, ...options })
    expect(links).toMatchObject([{ browser }])
  })
})

describe('program that opens a file', () => {
  const file = 'C:\\Users\\a b\\x.html'
  const systems: readonly [string, NodeJS.Platform, NodeJS.ProcessEnv, unknown][] = [
    ['Windows', 'win32', { SystemRoot: 'C:\\Windows' }, ['C:\\Windows\\System32\\rundll32.exe', 'url.dll,FileProtocolHandler', file]],
    ['Windows on another drive', 'win32', { SYSTEMROOT: 'D:\\W' }, ['D:\\W\\System32\\rundll32.exe', 'url.dll,FileProtocolHandler', file]],
    ['a Windows that does not say where it is', 'win32', {}, null],
    ['a folder on the way as a Windows', 'win32', { SystemRoot: '.' }, null],
    ['macOS', 'darwin', {}, ['/usr/bin/open', file]],
    ['a Linux without a desktop', 'linux', { PATH: '/usr/bin', DISPLAY: '' }, null],
  ]
  it.each(systems)('is found by its whole path on %s', (_name, platform, environment, expected) => {
    const opener = findOpener(platform, environment)
    expect(opener === null ? null : [opener.program, ...opener.argumentsFor(file)]).toEqual(expected)
  })

  it.skipIf(!existsSync('/usr/bin/xdg-open'))('is the one of the desktop on Linux, whatever the search path says', () => {
    for (const environment of [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }])
      expect(findOpener('linux', { ...environment, PATH: '/tmp/evil' })?.program).toBe('/usr/bin/xdg-open')
  })
})
