import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkplace, type Workplace } from './command-line.ts'

/** Each kind of file, with the command that reads it as FILE. */
const kinds = {
  snapshot: { args: ['check', 'FILE'], good: 'samples/typical/snapshot.json', required: 'collectedAt' },
  profile: { args: ['check', '--sample', 'typical', '--profile', 'FILE'], good: 'samples/typical/profile.json', required: 'organization' },
  answers: { args: ['check', '--sample', 'typical', '--answers', 'FILE'], good: 'samples/typical/answers.json', required: 'credentials' },
  'profile of a collection': { args: ['collect', '--profile', 'FILE'], good: 'samples/typical/profile.json', required: 'organization' },
  'snapshot of a comparison': {
    args: ['diff', 'samples/typical/snapshot.json', 'FILE'],
    good: 'samples/typical/snapshot.json',
    required: 'collectedAt',
  },
  'checkup of a comparison': { args: ['diff', 'FILE', 'checkup.json'], good: 'checkup.json', required: 'items' },
} as const

type Kind = keyof typeof kinds

const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 104_729) % 256)

/** How each good file is broken, and what the one line then says behind the file's name. */
const faults: readonly [string, (text: string, required: string) => string | Uint8Array, (kind: Kind, required: string) => RegExp][] = [
  ['empty', () => '', () => /^\$: expected JSON, but the file is empty$/],
  ['blank', () => ' \n\t', () => /^\$: expected JSON, but the file is empty$/],
  ['with a byte order mark', (text) => `\uFEFF${text}`, () => /^\$: expected UTF-8 without a byte order mark: .*UTF-8 without BOM"$/],
  [
    'in UTF-16 with a mark',
    (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
    () => /^\$: expected UTF-8, but this is UTF-16: .*without BOM"$/,
  ],
  ['in UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le'), () => /^\$: expected UTF-8, but this is UTF-16: /],
  ['in UTF-16, high byte first', (text) => Buffer.from(text, 'utf16le').swap16(), () => /^\$: expected UTF-8, but this is UTF-16: /],
  [
    'in another code page',
    (text) => Buffer.from(text.replace('{', '{"ä":1,'), 'latin1'),
    () => /^\$: expected UTF-8 text, but this is none$/,
  ],
  ['of noise', () => noise, () => /^\$: expected UTF-8 text, but this is none$/],
  ['of zero bytes', () => new Uint8Array(1000), () => /^\$: expected JSON text, but this holds zero bytes$/],
  ['cut short', (text) => text.slice(0, text.length / 2), () => /^\$: expected JSON, but it does not parse/],
  [
    'cut inside a character',
    (text) => Buffer.from(`${text.trimEnd()}ü`).subarray(0, -1),
    () => /^\$: expected UTF-8, but the file is cut short$/,
  ],
  ['with a text behind it', (text) => `${text}}`, () => /^\$: expected JSON, but it does not parse/],
  ['that nests too deep', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`, () => /^\$: expected /],
  ['that is a list', (text) => `[${text}]`, () => /^\$: expected an object/],
  ['that is null', () => 'null', () => /^\$: expected an object/],
  ['without a schema', (text) => text.replace('"schema"', '"scheme"'), () => /^\$\.schema: expected "erp-sync-checkup\/[a-z]+@1"/],
  [
    'of a newer version',
    (text) => text.replace('@1"', '@2"'),
    () => /^\$\.schema: expected "erp-sync-checkup\/[a-z]+@1" or older; .*newer version/,
  ],
  [
    'of another format',
    (text) => text.replace(/erp-sync-checkup\/[a-z]+@1/, 'erp-sync-checkup/certificate@1'),
    () => /^\$\.schema: expected "erp-sync-checkup\//,
  ],
  [
    'without what it needs',
    (text, required) => text.replace(`"${required}"`, `"no-${required}"`),
    (_kind, required) => new RegExp(`^\\$\\.${required}: expected `),
  ],
  [
    'with a wrong type',
    (text, required) => JSON.stringify({ ...JSON.parse(text), [required]: 42 }),
    (_kind, required) => new RegExp(`^\\$\\.${required}: expected `),
  ],
]

describe('a file', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
    place.run(['check', '--sample', 'typical', '--out', 'checkup.json'])
  })
  afterAll(() => {
    place.remove()
  })

  const argsFor = (kind: Kind, file: string): string[] => kinds[kind].args.map((word) => (word === 'FILE' ? file : word))

  function expectOneLine(args: readonly string[], line: RegExp, name = 'broken.json'): void {
    const { status, stdout, stderr } = place.run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.startsWith(`${name}: `)).toBe(true)
    expect(stderr.endsWith('\n')).toBe(true)
    const rest = stderr.slice(name.length + 2, -1)
    expect(rest).toMatch(line)
    expect(rest).not.toMatch(/\n|\bat .*:\d+:\d+|Error:/)
  }

  describe.each(Object.keys(kinds) as Kind[])('(%s)', (kind) => {
    const { good, required } = kinds[kind]

    it.each(faults)('%s is refused in one line', (_name, breakIt, line) => {
      writeFileSync(join(place.folder, 'broken.json'), breakIt(readFileSync(join(place.folder, good), 'utf8'), required))
      expectOneLine(argsFor(kind, 'broken.json'), line(kind, required))
    })

    it('that is absent or a folder is refused in one line', () => {
      mkdirSync(join(place.folder, 'folder'), { recursive: true })
      expectOneLine(argsFor(kind, 'none.json'), /^expected a file, but there is none of this name$/, 'none.json')
      const line =
        kind === 'snapshot'
          ? /^expected snapshots \(\*\.json\) in this folder, but there are none$/
          : /^expected a file, but this is a folder$/
      expectOneLine(argsFor(kind, 'folder'), line, 'folder')
    })

    it('that is far too large is refused without being read', () => {
      writeFileSync(join(place.folder, 'huge.json'), '')
      truncateSync(join(place.folder, 'huge.json'), 8 * 1024 * 1024 * 1024)
      expectOneLine(argsFor(kind, 'huge.json'), /^expected no more than 128 MiB$/, 'huge.json')
    })

    it.runIf(process.platform === 'linux')('that is a device or a pipe is refused at once', () => {
      execFileSync('mkfifo', ['-m', '600', join(place.folder, `pipe-${required}`)], { stdio: 'ignore' })
      execFileSync('rm', ['-f', join(place.folder, 'pipe')])
      execFileSync('mv', [join(place.folder, `pipe-${required}`), join(place.folder, 'pipe')])
      expectOneLine(argsFor(kind, 'pipe'), /^expected a regular file, but this is a device or a pipe$/, 'pipe')
      expectOneLine(argsFor(kind, '/dev/zero'), /^expected a regular file, but this is a device or a pipe$/, '/dev/zero')
    })
  })

  it('whose name steers a terminal is named so that it does not', () => {
    expectOneLine(
      ['check', 'a\u001B]0;x\u0007\r\n\u202Eb.json'],
      /^expected a file, but there is none of this name$/,
      'a[U+001B]]0;x[U+0007] [U+202E]b.json',
    )
  })

  it('with a value that steers a terminal is refused without it', () => {
    writeFileSync(join(place.folder, 'broken.json'), JSON.stringify({ schema: '\u001B[31m\u202Eevil' }))
    const { status, stderr } = place.run(['check', 'broken.json'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^broken\.json: \$\.schema: expected [^\p{Cc}\u202E]+\n$/u)
  })

  it('of each kind is refused by its kind when two kinds are compared', () => {
    expect(place.run(['diff', 'samples/typical/snapshot.json', 'checkup.json'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'erp-checkup: samples/typical/snapshot.json is a snapshot and checkup.json is a checkup; expected two snapshots or two checkups\n',
    })
    expect(place.run(['diff', 'checkup.json', 'samples/typical/profile.json'])).toMatchObject({
      status: 2,
      stderr: 'samples/typical/profile.json: $.schema: expected a snapshot or a checkup, but this is a profile file\n',
    })
  })

  describe('on standard input', () => {
    it.each([
      ['nothing', '', /^standard input: \$: expected JSON, but the file is empty\n$/],
      ['noise', noise, /^standard input: \$: expected UTF-8 text, but this is none\n$/],
      ['more than it takes', Buffer.alloc(129 * 1024 * 1024, 0x20), /^standard input: expected no more than 128 MiB\n$/],
    ])('of %s is refused in one line', (_name, input, line) => {
      const { status, stdout, stderr } = place.run(['check', '-'], { input })
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(line)
    })
  })
})
