import { describe, expect, it } from 'vitest'

import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/erp-user-designated/definition.ts'
import { rule } from '#shared/checks/erp-user-designated/rule.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { judge, service, testHost } from '../../support/world.ts'

const check = pair(definition, rule)
const tool = { name: 'ERP Driver' }
const messages = (item: CheckupItem): string[] =>
  [item.message, ...(item.also ?? [])].map(({ id }) => id.replace('erp-user-designated/', ''))
const user = (erpUser: string, more: Partial<Profile> = {}): Partial<Profile> => ({ syncTools: [{ ...tool, erpUser }], ...more })

describe('erp-user-designated', () => {
  const cases: readonly (readonly [name: string, profile: Partial<Profile> | null, verdict: string, said: readonly string[]])[] = [
    ['no profile', null, 'attention', ['unset']],
    ['no tool named', { syncTools: [] }, 'attention', ['unset']],
    [
      'only connectors named',
      { syncTools: [{ name: 'Advisor', kind: 'connector', erpUser: 'admin' }] },
      'not-applicable',
      ['only-connectors'],
    ],
    ['no user named', { syncTools: [tool] }, 'attention', ['unset']],
    ['a blank user', user('  '), 'attention', ['unset']],
    ['a user of its own', user('wspsync'), 'attention', ['to-confirm']],
    ['administrator', user('administrator'), 'fail', ['shared']],
    ['ADMIN in capitals, with blanks', user(' ADMIN '), 'fail', ['shared']],
    ['sa', user('sa'), 'fail', ['shared']],
    ['master', user('Master'), 'fail', ['shared']],
    ['manager', user('manager'), 'fail', ['shared']],
    ['supervisor', user('Supervisor'), 'fail', ['shared']],
    ['a name that only begins so', user('admins'), 'attention', ['to-confirm']],
    ['the consultant as a whole', user('jane doe', { consultant: 'Jane Doe' }), 'fail', ['personal']],
    ['the consultant by initial and last name', user('JDOE', { consultant: 'Jane Doe' }), 'fail', ['personal']],
    ['the initial with a dot', user('j.doe', { consultant: 'Jane  Mary Doe ' }), 'fail', ['personal']],
    ['ß written as ss', user('mgross', { preparedBy: 'Max Groß' }), 'fail', ['personal']],
    ['whoever prepares the checkup', user('mgroß', { preparedBy: 'Max Groß', consultant: 'Jane Doe' }), 'fail', ['personal']],
    ['a person of one name', user('jane', { preparedBy: 'Jane' }), 'fail', ['personal']],
    ['one name with its own initial', user('jjane', { preparedBy: 'Jane' }), 'attention', ['to-confirm']],
    ['only the last name', user('doe', { preparedBy: 'Jane Doe' }), 'attention', ['to-confirm']],
    ['only the first name', user('jane', { preparedBy: 'Jane Doe' }), 'attention', ['to-confirm']],
    ['another initial', user('kdoe', { preparedBy: 'Jane Doe' }), 'attention', ['to-confirm']],
    ['an initial in another writing', user('𝒳doe', { preparedBy: '𝒳enia Doe' }), 'fail', ['personal']],
    ['a person without letters', user('-', { preparedBy: ' . ' }), 'attention', ['to-confirm']],
    ['an empty person', user('wspsync', { preparedBy: '', consultant: '' }), 'attention', ['to-confirm']],
    [
      'a tool of each sort',
      {
        syncTools: [
          { ...tool, erpUser: 'admin' },
          { name: 'Second', kind: 'erp-driver' },
          { name: 'Third', erpUser: 'sync' },
          { name: 'Fourth', kind: 'connector' },
        ],
      },
      'fail',
      ['shared', 'unset', 'to-confirm'],
    ],
  ]
  it.each(cases)('%s', (_name, profile, verdict, said) => {
    const item = judge(check, { profile })
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })

  it('names the tools whose user is missing', () => {
    const item = judge(check, { profile: { syncTools: [tool, { name: 'Second' }] } })
    expect(item.because).toBe('The ERP users of ERP Driver and Second are not named.')
    expect(item.evidence).toMatchObject([
      { probe: 'profile', subject: 'ERP Driver', kind: 'unset' },
      { probe: 'profile', subject: 'Second', kind: 'unset' },
    ])
  })

  it('asks for the user of a tool that only the server shows', () => {
    const facts = { host: testHost, services: { services: [service('WSPSync', 'LocalSystem')] } }
    const profile: Partial<Profile> = { syncTools: [{ name: 'Advisor', kind: 'connector' }] }
    expect(messages(judge(check, { facts, profile }))).toEqual(['unset'])
  })

  it('shows the user that is in question', () => {
    const item = judge(check, { profile: user('wspsync') })
    expect(item.because).toBe('Only a person can tell whether anybody else signs in to the ERP as wspsync.')
    expect(item.evidence).toMatchObject([{ probe: 'profile', subject: 'wspsync', kind: 'to-confirm' }])
  })

  it('passes once a person has confirmed, for twelve months', () => {
    const confirmed = (at: string) => ({ answers: { 'erp-user-designated': [{ kind: 'confirmed' as const, by: 'Jane', at, note: '' }] } })
    expect(judge(check, { profile: user('wspsync'), answers: confirmed('2025-03-02T00:00:00Z') }).verdict).toBe('pass')
    expect(judge(check, { profile: user('wspsync'), answers: confirmed('2025-02-01T00:00:00Z') }).verdict).toBe('attention')
    expect(judge(check, { profile: user('admin'), answers: confirmed('2026-02-01T00:00:00Z') }).verdict).toBe('fail')
  })

  it('does not apply by profile, whatever is answered', () => {
    const answers = { answers: { 'erp-user-designated': [{ kind: 'denied' as const, by: 'Jane', at: '2026-02-01T00:00:00Z', note: '' }] } }
    expect(judge(check, { profile: { syncTools: [{ name: 'Advisor', kind: 'connector' }] }, answers }).verdict).toBe('not-applicable')
  })
})
