import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JudgedFile } from '#electron/core/portfolio/messages.ts'
import { unreadFile } from '#electron/core/portfolio/unread-file.ts'
import { run } from '#electron/hosts/cli/run.ts'
import { readCheckup } from '#shared/formats/reader.ts'
import { sampleIds } from '#shared/samples/index.ts'
import { createWorkplace, starter, type Workplace } from './command-line.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const NOW = ['--now', '2026-11-18T00:00:00Z']
const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 256)

describe('check of several snapshots', () => {
  let place: Workplace
  const file = (...parts: readonly string[]): string => join(place.folder, ...parts)
  const snapshot = (id: string): string => readFileSync(file('samples', id, 'snapshot.json'), 'utf8')
  const check = (...args: readonly string[]) => place.run(['check', ...args, ...NOW])

  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
    mkdirSync(file('broken', 'x.json'), { recursive: true })
    const faults: { readonly [name: string]: string | Uint8Array } = {
      empty: '',
      cut: snapshot('typical').slice(0, 3000),
      newer: snapshot('typical').replace('snapshot@1', 'snapshot@2'),
      noise,
      'utf-16': Buffer.from(`\uFEFF${snapshot('typical')}`, 'utf16le'),
      '=cmd|x': '{}',
    }
    for (const [name, text] of Object.entries(faults)) writeFileSync(file('broken', `${name}.json`), text)
    writeFileSync(file('broken', 'x.json', 'good.json'), snapshot('well-kept'))
  })
  afterAll(() => {
    place.remove()
  })

  it('prints one row for each, worst first', () => {
    const { status, stdout, stderr } = check('samples')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    for (const id of sampleIds) expect(stdout).toContain(join('samples', id, 'snapshot.json'))
    const words = [...stdout.matchAll(/^(Gaps found|Incomplete|Good|Best) /gm)].map((match) => match[1])
    expect(words).toHaveLength(sampleIds.length)
    expect(words.toSorted((one, other) => ORDER.indexOf(one ?? '') - ORDER.indexOf(other ?? ''))).toEqual(words)
  })

  const ORDER = ['Gaps found', 'Incomplete', 'Good', 'Best']

  it.each<[string, readonly string[], number]>([
    ['nothing fails and nothing is open', ['well-kept', 'well-kept'], 0],
    ['something is open', ['well-kept', 'not-elevated'], 3],
    ['something fails', ['well-kept', 'not-elevated', 'typical'], 1],
  ])('ends with the status of the worst server where %s', (_name, ids, status) => {
    mkdirSync(file('status'), { recursive: true })
    const names = ids.map((id, index) => {
      cpSync(file('samples', id), file('status', `${status}-${index}`), { recursive: true })
      return join('status', `${status}-${index}`)
    })
    expect(place.run(['check', ...names, '--now', '2026-11-19T06:00:00Z'])).toMatchObject({ status, stderr: '' })
  })

  it('loses no other row to a broken file, names each in one line, and ends with 2', () => {
    const { status, stdout, stderr } = check('broken', 'samples')
    expect(status).toBe(2)
    const lines = stderr.split('\n').slice(0, -1)
    expect(lines.map((line) => line.split(': ')[0])).toEqual(
      ['=cmd|x', 'cut', 'empty', 'newer', 'noise', 'utf-16'].map((name) => join('broken', `${name}.json`)),
    )
    for (const line of lines) expect(line).toMatch(/: expected /)
    expect(stdout.match(/^Not readable {2}/gm)).toHaveLength(6)
    expect(stdout).toMatch(new RegExp(`^${sampleIds.length + 1} servers: .*\n6 files could not be read`, 'm'))
    expect(stdout).toContain(join('broken', 'x.json', 'good.json'))
  })

  it('gives a JSON array of checkups in the order of the arguments', () => {
    const names = ['german', 'typical', 'well-kept'].map((id) => join('samples', id))
    const { status, stdout, stderr } = check(...names, '--format', 'json')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    const checkups: unknown[] = JSON.parse(stdout)
    expect(`${JSON.stringify(checkups, null, 2)}\n`).toBe(stdout)
    for (const [index, name] of names.entries()) {
      const own = ['profile', 'answers'].flatMap((part) => [`--${part}`, join(name, `${part}.json`)])
      expect(checkups[index]).toEqual(JSON.parse(check(join(name, 'snapshot.json'), ...own, '--format', 'json').stdout))
      expect(readCheckup(JSON.stringify(checkups[index])).ok).toBe(true)
    }
  })

  it('leaves what is broken out of the JSON and says so', () => {
    const { status, stdout, stderr } = check('broken', '--format', 'json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toHaveLength(1)
    expect(stderr.match(/\n/g)).toHaveLength(6)
    expect(check('broken/cut.json', 'broken/empty.json', '--format', 'json')).toMatchObject({ status: 2, stdout: '[]\n' })
  })

  it.each([
    ['servers.json', '[\n  {'],
    ['servers.csv', '\uFEFF"file"'],
    ['servers.html', '<!doctype html>'],
    ['servers.txt', 'ERP Sync Security Checkup: all servers\n'],
  ])('writes %s, for the user alone, as it writes to a pipe', (name, start) => {
    expect(check('samples', '--out', name)).toMatchObject({ status: 1, stdout: `Saved ${name}.\n`, stderr: '' })
    const text = readFileSync(file(name), 'utf8')
    expect(text.startsWith(start)).toBe(true)
    const format = name.endsWith('.txt') ? 'table' : (name.split('.')[1] ?? '')
    expect(check('samples', '--format', format).stdout).toBe(text)
    if (process.platform !== 'win32') expect(statSync(file(name)).mode & 0o777).toBe(0o600)
    expect(readdirSync(place.folder).filter((each) => each.endsWith('.tmp'))).toEqual([])
  })

  it('says where it cannot write, with the rest of what it has to say', () => {
    for (const name of ['servers.json', 'servers.html']) {
      const { status, stdout, stderr } = check('broken', '--out', join('none', name))
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain(`${join('none', name)}: expected a folder that exists: make it first\n`)
    }
  })

  it('takes a single folder for a portfolio and a single file for one server', () => {
    expect(check('samples/typical').stdout).toMatch(/^ERP Sync Security Checkup: all servers\n\n1 server: /)
    expect(check('samples/typical/snapshot.json').stdout).toMatch(/^ERP Sync Security Checkup\n/)
  })

  it('takes what a shell makes of *.json', () => {
    const names = ['snapshot', 'profile', 'answers'].map((part) => `samples/typical/${part}.json`)
    expect(check(...names).stdout).toBe(check('samples/typical').stdout)
  })

  it('refuses a profile that cannot be read before it judges anything', () => {
    expect(check('samples', '--profile', 'broken/cut.json')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^broken\/cut\.json: \$: expected JSON[^\n]*\n$/),
    })
  })

  it('speaks German to people and English to machines', () => {
    const german = check('broken', 'samples', '--lang', 'de')
    expect(german.stdout).toContain('6 Dateien waren nicht lesbar')
    expect(german.stdout).toContain('Lücken gefunden')
    expect(german.stdout).not.toMatch(/\{\{|report\//)
    const json = (language: string): string => check('samples', '--lang', language, '--format', 'json').stdout
    expect(json('de')).toBe(json('en'))
  })

  it('starts no formula and no terminal command with a name', () => {
    const hostile = JSON.parse(snapshot('typical'))
    hostile.probes.host.facts.name = '=HYPERLINK("x")\u001B[2J\u202E'
    mkdirSync(file('hostile'), { recursive: true })
    writeFileSync(file('hostile', '@SUM(1).json'), JSON.stringify(hostile))
    const csv = check('hostile', '--format', 'csv').stdout
    expect(csv).toContain(`"'=HYPERLINK(""x"")[U+001B][2J[U+202E]"`)
    expect(check('hostile').stdout).not.toMatch(/\u001B|\u202E/)
  })

  it.each(['table', 'json', 'csv', 'html'])('gives the same bytes as %s in every time zone and language of the machine', (format) => {
    const environments = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    ]
    const [one, other] = environments.map((env) => place.run(['check', 'samples', 'broken', '--format', format, ...NOW], { env }))
    expect(one).toEqual(other)
  })

  it.skipIf(process.platform === 'win32')('ends quietly when the reader of its output is gone', () => {
    const line = `erp check samples --format json ${NOW.join(' ')} | head -c 20 >/dev/null; echo $PIPESTATUS`
    expect(place.shell(line)).toMatchObject({ stdout: '1\n', stderr: '' })
  })

  it('tells a fault of our own after everything else, and ends with 70', async () => {
    const core = testCore(place.logs)
    const fault = Object.assign(new Error('broken'), { checkId: 'sql-read-only' })
    async function* judge(): AsyncGenerator<JudgedFile> {
      yield { ...unreadFile('a.json', 'a.json: a fault of our own'), fault }
      yield unreadFile('b.json', 'b.json: expected JSON')
    }
    const terminal = fakeTerminal()
    const paths = [file('samples', 'typical'), file('samples', 'german')]
    expect(await run(['check', ...paths], { ...core, portfolio: { ...core.portfolio, judge } }, terminal)).toBe(70)
    expect(terminal.written.output).toMatch(/^Not readable {2}b\.json$/m)
    expect(terminal.written.errors).toMatch(
      /^a\.json: a fault of our own\nb\.json: expected JSON\nerp-checkup: a fault of our own in the check sql-read-only: [^\n]+\n$/,
    )
  })

  it('shows a person who watches how far it is, and wipes that away', async () => {
    const terminal = fakeTerminal({ errors: true, output: true })
    const paths = [file('samples', 'typical'), file('samples', 'german')]
    expect(await run(['check', ...paths, ...NOW], testCore(place.logs), terminal)).toBe(1)
    const shown = terminal.written.errors.split('\r\u001B[K')
    expect(shown).toEqual(['', 'Judging snapshots: 1 of 2', 'Judging snapshots: 2 of 2', ''])
    expect(terminal.written.output).toMatch(/\n\nEverything about one server: erp-checkup check FILE\n$/)
    const quiet = fakeTerminal({ errors: true, output: true })
    await run(['check', ...paths, ...NOW, '--quiet'], testCore(place.logs), quiet)
    expect(quiet.written.errors).toBe('')
    expect(quiet.written.output).not.toContain('Everything about')
  })

  it.skipIf(process.platform === 'win32')('leaves nothing behind when it is told to end', async () => {
    mkdirSync(file('long'))
    for (let index = 0; index < 400; index += 1) cpSync(file('samples', 'typical', 'snapshot.json'), file('long', `s${index}.json`))
    const child = spawn(process.execPath, [starter, 'check', 'long', '--out', 'long.json'], { cwd: place.folder, stdio: 'ignore' })
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.on('close', (_status, signal) => resolve(signal))
    })
    const temporary = (): string[] => readdirSync(place.folder).filter((name) => name.endsWith('.tmp'))
    while (temporary().length === 0) await new Promise((resolve) => setImmediate(resolve))
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
    expect([temporary(), readdirSync(place.folder).includes('long.json')]).toEqual([[], false])
  })
})
