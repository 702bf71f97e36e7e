import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Serve, ServeEnd, ServeLink } from '#electron/core/serve-host.ts'
import { run } from '#electron/hosts/cli/run.ts'
import manifest from '../../../../package.json' with { type: 'json' }
import { clientOver } from '../loopback/serving.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')

describe('erp-checkup serve', () => {
  let folder = ''
  /** The built program with a page of its own, so that these tests ask for no built screens. */
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'))
    for (const path of ['package.json', 'build/bin', 'out/cli']) cpSync(join(root, path), join(folder, path), { recursive: true })
    mkdirSync(join(folder, 'out/app'))
    writeFileSync(join(folder, 'out/app/index.html'), '<!doctype html><title>app</title>')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  interface Started {
    readonly child: ChildProcess
    readonly link: URL
    readonly ended: Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>
  }

  async function start(...args: readonly string[]): Promise<Started> {
    const child = spawn(process.execPath, [join(folder, 'build/bin/erp-checkup.cjs'), 'serve', ...args], {
      env: { PATH: process.env.PATH, HOME: folder, LOCALAPPDATA: folder, SYSTEMROOT: process.env.SYSTEMROOT, DISPLAY: ':99' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    let stdout = ''
    let stderr = ''
    const said = Promise.withResolvers<void>()
    child.stdout.on('data', (text) => {
      stdout += String(text)
      if (stdout.includes('\n')) said.resolve()
    })
    child.stderr.on('data', (text) => {
      stderr += String(text)
    })
    const ended = once(child, 'close').then(([status]) => ({ status, stdout, stderr }))
    await Promise.race([said.promise, ended])
    return { child, link: new URL(stdout.trim() || 'none:'), ended }
  }

  it('prints the link alone, also into a pipe', async () => {
    const { child, link, ended } = await start()
    expect(link.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ status: process.platform === 'win32' ? null : 0, stdout: `${link.href}\n`, stderr: '' })
  })

  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops cleanly by %s', async (signal) => {
    const { child, ended } = await start()
    child.kill(signal)
    expect(await ended).toMatchObject({ status: 0, stderr: '' })
  })

  it('shows the page and answers calls of the core to the browser that brings the token', async () => {
    const { link } = await start()
    const asPage = { origin: link.origin, 'content-type': 'application/json' }
    const token = link.hash.replace('#token=', '')
    const exchanged = await fetch(`${link.origin}/session`, { method: 'POST', headers: asPage, body: JSON.stringify({ token }) })
    const { place } = JSON.parse(await exchanged.text())
    const cookie = exchanged.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const page = await fetch(link.origin + place, { headers: { cookie } })
    expect(await page.text()).toContain('<title>app</title>')
    const socket = new WebSocket(`ws://${link.host}${place}rpc`, { headers: { cookie, origin: link.origin } })
    onTestFinished(() => {
      socket.terminate()
    })
    await once(socket, 'open')
    const core = clientOver(socket)
    expect(await core.app.about({})).toMatchObject({ host: 'loopback', version: manifest.version, canElevate: false })
    expect((await core.cases.openSample({ sample: 'typical', language: 'en' })).checklists.length).toBeGreaterThan(0)
  })

  it.skipIf(process.platform !== 'linux')('keeps the token out of what other users can read of its process', async () => {
    const { child, link } = await start()
    const token = link.hash.replace('#token=', '')
    for (const name of ['cmdline', 'environ', 'comm']) expect(readFileSync(`/proc/${child.pid}/${name}`, 'latin1')).not.toContain(token)
  })

  it.skipIf(process.getuid?.() !== 0)('starts no browser as root, and leaves no file that leads to it', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('erp-checkup-'))
    const { link } = await start('--open')
    expect(link.hash).toContain('token=')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('erp-checkup-') && !before.includes(name))).toEqual([])
  })

  it('says in one line that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    const { ended } = await start('--port', String(port))
    expect(await ended).toEqual({
      status: 2,
      stdout: '',
      stderr: `erp-checkup: --port ${port}: another program uses this port; give another one, or leave the option out\n`,
    })
  })

  it('says in one line that the screens are not built', async () => {
    const page = join(folder, 'out/app/index.html')
    const text = readFileSync(page)
    rmSync(page)
    const { ended } = await start()
    const end = await ended
    writeFileSync(page, text)
    expect(end).toEqual({ status: 70, stdout: '', stderr: 'erp-checkup: the screens are not built; run: npm run prepare\n' })
  })

  it('asks for no package that may lie in a folder above', () => {
    const bundles = readdirSync(join(root, 'out/cli')).filter((name) => name.endsWith('.mjs'))
    const asking = bundles.filter((name) => /bufferutil|utf-8-validate/.test(readFileSync(join(root, 'out/cli', name), 'utf8')))
    expect([bundles.includes('serve.mjs'), asking]).toEqual([true, []])
  })
})

