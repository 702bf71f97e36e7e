import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '#electron/hosts/cli/run.ts'
import { createWorkplace, starter, type Workplace } from './command-line.ts'
import { fakeTerminal, testCore } from './fake-terminal.ts'

const GENERATED = /^[A-Za-z0-9][A-Za-z0-9._~-]{24}\n$/
const good = 'xK9.mP2~qL7_'

describe('password', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
  })
  afterAll(() => {
    place.remove()
  })

  const grade = (input: string | Uint8Array, ...more: readonly string[]) => {
    const { status, stdout, stderr } = place.run(['password', '--grade', ...more], { input })
    return { status, stdout, stderr }
  }

  it('makes one Best password, another each time, and says nothing else on a pipe', () => {
    const [one, other] = [place.run(['password']), place.run(['password'])]
    expect(one).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(GENERATED) })
    expect(other.stdout).toMatch(GENERATED)
    expect(other.stdout).not.toBe(one.stdout)
  })

  it.each([
    [['--length', '12'], 12],
    [['--length', '127'], 127],
    [['--for', 'windows', '--length', '127'], 127],
    [['--for', 'sql-server', '--length', '128'], 128],
    [['--for', 'erp', '--length=40'], 40],
    [['--for', 'erp', '--lang', 'de', '--quiet'], 25],
  ])('makes one for %j', (args, length) => {
    const { status, stdout, stderr } = place.run(['password', ...args])
    expect({ status, stderr, length: stdout.length }).toEqual({ status: 0, stderr: '', length: length + 1 })
  })

  it.each([
    [['--length', '11'], '--length: expected a whole number from 12 to 127 for every target, not 11'],
    [['--length', '128'], '--length: expected a whole number from 12 to 127 for every target, not 128'],
    [['--length', '128', '--for', 'windows'], '--length: expected a whole number from 12 to 127 for Windows, not 128'],
    [['--length', '129', '--for', 'sql-server'], '--length: expected a whole number from 12 to 128 for SQL Server, not 129'],
    [['--length', '128', '--for', 'erp'], '--length: expected a whole number from 12 to 127 for an ERP, not 128'],
    [['--length', '25.5'], '--length: expected a whole number from 12 to 127 for every target, not 25.5'],
    [['--length', '1e2'], '--length: expected a whole number from 12 to 127 for every target, not 1e2'],
    [['--length', '-30'], '--length: expected a whole number from 12 to 127 for every target, not -30'],
    [['--length', ''], '--length: expected a whole number from 12 to 127 for every target, not ""'],
    [['--length', '9'.repeat(20)], `--length: expected a whole number from 12 to 127 for every target, not ${'9'.repeat(20)}`],
    [['--length'], 'option --length needs a value – type: erp-checkup password --help'],
    [['--for', 'oracle'], '--for: expected one of windows, sql-server, erp, not oracle'],
    [['--grade', '--length', '30'], '--length is for making a password; leave it out with --grade'],
    [['--lenght', '30'], 'unknown option --lenght; did you mean --length? Type: erp-checkup password --help'],
  ])('refuses %j in one line', (args, line) => {
    expect(place.run(['password', ...args], { input: good })).toMatchObject({ status: 2, stdout: '', stderr: `erp-checkup: ${line}\n` })
  })

  it('refuses in German', () => {
    expect(place.run(['password', '--length', '8', '--lang', 'de'])).toMatchObject({
      status: 2,
      stderr: 'erp-checkup: --length: erwartet wird eine ganze Zahl von 12 bis 127 für jedes Ziel, nicht 8\n',
    })
  })

  it.each([[['CANARY-1a']], [['--grade', 'CANARY-1a']], [['--grade=CANARY-1a']], [['-CANARY-1a']]])(
    'does not repeat a password that is given as an argument: %j',
    (args) => {
      expect(place.run(['password', ...args], { input: good })).toMatchObject({
        status: 2,
        stdout: '',
        stderr:
          'erp-checkup: a password is never an argument, where others can see it; type: erp-checkup password --grade, then enter it\n',
      })
    },
  )

  it('grades what it made itself as Good: where it comes from cannot be seen', () => {
    const { stdout } = place.run(['password'])
    expect(grade(stdout)).toEqual({
      status: 0,
      stderr: '',
      stdout:
        'Grade: Good\n  - not Best: only a password made by a generator is known to be random\n  - Good only as long as no other login has it: this cannot be seen here\n',
    })
  })

  it('says why a password is weak and what to do', () => {
    expect(grade('Sommer24\n', '--for', 'sql-server')).toMatchObject({ status: 1, stderr: '' })
    const { stdout } = grade('Sommer24\n', '--for', 'sql-server')
    expect(stdout).toMatch(/^Grade: Weak\n {2}- it has 8 characters; at least 12 are needed\n {2}- it has no special character, such as/)
    expect(stdout).toContain('part of it is a word or a name')
    expect(stdout).toMatch(/\nWhat to do: set a new one, made by: erp-checkup password --for sql-server\n$/)
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  it.each([
    ['a line break of Windows', `${good}\r\n`, 0],
    ['none', good, 0],
    ['a second line', `${good}\nshort\n`, 0],
    ['a byte order mark', `\uFEFF${good}\n`, 0],
    ['words', 'Tr0ub4dour&3\n', 1],
    ['letters of another script', 'Grün.пароль.42x\n', 0],
  ])('grades the first line of input with %s', (_name, input, status) => {
    expect(grade(input, '--quiet').status).toBe(status)
  })

  it('holds the limit of a target against a password', () => {
    const long = place.run(['password', '--length', '128', '--for', 'sql-server']).stdout
    expect(grade(long, '--for', 'sql-server').status).toBe(0)
    expect(grade(long, '--for', 'erp').status).toBe(0)
    expect(grade(long, '--for', 'windows')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('- it has 128 characters; Windows takes at most 127\n'),
    })
  })

  it('gives the result alone when told to be quiet, and speaks German', () => {
    expect(grade(good, '--quiet')).toEqual({ status: 0, stdout: 'Grade: Good\n', stderr: '' })
    expect(grade(`${good}\n`, '--lang', 'de').stdout).toMatch(/^Bewertung: Gut\n {2}- nicht „Bestens“/)
    expect(grade('kurz', '--lang', 'de', '-q')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('- es hat 4 Zeichen; mindestens 12 sind nötig\n'),
    })
  })

  it.each([
    ['nothing', '', 'expected one password on one line, but there is none'],
    ['an empty line', '\n', 'expected one password on one line, but there is none'],
    [
      'UTF-16',
      Buffer.from(`\uFEFF${good}\r\n`, 'utf16le'),
      'expected UTF-8, but this is UTF-16 or no text; type the password at the prompt of: erp-checkup password --grade',
    ],
    [
      'another encoding',
      Buffer.from('Grün.Bäume.42', 'latin1'),
      'expected UTF-8, but this is another encoding; type the password at the prompt of: erp-checkup password --grade',
    ],
    ['a control character', 'xK9.mP2\u001B~qL7_', 'expected a password that can be typed, but this holds control characters'],
    ['a megabyte', 'aB3.'.repeat(250_000), 'expected one password on one line, but the line is longer than any login takes'],
  ])('refuses %s in one line', (_name, input, reason) => {
    expect(grade(input)).toEqual({ status: 2, stdout: '', stderr: `standard input: ${reason}\n` })
  })

  it('shows, writes and logs nothing of what it grades', () => {
    for (const canary of ['CANARY', 'CANARY-7-schwer.zu.raten', 'CANARY\u0007x']) {
      const { stdout, stderr } = grade(canary)
      expect(stdout + stderr).not.toContain('CANARY')
    }
    expect(readdirSync(place.folder)).toEqual([])
  })

  it('helps in both languages, with exit status and examples', () => {
    const english = place.run(['password', '--help']).stdout
    for (const part of ['--length <N>', '--for <TARGET>', '--grade', '127', '128', 'Exit status:', 'Examples:', 'Weak']) {
      expect(english).toContain(part)
    }
    expect(place.run(['help', 'password', '--lang', 'de']).stdout).toMatch(
      /Aufruf: erp-checkup password[\s\S]+Rückgabewert:[\s\S]+Beispiele:/,
    )
  })

  it('loads the word lists only to grade, from a file of their own', () => {
    const lists = join(starter, '..', '..', '..', 'out', 'cli', 'strength-worker.mjs')
    expect(readFileSync(lists, 'utf8')).toContain('passwords-common')
    const hook = join(place.folder, 'hook.mjs')
    writeFileSync(
      hook,
      `import { registerHooks } from 'node:module'\nregisterHooks({ load(url, context, next) { if (/strength|generate-/.test(url)) throw new Error('loaded ' + url); return next(url, context) } })\n`,
    )
    const run = (...args: readonly string[]) => place.run(args, { nodeArguments: ['--import', hook] })
    for (const args of [['--version'], ['--help'], ['samples'], ['password', '--help']]) expect(run(...args)).toMatchObject({ status: 0 })
    expect(run('password')).toMatchObject({ status: 70 })
  })
})

