import { describe, expect, it } from 'vitest'

import { browsers, listedOn } from '#shared/checks/browsers-modern/browser-versions.data.ts'
import { definition } from '#shared/checks/browsers-modern/definition.ts'
import { rule } from '#shared/checks/browsers-modern/rule.ts'
import { pair } from '#shared/checks/check.ts'
import { inGerman } from '../../support/german.ts'
import { judge, program } from '../../support/world.ts'

type Program = ReturnType<typeof program>

const check = pair(definition, rule)
const profile = { packs: ['layered-defence'] }
const LISTED = `${listedOn}T12:00:00Z`
const of = (programs: readonly Program[], collectedAt = LISTED) =>
  judge(check, { profile, facts: { programs: { programs } }, collectedAt, now: collectedAt })
const said = (item: ReturnType<typeof of>) => [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('browsers-modern/', ''))
const currentOf = (name: string): number => browsers.find((browser) => browser.name === name)?.major ?? Number.NaN
const edge = (behind: number) => program('Microsoft Edge', { version: `${currentOf('Microsoft Edge') - behind}.0.4310.41` })
/** The same day so many months after the date of the list, some days earlier or later. */
const later = (months: number, days = 0): string => {
  const date = new Date(LISTED)
  date.setUTCMonth(date.getUTCMonth() + months)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString()
}

describe('browsers-modern', () => {
  it.each(browsers.map(({ name, major }) => [name, major] as const))('%s may be six versions behind, not seven', (name, major) => {
    expect(of([program(name, { version: `${major - 6}.0.1` })]).verdict).toBe('pass')
    expect(of([program(name, { version: `${major - 7}.9.9` })]).verdict).toBe('attention')
  })

  const growth: readonly (readonly [name: string, collectedAt: string, behind: number, verdict: string])[] = [
    ['on the day of the list', later(0), 6, 'pass'],
    ['a day short of a month', later(1, -1), 6, 'pass'],
    ['after a month, six behind', later(1), 6, 'attention'],
    ['after a month, five behind', later(1), 5, 'pass'],
    ['a day short of a year', later(12, -1), -5, 'pass'],
    ['after a year, five ahead', later(12), -5, 'attention'],
    ['after a year, six ahead', later(12), -6, 'pass'],
    ['after thirteen months, six ahead', later(13), -6, 'attention'],
    ['before the list, six behind', later(-5), 6, 'pass'],
    ['before the list, seven behind', later(-5), 7, 'attention'],
  ]
  it.each(growth)('%s', (_name, collectedAt, behind, verdict) => {
    expect(of([edge(behind)], collectedAt).verdict).toBe(verdict)
  })

  it('counts the months from the snapshot, not from the evaluation', () => {
    const facts = { programs: { programs: [edge(6)] } }
    expect(judge(check, { profile, facts, collectedAt: later(1, -1), now: later(1, 5) }).verdict).toBe('pass')
  })

  it.each([
    ['Microsoft Edge'],
    ['microsoft edge '],
    ['Google Chrome'],
    ['Mozilla Firefox (x64 en-US)'],
    ['Mozilla Firefox (x64 de)'],
    ['Mozilla Firefox ESR (x64 en-US)'],
    ['Mozilla Firefox 78.0.2 (x64 en-US)'],
    ['Mozilla Firefox 78.15.0 ESR (x86 de)'],
    ['Mozilla Firefox'],
  ])('takes %s for a browser', (name) => {
    expect(said(of([program(name, { version: '999.0' })]))).toEqual(['modern'])
  })

  it.each([
    ['Microsoft Edge WebView2 Runtime'],
    ['Microsoft Edge Update'],
    ['Microsoft Edge Beta'],
    ['Google Chrome Beta'],
    ['Google Chrome Canary'],
    ['Chrome Remote Desktop Host'],
    ['Firefox Nightly (x64 en-US)'],
    ['Firefox Developer Edition (x64 en-US)'],
    ['Mozilla Maintenance Service'],
    ['Not Mozilla Firefox'],
  ])('takes %s for none', (name) => {
    const item = of([program(name, { version: '999.0' })])
    expect([item.verdict, said(item)]).toEqual(['attention', ['none']])
  })

  it.each([
    ['', 'attention', ['version-not-told']],
    ['unknown', 'attention', ['version-not-told']],
    ['v999.0', 'attention', ['version-not-told']],
    ['999x', 'attention', ['version-not-told']],
    ['999', 'pass', ['modern']],
    [' 999.1 ', 'pass', ['modern']],
    ['0.0', 'attention', ['old']],
  ] as const)('version "%s"', (version, verdict, messages) => {
    const item = of([program('Google Chrome', { version })])
    expect([item.verdict, said(item)]).toEqual([verdict, messages])
  })

  it('names an old browser beside a modern one, and whose it is', () => {
    const old = program('Google Chrome', { version: '100.0.4896.60', scope: 'user', user: 'ERP01\\jane' })
    const item = of([edge(0), old, program('Mozilla Firefox ESR (x64 en-US)', { version: '115.9.0' })])
    expect(item.verdict).toBe('attention')
    expect(item.because).toBe('Google Chrome (ERP01\\jane) and Mozilla Firefox are too old.')
    expect(item.evidence.map(({ probe, subject, kind }) => [probe, subject, kind])).toEqual([
      ['programs', 'Google Chrome (ERP01\\jane)', 'old'],
      ['programs', 'Mozilla Firefox', 'old'],
      ['programs', 'Microsoft Edge', 'modern'],
    ])
    expect(item.evidence[0]?.detail).toBe(`version 100.0.4896.60, ${currentOf('Google Chrome') - 6} or later asked for`)
  })

  it.each([
    ['whose user is not told', { scope: 'user' }],
    ['of the machine, though a user is told', { scope: 'machine', user: 'ERP01\\jane' }],
  ] as const)('names a browser %s by its name alone', (_name, more) => {
    expect(of([program('Google Chrome', { version: '1.0', ...more })]).because).toBe('Google Chrome is too old.')
  })

  it('needs attention without any program, knows nothing without the facts, and does not apply without the pack', () => {
    expect(said(of([]))).toEqual(['none'])
    expect(of([]).evidence).toMatchObject([{ probe: 'programs', subject: 'browser', kind: 'none' }])
    expect(judge(check, { profile }).verdict).toBe('unknown')
    expect(judge(check, { facts: { programs: { programs: [] } } }).verdict).toBe('not-applicable')
  })

  it('says it in German', () => {
    const items = [of([edge(0)]), of([edge(9)]), of([program('Google Chrome', { version: '' })]), of([])]
    expect(items.map((item) => inGerman(check, item)[0])).toEqual([
      'Microsoft Edge ist neu genug.',
      'Microsoft Edge ist zu alt.',
      'Die Version von Google Chrome ließ sich nicht feststellen.',
      'Weder Edge noch Chrome noch Firefox ist installiert.',
    ])
    for (const sentence of items.flatMap((item) => inGerman(check, item))) expect(sentence).not.toMatch(/\{\{|undefined/)
  })
})
