import { describe, expect, it } from 'vitest'
import { documentText, understand } from '#electron/core/inputs.ts'
import { readAnswers, readProfile, readSnapshot } from '#shared/formats/reader.ts'

const file = (value: unknown) => ({ name: 'a.json', text: typeof value === 'string' ? value : JSON.stringify(value), digest: 'd' })
const snapshot = {
  schema: 'erp-sync-checkup/snapshot@1',
  collectedAt: '2026-03-01T08:00:00Z',
  collector: { version: '1', elevated: true },
  probes: {},
}

describe('understand', () => {
  it('keeps the name and the digest beside what was read', () => {
    expect(understand(file(snapshot), readSnapshot)).toEqual({ ok: true, value: { name: 'a.json', value: snapshot, digest: 'd' } })
  })

  it.each([
    ['what is no JSON', readSnapshot, '{"schema":', /^a\.json: \$: expected JSON, but it does not parse/],
    ['another kind of file', readProfile, snapshot, /^a\.json: \$\.schema: expected "erp-sync-checkup\/profile@1", not /],
    [
      'a newer version',
      readSnapshot,
      { ...snapshot, schema: 'erp-sync-checkup/snapshot@2' },
      /^a\.json: \$\.schema: expected .* newer version/,
    ],
    ['a wrong type', readSnapshot, { ...snapshot, probes: [] }, /^a\.json: \$\.probes: expected an object$/],
    ['a wrong time', readSnapshot, { ...snapshot, collectedAt: 'today' }, /^a\.json: \$\.collectedAt: expected a time in UTC such as /],
    [
      'a number out of range',
      readSnapshot,
      { ...snapshot, collector: { ...snapshot.collector, durationMs: -1 } },
      /^a\.json: \$\.collector\.durationMs: .*expected /,
    ],
    [
      'an answer without its end',
      readAnswers,
      {
        schema: 'erp-sync-checkup/answers@1',
        answers: { x: [{ kind: 'accepted-risk', by: 'a', at: '2026-03-01T08:00:00Z', note: '' }] },
        credentials: [],
      },
      /^a\.json: \$\.answers\.x\[0\]\.until: expected an end date/,
    ],
  ])('refuses %s in one line with file, place and expectation', (_name, read, value, line) => {
    const result = understand<unknown>(file(value), read)
    expect(result.ok ? '' : result.line).toMatch(line)
    expect(result.ok ? '' : result.line).not.toMatch(/expected expected|\n/)
  })
})

describe('documentText', () => {
  it('is what the samples and snapshots are written as', () => {
    expect(documentText({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n')
  })
})
