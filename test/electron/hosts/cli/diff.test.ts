import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Drift } from '#electron/core/compare.ts'
import { driftTable } from '#electron/hosts/cli/drift-table.ts'
import { createTranslator } from '#shared/texts/translator.ts'
import { createWorkplace, type Workplace } from './command-line.ts'

describe('diff', () => {
  let place: Workplace
  beforeAll(() => {
    place = createWorkplace()
    place.run(['samples', '--write', 'samples'])
    const path = join(place.folder, 'samples', 'typical', 'snapshot.json')
    const snapshot = JSON.parse(readFileSync(path, 'utf8'))
    snapshot.collectedAt = '2026-11-18T19:26:00Z'
    for (const user of snapshot.probes['local-users'].facts.users) if (user.name === 'cimconsult') user.enabled = false
    snapshot.probes.firewall = { status: 'denied', durationMs: 1, reason: 'error 5' }
    writeFileSync(join(place.folder, 'later.json'), JSON.stringify(snapshot))
    place.run(['check', '--sample', 'typical', '--out', 'before.json'])
    place.run(['check', 'later.json', '--profile', 'samples/typical/profile.json', '--now', '2026-11-18T22:00:00Z', '--out', 'after.json'])
  })
  afterAll(() => {
    place.remove()
  })

  const earlier = 'samples/typical/snapshot.json'

  it('says in a table what changed between two snapshots', () => {
    const { status, stdout, stderr } = place.run(['diff', earlier, 'later.json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Changes between two snapshots\n\nBefore: ERP01, 17 November 2026')
    expect(stdout).toContain('local users\n    ~ cimconsult: enabled yes → no\n')
    expect(stdout).toContain('Not compared\n  - firewall: ok → access denied\n')
    expect(stdout.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  it('says it in German', () => {
    const { stdout } = place.run(['diff', earlier, 'later.json', '--lang', 'de'])
    expect(stdout).toContain('Änderungen zwischen zwei Snapshots')
    expect(stdout).toContain('cimconsult: enabled ja → nein')
  })

  it('says it in JSON, from standard input too', () => {
    const { status, stdout } = place.run(['diff', earlier, 'later.json', '--format', 'json'])
    expect(status).toBe(0)
    const drift = JSON.parse(stdout)
    expect(Object.keys(drift)).toEqual(['kind', 'before', 'after', 'notes', 'items', 'facts', 'notCompared'])
    expect(drift).toMatchObject({
      kind: 'snapshots',
      before: { server: 'ERP01', collectedAt: '2026-11-17T19:26:12Z' },
      facts: [{ probe: 'local-users', subject: 'cimconsult', change: 'changed', field: 'enabled', before: true, after: false }],
      notCompared: [{ probe: 'firewall', before: 'ok', after: 'denied' }],
    })
    const input = readFileSync(join(place.folder, 'later.json'))
    expect(place.run(['diff', earlier, '-', '--format', 'json'], { input }).stdout).toBe(stdout)
  })

  it('says what changed between two checkups', () => {
    const { status, stdout } = place.run(['diff', 'before.json', 'after.json'])
    expect(status).toBe(0)
    expect(stdout).toContain('Changes between two checkups\n')
    expect(stdout).toContain('Items\n')
    const drift = JSON.parse(place.run(['diff', 'before.json', 'after.json', '--format', 'json']).stdout)
    expect(drift).toMatchObject({ kind: 'checkups', before: { grade: 'gaps' }, facts: [], notCompared: [] })
    expect(drift.items.map((item: { id: string }) => item.id)).toContain('remote-user-removed')
  })

  it('says that nothing changed', () => {
    expect(place.run(['diff', earlier, earlier]).stdout).toContain('\nNothing changed.\n')
  })
})

describe('driftTable', () => {
  const side = { server: 'ERP01', collectedAt: '2026-03-01T08:00:00Z' }
  const nothing: Drift = { kind: 'checkups', before: side, after: side, notes: [], items: [], facts: [], notCompared: [] }
  const table = (drift: Partial<Drift>, colour = false, width = 80): string =>
    driftTable({ ...nothing, ...drift }, createTranslator('en'), { width, colour })

  it('shows grades, notes and the kinds of change', () => {
    const text = table({
      before: { ...side, grade: 'gaps', evaluatedAt: '2026-03-02T09:30:00Z' },
      after: { ...side, server: '', grade: 'best', evaluatedAt: '2026-03-03T09:30:00Z' },
      notes: ['other-server', 'reversed', 'less-read', 'other-catalogue', 'other-profile', 'other-time'],
      items: [
        {
          id: 'no-such-check',
          title: 'A title of another version',
          checklist: 'x',
          before: 'fail',
          after: null,
          direction: 'same',
          evidence: [],
          answers: [{ change: 'removed', kind: 'kept', by: 'Ada', at: '2026-01-01T00:00:00Z' }],
        },
      ],
    })
    expect(text).toContain(
      'Before: ERP01, 2 March 2026, 09:30 UTC\nAfter:  unnamed server, 3 March 2026, 09:30 UTC\nGrade: Gaps found → Best\n',
    )
    expect(text.match(/^! /gm)).toHaveLength(6)
    expect(text).toContain('  A title of another version\n    Gap → absent (changed)\n    - answer “kept” by Ada\n')
  })

  it.each([
    ['a text', 'a', 'b', 'a → b'],
    ['an empty text', '', 'b', 'empty → b'],
    ['a switch', true, false, 'yes → no'],
    ['a number', 1, 2, '1 → 2'],
    ['nothing', null, 'b', 'none → b'],
    ['a list', ['a', 'b'], ['b', 'c'], '+c -a'],
    ['a list that was not told', null, ['b', 'c'], 'none → b, c'],
    ['a list that is told no more', ['b'], null, 'b → none'],
  ] as const)('shows the change of %s', (_name, before, after, shown) => {
    const fact = { probe: 'services', subject: 'S', change: 'changed', field: 'f', before, after } as const
    expect(table({ facts: [fact] })).toContain(`    ~ S: f ${shown}\n`)
  })

  it('shows doubt, and no subject where the probe looks at one thing only', () => {
    const text = table({
      facts: [
        { probe: 'local-users', subject: 'anna', change: 'removed', uncertain: true },
        { probe: 'host', subject: 'host', change: 'changed', field: 'name', before: 'A', after: 'B' },
      ],
    })
    expect(text).toContain('    - anna (uncertain: read in part only)\n')
    expect(text).toContain('    ~ name A → B\n')
  })

  it('keeps to its width and makes names visible that steer a terminal', () => {
    const subject = `\u001B[2J\u202E${'long name '.repeat(20)}`
    const text = table({ facts: [{ probe: 'services', subject, change: 'added' }] }, true, 50)
    const plain = stripVTControlCharacters(text)
    expect(plain).toContain('[U+001B][2J[U+202E]')
    expect(Math.max(...plain.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50)
    expect(text).toContain('\u001B[32m')
  })
})
