import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorkplace, type Workplace } from './command-line.ts'
import { hasOldestNode, oldestNode } from './oldest-node.ts'

const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'] as const
const locales = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8'] as const
const formats = ['table', 'json', 'csv', 'html', 'pdf'] as const

/** Fetching a runtime over a slow line. */
const FETCH_TIMEOUT_MS = 300_000

const file = (part: string): string => join('samples', 'typical', `${part}.json`)
const args = (format: string): string[] => [
  ...['check', file('snapshot'), '--profile', file('profile'), '--answers', file('answers')],
  ...['--format', format, '--now', '2026-11-17T23:30:00Z'],
]

describe('the same input and time', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
  })
  afterAll(() => {
    place.remove()
  })

  const environments = zones.flatMap((TZ) => locales.map((LANG) => ({ TZ, LANG, LC_ALL: LANG, LANGUAGE: LANG })))

  it.each(formats)('give the same bytes as %s in every time zone and language of the machine', (format) => {
    // A page takes a second: for it each zone and each language is tried once.
    const tried = format === 'pdf' ? environments.filter((_each, index) => index % 4 === 0) : environments
    const outputs = tried.map((env) => place.run(args(format), { env }))
    const [first] = outputs
    for (const output of outputs) {
      expect({ status: output.status, stderr: output.stderr }).toEqual({ status: 1, stderr: '' })
      expect(output.bytes.equals(first?.bytes ?? Buffer.alloc(0))).toBe(true)
    }
    expect(new Set(tried.map((env) => env.TZ)).size).toBe(3)
    expect(new Set(tried.map((env) => env.LANG)).size).toBe(3)
  })

  it.each(['diff', 'samples'])('give the same bytes of %s', (command) => {
    const words = command === 'diff' ? ['diff', file('snapshot'), join('samples', 'well-kept', 'snapshot.json')] : ['samples']
    const outputs = environments.filter((_each, index) => index % 4 === 0).map((env) => place.run(words, { env }).stdout)
    expect(new Set(outputs).size).toBe(1)
    expect(outputs[0]).not.toBe('')
  })
})

describe.skipIf(!hasOldestNode)(`Node 22${hasOldestNode ? '' : ' (skipped: needs Linux on x64)'}`, () => {
  let node = ''
  let place: Workplace
  beforeAll(() => {
    node = oldestNode()
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
  }, FETCH_TIMEOUT_MS)
  afterAll(() => {
    place.remove()
  })

  it('is Node 22', () => {
    expect(execFileSync(node, ['--version']).toString()).toMatch(/^v22\./)
  })

  it.each(formats)('gives the same bytes as %s', (format) => {
    const older = place.run(args(format), { node })
    const newer = place.run(args(format))
    expect({ status: older.status, stderr: older.stderr }).toEqual({ status: newer.status, stderr: newer.stderr })
    expect(older.bytes.length).toBeGreaterThan(1000)
    expect(older.bytes.equals(newer.bytes)).toBe(true)
  })

  it.each([
    [['--help']],
    [['samples']],
    [['chek']],
    [['check', 'none.json']],
    [['diff', file('snapshot'), file('snapshot'), '--format', 'json']],
  ])('says the same to %j', (words) => {
    expect(place.run(words, { node })).toEqual(place.run(words))
  })
})
