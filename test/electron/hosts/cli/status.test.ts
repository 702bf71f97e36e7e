import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCheckup } from '#shared/formats/reader.ts'
import { samples } from '#shared/samples/index.ts'
import { createWorkplace, type Workplace } from './command-line.ts'

function checkupIn(text: string) {
  const result = readCheckup(text)
  if (!result.ok) throw new Error(`${result.path}: ${result.expected}`)
  return result.value
}

describe('check', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
  })
  afterAll(() => {
    place.remove()
  })

  const now = (id: string): string => samples.find((sample) => sample.id === id)?.now ?? ''
  const files = (id: string): string[] => {
    const file = (part: string): string => join('samples', id, `${part}.json`)
    return [file('snapshot'), '--profile', file('profile'), '--answers', file('answers'), '--now', now(id)]
  }
  const json = (args: readonly string[]) => checkupIn(place.run(['check', ...args, '--format', 'json']).stdout)

  it.each([
    ['well-kept', 0],
    ['typical', 1],
    ['not-elevated', 3],
  ])('of the sample %s ends with %i, as its written files do', (id, status) => {
    expect(place.run(['check', '--sample', id])).toMatchObject({ status, stderr: '' })
    expect(place.run(['check', ...files(id)])).toMatchObject({ status, stderr: '' })
  })

  it.each(samples.map((sample) => sample.id))('ends for %s with what its items say', (id) => {
    const { status, stdout } = place.run(['check', '--sample', id, '--format', 'json'])
    const verdicts = checkupIn(stdout).items.map((item) => item.verdict)
    const open = verdicts.includes('attention') || verdicts.includes('unknown') ? 3 : 0
    expect(status).toBe(verdicts.includes('fail') ? 1 : open)
  })

  it('judges written files as it judges the sample, digests included', () => {
    const { id: _a, sample, ...bundled } = json(['--sample', 'typical'])
    const { id: _b, ...written } = json(files('typical'))
    expect(sample).toBe('typical')
    expect(written).toEqual(bundled)
  })

  it('lets a profile or answers take the place of the sample’s own', () => {
    const profile = join('samples', 'well-kept', 'profile.json')
    expect(json(['--sample', 'typical', '--profile', profile]).profile.organization).toBe(
      JSON.parse(readFileSync(join(place.folder, profile), 'utf8')).organization,
    )
    writeFileSync(
      join(place.folder, 'none.json'),
      '{"schema":"erp-sync-checkup/answers@1","answers":{"no-such-check":[]},"credentials":[]}',
    )
    const checkup = json(['--sample', 'typical', '--answers', 'none.json'])
    expect(checkup.answerProblems).toMatchObject([{ check: 'no-such-check', problem: 'unknown-check' }])
    const table = place.run(['check', '--sample', 'typical', '--answers', 'none.json'])
    expect(table.stdout).toContain('no-such-check')
  })

  it('takes answers without a profile', () => {
    const answers = join('samples', 'typical', 'answers.json')
    const checkup = json([join('samples', 'typical', 'snapshot.json'), '--answers', answers, '--now', now('typical')])
    expect(checkup.profile.organization).toBe('')
  })

  it('takes the clock for a file and --now for both', () => {
    const before = Date.now()
    const evaluatedAt = Date.parse(json([join('samples', 'typical', 'snapshot.json')]).evaluatedAt)
    expect(evaluatedAt).toBeGreaterThanOrEqual(before)
    expect(evaluatedAt).toBeLessThanOrEqual(Date.now())
    expect(json(['--sample', 'typical', '--now', '2026-11-18T00:00:00.5Z']).evaluatedAt).toBe('2026-11-18T00:00:00.5Z')
  })

  it('reads the snapshot from standard input', () => {
    const input = readFileSync(join(place.folder, 'samples', 'typical', 'snapshot.json'))
    const fromPipe = place.run(['check', '-', ...files('typical').slice(1), '--format', 'json'], { input })
    expect(fromPipe.stdout).toBe(place.run(['check', ...files('typical'), '--format', 'json']).stdout)
  })

  it.each([
    ['report.json', '{\n'],
    ['report.csv', '\uFEFF"checklist"'],
    ['report.html', '<!doctype html>'],
    ['report.htm', '<!doctype html>'],
    ['report.pdf', '%PDF-'],
    ['report.txt', 'ERP Sync Security Checkup\n'],
    ['report', 'ERP Sync Security Checkup\n'],
  ])('writes %s in the format of its ending, for the user alone', (name, start) => {
    expect(place.run(['check', '--sample', 'typical', '--out', name])).toMatchObject({ status: 1, stdout: `Saved ${name}.\n`, stderr: '' })
    const path = join(place.folder, name)
    expect(readFileSync(path, 'utf8').startsWith(start)).toBe(true)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(place.folder).filter((each) => each.endsWith('.tmp'))).toEqual([])
  })

  it.each(['json', 'csv', 'html', 'pdf', 'table'])('writes to a file in %s what it writes to a pipe', (format) => {
    const args = ['check', '--sample', 'typical', '--format', format]
    const piped = place.run(args)
    expect(place.run([...args, '--out', 'same', '--quiet'])).toMatchObject({ status: 1, stdout: '', stderr: '' })
    expect(readFileSync(join(place.folder, 'same')).equals(piped.bytes)).toBe(true)
    expect(place.run([...args, '--out', '-']).bytes.equals(piped.bytes)).toBe(true)
  })

  it('makes pages of both papers', () => {
    const sizeOf = (paper: string): string | undefined => {
      const { bytes } = place.run(['check', '--sample', 'typical', '--format', 'pdf', '--paper', paper])
      return /\/MediaBox \[([^\]]+)\]/.exec(bytes.toString('latin1'))?.[1]
    }
    expect(sizeOf('a4')).toMatch(/^0 0 595\.\d+ 841\.\d+$/)
    expect(sizeOf('letter')).toBe('0 0 612 792')
  })

  it('speaks German to people and English to machines', () => {
    const german = place.run(['check', '--sample', 'typical', '--lang', 'de'])
    expect(german.stdout).toContain('Fernzugriff entfernen')
    expect(german.status).toBe(1)
    expect(place.run(['check', '--sample', 'typical', '--lang', 'de', '--format', 'json']).stdout).toBe(
      place.run(['check', '--sample', 'typical', '--format', 'json']).stdout,
    )
  })

  it.each([
    [['--out', '.'], /^\.: expected a file name, but this is a folder\n$/],
    [['--out', 'none/report.html'], /^none\/report\.html: expected a folder that exists: make it first\n$/],
    [['--out', ''], /^"": expected a file name, but this is a folder\n$/],
  ])('with %j ends with 2 and writes nothing', (args, line) => {
    const before = readdirSync(place.folder)
    const { status, stdout, stderr } = place.run(['check', '--sample', 'typical', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(line)
    expect(readdirSync(place.folder)).toEqual(before)
  })
})

describe('samples', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
  })
  afterAll(() => {
    place.remove()
  })

  it.each(['en', 'de'] as const)('lists every sample in %s', (language) => {
    const { status, stdout, stderr } = place.run(['samples', '--lang', language])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const sample of samples) {
      expect(stdout).toContain(sample.id)
      expect(stdout).toContain(sample.title[language])
    }
  })

  it('writes every sample into a folder of its own', () => {
    expect(place.run(['samples', '--write', 'a/b'])).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(join(place.folder, 'a', 'b')).sort()).toEqual(samples.map((sample) => sample.id).sort())
    for (const sample of samples) {
      expect(readdirSync(join(place.folder, 'a', 'b', sample.id)).sort()).toEqual(['answers.json', 'profile.json', 'snapshot.json'])
    }
  })

  it('says where it cannot write', () => {
    writeFileSync(join(place.folder, 'file'), '')
    expect(place.run(['samples', '--write', 'file'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^file[^\n]*: expected [^\n]+\n$/),
    })
  })
})