describe('serve', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'serve-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const url = 'http://127.0.0.1:8321/#token=AAAA'

  /** Runs the command before a host that only tells these links and ends like this. */
  async function runWith(argv: readonly string[], browsers: readonly ServeLink['browser'][], end: ServeEnd, isTerminal = true) {
    const terminal = fakeTerminal({ output: isTerminal, errors: isTerminal })
    const serve: Serve = async ({ onLink }) => {
      for (const browser of browsers) await onLink({ url, browser })
      return end
    }
    const status = await run(['serve', ...argv], testCore(folder), terminal, async () => serve)
    return { status, ...terminal.written }
  }

  const stopped = { kind: 'stopped', because: 'told-to' } as const

  it.each(['0', '65536', '-1', '80a', '1e3', '', '0x50', '999999'])('refuses %j as a port', async (port) => {
    expect(await runWith(['--port', port], [], stopped)).toMatchObject({
      status: 2,
      output: '',
      errors: `erp-checkup: --port: expected a number from 1 to 65535, not ${port === '' ? '""' : port}\n`,
    })
  })

  it('asks for the port and the browser that the arguments name', async () => {
    const asked: unknown[] = []
    const serve: Serve = async ({ port, open, language }) => {
      asked.push([port, open, language])
      return stopped
    }
    for (const argv of [[], ['--port', '1'], ['--port', '65535', '--open', '--lang', 'de']])
      expect(await run(['serve', ...argv], testCore(folder), fakeTerminal(), async () => serve)).toBe(0)
    expect(asked).toEqual([
      [null, false, 'en'],
      [1, false, 'en'],
      [65535, true, 'de'],
    ])
  })

  const links: readonly [readonly ServeLink['browser'][], string, string][] = [
    [['not-asked-for'], `${url}\n`, 'press Ctrl-C'],
    [['opened'], '', 'The browser was started.'],
    [['opened', 'never-came'], `${url}\n`, 'The browser did not open the page; open this link yourself:'],
    [['elevated'], `${url}\n`, 'A browser is not started with administrator rights'],
    [['no-browser'], `${url}\n`, 'There is no browser to start here'],
  ]
  it.each(links)('says what a person needs where the browser is %j', async (browsers, output, errors) => {
    const told = await runWith(['--open'], browsers, stopped)
    expect(told).toMatchObject({ status: 0, output, errors: expect.stringContaining(errors) })
    expect(told.errors.match(/To stop it/g)).toHaveLength(1)
    expect(await runWith(['--open', '--quiet'], browsers, stopped)).toEqual({ status: 0, output, errors: '' })
    expect(await runWith(['--open'], browsers, stopped, false)).toEqual({ status: 0, output, errors: '' })
  })

  const ends: readonly [ServeEnd, number, string][] = [
    [stopped, 0, 'Beendet.\n'],
    [{ kind: 'stopped', because: 'page-gone' }, 0, 'Beendet: Die Seite wurde geschlossen.\n'],
    [{ kind: 'stopped', because: 'never-opened' }, 0, 'Beendet: Zehn Minuten lang hat niemand den Link geöffnet.\n'],
    [{ kind: 'port-refused', port: 80, because: 'not-allowed' }, 2, 'erp-checkup: --port 80: dieses System erlaubt den Port nicht'],
    [{ kind: 'port-refused', port: 0, because: 'taken' }, 2, 'erp-checkup: dieses System hat keinen freien Port'],
    [{ kind: 'no-screens' }, 70, 'erp-checkup: die Bildschirmseiten sind nicht gebaut'],
  ]
  it.each(ends)('ends with the status and the line of %j', async (end, status, line) => {
    const told = await runWith(['--lang', 'de'], [], end)
    expect({ status: told.status, isSaid: told.errors.startsWith(line) }).toEqual({ status, isSaid: true })
  })

  it('ends in a fault of our own, with a log, where the host throws', async () => {
    const terminal = fakeTerminal()
    const serve: Serve = () => Promise.reject(new Error('broken'))
    expect(await run(['serve'], testCore(folder), terminal, async () => serve)).toBe(70)
    expect(terminal.written.errors).toMatch(/^erp-checkup: a fault of our own; the log is /)
    expect(existsSync(join(folder, 'erp-checkup'))).toBe(true)
  })
})
