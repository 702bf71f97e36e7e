import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import manifest from '../../../../package.json' with { type: 'json' }
import { createWorkplace, type Workplace } from './command-line.ts'

describe('erp-checkup', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
  })
  afterAll(() => {
    place.remove()
  })

  const refusals: readonly [readonly string[], string][] = [
    [[], 'no command given; one of collect, check, samples, diff, password, rotate, serve, app – type: erp-checkup --help'],
    [['chek'], 'unknown command chek; did you mean check? Type: erp-checkup check --help'],
    [['chek', '--help'], 'unknown command chek; did you mean check? Type: erp-checkup check --help'],
    [['--quiet', 'chek'], 'unknown command chek; did you mean check? Type: erp-checkup check --help'],
    [['help', 'chek'], 'unknown command chek; did you mean check? Type: erp-checkup check --help'],
    [
      ['verify', 'a.json'],
      'unknown command verify; one of collect, check, samples, diff, password, rotate, serve, app – type: erp-checkup --help',
    ],
    [
      ['verify-extract', '.'],
      'unknown command verify-extract; one of collect, check, samples, diff, password, rotate, serve, app – type: erp-checkup --help',
    ],
    [['window'], 'unknown command window; one of collect, check, samples, diff, password, rotate, serve, app – type: erp-checkup --help'],
    [
      ['\u001B[31mx'],
      'unknown command [U+001B][31mx; one of collect, check, samples, diff, password, rotate, serve, app – type: erp-checkup --help',
    ],
    [['--fromat'], 'unknown option --fromat – type: erp-checkup --help'],
    [['check', '--fromat', 'json'], 'unknown option --fromat; did you mean --format? Type: erp-checkup check --help'],
    [['collect', '--sql-sever', 'ERP01'], 'unknown option --sql-sever; did you mean --sql-server? Type: erp-checkup collect --help'],
    [
      ['check', 'a.json', '--sql-server', 'ERP01'],
      '--sql-server is for reading this server; leave it out where a snapshot or a sample is judged',
    ],
    [
      ['check', '--sample', 'typical', '--sql-login', 'sa'],
      '--sql-login is for reading this server; leave it out where a snapshot or a sample is judged',
    ],
    [
      ['check', 'a.json', 'b.json', '--sql-trust-certificate'],
      '--sql-trust-certificate is for reading this server; leave it out where a snapshot or a sample is judged',
    ],
    [['check', '--format'], 'option --format needs a value – type: erp-checkup check --help'],
    [['check', '--sample', 'typical', '--format', 'xml'], '--format: expected one of table, json, csv, html, pdf, not xml'],
    [['check', '--sample', 'typical', '--format', ''], '--format: expected one of table, json, csv, html, pdf, not ""'],
    ...['sarif', 'junit', 'oscal', 'hdf'].map((format): [readonly string[], string] => [
      ['check', '--sample', 'typical', '--format', format],
      `--format ${format} is not available in this version; use one of table, json, csv, html, pdf`,
    ]),
    [['check', '--sample', 'typical', '--paper', 'a4'], '--paper belongs to --format pdf'],
    [['check', '--sample', 'typical', '--format', 'pdf', '--paper', 'a5'], '--paper: expected one of a4, letter, not a5'],
    [['check', '--sample', 'typical', '--lang', 'fr'], '--lang: expected one of en, de, not fr'],
    [['check', '--sample', 'typcial'], 'unknown sample typcial; did you mean typical? Type: erp-checkup check --sample typical'],
    [
      ['check', 'a.json', '--sample', 'typical'],
      'give either a snapshot or --sample, not both: erp-checkup check FILE, or erp-checkup check --sample typical',
    ],
    [['check', 'a.json', 'b.json', '--out', 'c.pdf'], 'a PDF is about one server; for several use one of table, json, csv, html'],
    [['check', 'a.json', '-'], 'standard input is one snapshot: give - alone, or files and folders'],
    [['samples', 'all'], 'too many arguments – type: erp-checkup samples --help'],
    [['diff', 'a.json'], 'NEW is missing – type: erp-checkup diff --help'],
    [['diff', 'a.json', 'b.json', 'c.json'], 'too many arguments – type: erp-checkup diff --help'],
    [['diff', 'a.json', 'b.json', '--format', 'html'], '--format: expected one of table, json, not html'],
    [['diff', '-', '-'], 'standard input can be read once: give a file name for one of the two'],
  ]
  it.each(refusals)('refuses %j in one line', (args, line) => {
    expect(place.run(args)).toMatchObject({ status: 2, stdout: '', stderr: `erp-checkup: ${line}\n` })
  })

  it.each([
    '2026',
    '2026-03-01',
    '2026-03-01T08:15:00',
    '2026-03-01T08:15:00+01:00',
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
    'now',
    '',
  ])('refuses %j as a time', (now) => {
    expect(place.run(['check', '--sample', 'typical', '--now', now])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `erp-checkup: --now: expected a time in UTC such as 2026-03-01T08:15:00Z, not ${now === '' ? '""' : now}\n`,
    })
  })

  it.skipIf(process.platform === 'win32')('offers a sample and a file where there is no Windows server to read', () => {
    const line =
      'erp-checkup: this is no Windows server, so there is nothing to read here; try: erp-checkup check --sample typical, or: erp-checkup check FILE\n'
    for (const args of [
      ['check'],
      ['check', '--format', 'json'],
      ['collect'],
      ['collect', '--out', 'a.json'],
      ['collect', '--only', 'services'],
    ]) {
      expect(place.run(args)).toMatchObject({ status: 2, stdout: '', stderr: line })
    }
    expect(readdirSync(place.folder)).not.toContain('a.json')
  })

  it('refuses in German when asked to', () => {
    expect(place.run(['chek', '--lang', 'de'])).toMatchObject({
      status: 2,
      stderr: 'erp-checkup: unbekannter Befehl chek; war check gemeint? Hilfe: erp-checkup check --help\n',
    })
  })

  it.each([['--version'], ['-V'], ['check', '--version']])('answers %j', (...args) => {
    expect(place.run(args)).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })

  const helps: readonly [readonly string[], readonly string[]][] = [
    [['--help'], ['Usage: erp-checkup', 'collect', 'check', 'samples', 'diff', 'Examples:', 'check --sample typical']],
    [['help'], ['Usage: erp-checkup', 'Examples:']],
    [
      ['collect', '--help'],
      ['Usage: erp-checkup collect', '--out', '--only', '--profile', '--quiet', 'Exit status:', 'Examples:'],
    ],
    [
      ['check', '-h'],
      [
        'Usage: erp-checkup check',
        '--sample',
        '--profile',
        '--answers',
        '--format',
        '--out',
        '--now',
        '--lang',
        '--paper',
        'Exit status:',
        'Examples:',
      ],
    ],
    [['help', 'check'], ['Usage: erp-checkup check']],
    [
      ['serve', '--help'],
      ['Usage: erp-checkup serve', '--port', '--open', 'Exit status:', 'Examples:'],
    ],
    [
      ['app', '--help'],
      ['Usage: erp-checkup app', 'Exit status:', 'Examples:'],
    ],
    [
      ['samples', '--help'],
      ['Usage: erp-checkup samples', '--write', 'Examples:'],
    ],
    [
      ['diff', '--help'],
      ['Usage: erp-checkup diff', 'OLD', 'NEW', 'The JSON:', 'notCompared', 'Exit status:', 'Examples:'],
    ],
    [
      ['diff', '--help', '--lang', 'de'],
      ['Aufruf: erp-checkup diff', 'Argumente:', 'Optionen:', 'Überall:', 'Das JSON:', 'Rückgabewert:', 'Beispiele:'],
    ],
  ]
  it.each(helps)('helps with %j', (args, parts) => {
    const { status, stdout, stderr } = place.run(args)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const part of parts) expect(stdout).toContain(part)
    expect(stdout).not.toContain('\u001B')
  })

  it('runs every example of its help that needs no file of a customer', () => {
    const samples = place.run(['samples', '--write', 'samples'])
    expect(samples).toMatchObject({ status: 0, stderr: '' })
    const example = place.run([
      'check',
      'samples/typical/snapshot.json',
      '--profile',
      'samples/typical/profile.json',
      '--now',
      '2026-11-17T22:00:00Z',
    ])
    expect(example).toMatchObject({ status: 1, stderr: '' })
  })
})