describe('password on a terminal', () => {
  it('says after making one what to do with it, unless told to be quiet', async () => {
    for (const [args, remark] of [
      [['password'], 'Put it into the password manager now, and use it for one login only: it is kept nowhere.\n'],
      [['password', '-q'], ''],
    ] as const) {
      const terminal = fakeTerminal({ output: true, errors: true })
      expect(await run(args, testCore('/nowhere'), terminal)).toBe(0)
      expect(terminal.written).toEqual({ output: expect.stringMatching(GENERATED), errors: remark })
    }
  })

  it('says what the system has against reading', async () => {
    const failing = Object.assign(new Error('read'), { code: 'EIO', syscall: 'read' })
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(failing) }) }
    const terminal = fakeTerminal()
    expect(await run(['password', '--grade'], testCore('/nowhere', { standardInput: { isTerminal: false, chunks } }), terminal)).toBe(2)
    expect(terminal.written.errors).toBe('standard input: expected a password, but the system says EIO\n')
  })

  it.skipIf(process.platform !== 'linux')('does not show what is typed', () => {
    const place = createWorkplace()
    const typed = (keys: string): string =>
      place.shell(
        `mkfifo keys; script -qec '"${process.execPath}" "${starter}" password --grade' typescript <keys >shown & exec 3>keys
until grep -q 'not shown' shown; do :; done; printf '${keys}' >&3; wait $!; cat shown`,
      ).stdout
    expect(typed('xK9.mP2~qLL\\b7_\\r').replaceAll('\r', '')).toMatch(/^Password \(it is not shown\): \nGrade: Good\n {2}- not Best/)
    place.remove()
  })
})
