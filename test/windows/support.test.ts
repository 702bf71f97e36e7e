import { describe, expect, it } from 'vitest'

import { loadSample } from '#shared/samples/index.ts'
import { holderSids, templateSections } from './security-template.ts'
import { statusLines } from './statuses.ts'
import { compare, missingFrom } from './support.ts'

/** As `secedit /export` writes it (Windows Server 2022, English), cut short. */
const EXPORTED = [
  '\uFEFF[Unicode]',
  'Unicode=yes',
  '[System Access]',
  'MinimumPasswordAge = 0',
  'NewAdministratorName = "Administrator"',
  '[Privilege Rights]',
  'SeNetworkLogonRight = *S-1-1-0,*S-1-5-32-544',
  'SeDenyBatchLogonRight =',
  '[Version]',
  'signature="$CHICAGO$"',
  '',
].join('\r\n')

describe('tools of the tests on a real Windows', () => {
  it('take only what a tool says before and after for lasting', async () => {
    const answers = [
      [{ id: 1 }, { id: 2 }],
      [{ id: 2 }, { id: 3 }],
    ]
    const { seen, lasting, ever } = await compare(
      async () => answers.shift() ?? [],
      async () => 'seen',
    )
    expect([seen, lasting, ever.map(({ id }) => id)]).toEqual(['seen', [{ id: 2 }], [1, 2, 2, 3]])
  })

  it.each([
    { name: 'nothing', found: ['A', 'b'], wanted: ['a', 'B'], missing: [] },
    { name: 'what is not there', found: ['a'], wanted: ['a', 'c'], missing: ['c'] },
    { name: 'what is there too seldom', found: ['a', 'b'], wanted: ['a', 'A'], missing: ['a'] },
  ])('miss $name', ({ found, wanted, missing }) => {
    expect(missingFrom(found, wanted)).toEqual(missing)
  })

  it('read an exported security template', async () => {
    const sections = templateSections(EXPORTED)
    expect(sections.get('System Access')?.get('MinimumPasswordAge')).toBe('0')
    expect(await holderSids(sections.get('Privilege Rights') ?? new Map())).toEqual({
      SeDenyBatchLogonRight: [],
      SeNetworkLogonRight: ['S-1-1-0', 'S-1-5-32-544'],
    })
  })

  it('say what came of each probe', () => {
    const lines = statusLines(loadSample('not-elevated').snapshot)
    expect(lines).toContainEqual(expect.stringMatching(/^local-users {2,}denied {2,}\d+ ms {2}NetUserEnum/))
    expect(lines).toContainEqual(expect.stringMatching(/^processes {2,}incomplete {2,}\d+ ms {2}\S/))
    expect(lines).toContainEqual(expect.stringMatching(/^host {2,}ok {2,}\d+ ms$/))
    expect(lines.at(-1)).toMatch(/^read in \d+ ms \(aim 5000\)$/)
  })
})
