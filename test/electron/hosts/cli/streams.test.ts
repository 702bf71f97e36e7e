import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkplace, starter, type Workplace } from './command-line.ts'

/** The user "nobody" of Linux, for what an administrator may do and others may not. */
const NOBODY = 65_534

describe.skipIf(process.platform !== 'linux')('the command line on Linux', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
  })
  afterAll(() => {
    place.remove()
  })

  const isRoot = process.getuid?.() === 0
  const asNobody = isRoot ? { uid: NOBODY } : {}

  it('ends quietly, with the status of its result, when the reader of its output is gone', () => {
    const { stdout, stderr } = place.shell('erp check --sample typical --format json | head -c 20 >/dev/null; echo $PIPESTATUS')
    expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: '' })
    expect(place.shell('erp samples | true; echo $PIPESTATUS')).toMatchObject({ stdout: '0\n', stderr: '' })
    expect(place.shell('erp --help | true; echo $PIPESTATUS')).toMatchObject({ stdout: '0\n', stderr: '' })
  })

  it('says that its output does not fit', () => {
    expect(place.shell('erp check --sample typical >/dev/full')).toMatchObject({
      status: 2,
      stderr: 'erp-checkup: standard output: expected room for the result, but the system says ENOSPC\n',
    })
  })

  it('works with everything closed', () => {
    expect(place.shell('erp check --sample typical <&- >&- 2>&-')).toMatchObject({ status: 1 })
  })

  it('reads what a shell substitutes', () => {
    expect(place.shell('erp check <(cat samples/typical/snapshot.json) --now 2026-11-17T22:00:00Z >/dev/null')).toMatchObject({
      status: 1,
      stderr: '',
    })
  })

  it('passes a snapshot and a PDF through pipes', () => {
    expect(place.shell('cat samples/typical/snapshot.json | erp check - --format pdf | head -c 5').stdout).toBe('%PDF-')
  })

  it('refuses what the user may not read or write', () => {
    mkdirSync(join(place.folder, 'closed'))
    writeFileSync(join(place.folder, 'secret.json'), '{}')
    chmodSync(join(place.folder, 'secret.json'), 0)
    chmodSync(join(place.folder, 'closed'), 0o500)
    chmodSync(place.folder, 0o755)
    expect(place.run(['check', 'secret.json'], asNobody)).toMatchObject({
      status: 2,
      stderr: 'secret.json: expected a file that you may read, but access is denied\n',
    })
    for (const out of ['closed/report.html', 'secret.json']) {
      expect(place.run(['check', '--sample', 'typical', '--out', out, '--format', 'html'], asNobody)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: `${out}: expected a file that you may write, but access is denied\n`,
      })
    }
  })

  it('leaves devices alone', () => {
    expect(place.run(['check', '--sample', 'typical', '--out', '/dev/null'])).toMatchObject({ status: 2 })
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  describe('on a terminal', () => {
    /** `script` gives the program a terminal of its own, and returns what it showed. */
    const onTerminal = (command: string, before = ''): string =>
      place.shell(
        `${before} script -qec "stty cols 60; \\"${process.execPath}\\" \\"$STARTER\\" ${command}" /dev/null </dev/null`.replace(
          '$STARTER',
          starter,
        ),
      ).stdout

    it('uses colour, its width, and says what to do next', () => {
      const shown = onTerminal('check --sample typical')
      expect(shown).toContain('\u001B[31m')
      expect(shown).toContain('erp-checkup check --sample typical --out report.html')
      const lines = shown.split('\n').map((line) => stripVTControlCharacters(line).trimEnd())
      expect(lines).toContain('='.repeat(60))
    })

    it.each([
      ['NO_COLOR', 'check --sample typical', 'NO_COLOR=1'],
      ['--no-colour', 'check --sample typical --no-colour', ''],
      ['--no-color', '--no-color check --sample typical', ''],
      ['a terminal that knows no colour', 'check --sample typical', 'TERM=dumb'],
    ])('honours %s', (_name, command, before) => {
      const shown = onTerminal(command, before)
      expect(shown).toContain('ERP Sync Security Checkup')
      expect(shown).not.toContain('\u001B[')
    })

    it('says nothing beside the result when told to be quiet', () => {
      expect(onTerminal('check --sample typical --quiet')).not.toContain('--out report.html')
      expect(onTerminal('samples')).toContain('erp-checkup check --sample')
      expect(onTerminal('samples -q')).not.toContain('erp-checkup check --sample')
    })

    it('refuses to show a PDF', () => {
      expect(onTerminal('check --sample typical --format pdf')).toBe(
        'erp-checkup: a PDF is no text for a terminal; type: erp-checkup check … --format pdf --out report.pdf\r\n',
      )
    })

    it('shows no name that steers it', () => {
      const path = join(place.folder, 'samples', 'typical', 'snapshot.json')
      const hostile = readFileSync(path, 'utf8').replaceAll(
        'cimconsult',
        'cim\\u001b]0;owned\\u0007\\u009b31mconsult\\u202e\\r\\nFAKE LINE',
      )
      writeFileSync(join(place.folder, 'hostile.json'), hostile)
      writeFileSync(join(place.folder, 'hostile2.json'), hostile.replaceAll('consult', 'consult2'))
      for (const command of [
        'check hostile.json --no-colour',
        'diff samples/typical/snapshot.json hostile.json --no-colour',
        'diff hostile.json hostile2.json --no-colour',
      ]) {
        const shown = onTerminal(command)
        expect(shown).toContain('[U+001B]')
        expect(shown).not.toMatch(/[^\P{Cc}\t\r\n]|\u202E/u)
        expect(shown).not.toMatch(/^FAKE LINE/m)
      }
    })
  })
})
