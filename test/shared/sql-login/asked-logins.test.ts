import { describe, expect, it } from 'vitest'

import { createAccountDirectory } from '#shared/accounts/directory.ts'
import { emptyProfile, type Profile } from '#shared/formats/profile.ts'
import { type AskedLogins, askedLogins } from '#shared/sql-login/asked-logins.ts'
import { createSyncTools } from '#shared/sync-tool/create-sync-tools.ts'
import { type FactsGiven, service } from '../../support/world.ts'

function asked(syncTools: Profile['syncTools'], facts: FactsGiven = {}): AskedLogins {
  const profile = { ...emptyProfile, syncTools }
  return askedLogins(profile, createSyncTools(facts, profile, createAccountDirectory(facts)))
}
const summary = ({ logins, ...rest }: AskedLogins) => ({
  logins: logins.map(({ name, tools }) => [name, tools.map((tool) => tool.label)]),
  ...rest,
})

describe('askedLogins', () => {
  it('knows nothing to ask without a tool', () => {
    expect(summary(asked([]))).toEqual({ logins: [], toolsWithout: [], nothing: 'no-tool' })
  })
  it('asks no connector without a login', () => {
    expect(summary(asked([{ name: 'Advisor', kind: 'connector' }]))).toEqual({ logins: [], toolsWithout: [], nothing: 'only-connectors' })
  })
  it('asks a connector for the login that it names', () => {
    expect(summary(asked([{ name: 'Advisor', kind: 'connector', sqlLogin: 'adv' }]))).toEqual({
      logins: [['adv', ['Advisor']]],
      toolsWithout: [],
      nothing: null,
    })
  })
  it('misses the login of an ERP sync tool, a blank one too', () => {
    expect(summary(asked([{ name: 'One' }, { name: 'Two', kind: 'erp-driver', sqlLogin: ' ' }]))).toEqual({
      logins: [],
      toolsWithout: ['One', 'Two'],
      nothing: null,
    })
  })
  it('misses the login of a tool that only the server shows', () => {
    const facts = { services: { services: [service('WSPSync', 'LocalSystem')] } }
    expect(summary(asked([{ name: 'Advisor', kind: 'connector' }], facts))).toEqual({
      logins: [],
      toolsWithout: ['ERP Driver'],
      nothing: null,
    })
  })
  it('lists a login once, with every tool that uses it', () => {
    const tools = [
      { name: 'One', service: 'a', sqlLogin: ' wsp ' },
      { name: 'Two', service: 'b', sqlLogin: 'WSP' },
      { name: 'Three', service: 'c', sqlLogin: 'other' },
    ]
    expect(summary(asked(tools)).logins).toEqual([
      ['wsp', ['One', 'Two']],
      ['other', ['Three']],
    ])
  })
})
