import { describe, expect, it } from 'vitest'

import type { Facts } from '#shared/facts/index.ts'
import type { Profile } from '#shared/formats/profile.ts'
import { loadSample } from '#shared/samples/index.ts'
import { evaluateSample, itemOf } from '../samples/evaluate-sample.ts'

const sample = loadSample('domain-controller')

interface Reading {
  /** Names of the profile at the time of the reading; undefined: the list was whole by itself. */
  readonly lookedFor: readonly string[] | undefined
  readonly remoteAccessUsers: readonly string[]
  readonly windowsAccount?: string
}

/** The sample's server with the sync tool's account as an ordinary user, and the vendor's user gone. */
function verdicts({ lookedFor, remoteAccessUsers, windowsAccount = 'SPECIMEN\\erpsync' }: Reading) {
  const users = sample.snapshot.probes['local-users']
  const groups = sample.snapshot.probes['local-groups']
  const own = sample.snapshot.probes['account-groups']
  if (users?.status !== 'ok' || groups?.status !== 'ok' || own?.status !== 'ok') throw new Error('accounts were collected')
  const without = <Entry extends { readonly name: string }>(list: readonly Entry[], name: string): Entry[] =>
    list.filter((each) => !each.name.endsWith(name))
  const localUsers: Facts['local-users'] = {
    users: without(users.facts.users, 'websitepipeline'),
    ...(lookedFor === undefined ? {} : { lookedFor }),
  }
  const localGroups = groups.facts.groups.map((group) => ({ ...group, members: without(group.members, 'erpsync') }))
  const accounts = own.facts.accounts.map((account) => ({ ...account, groups: account.groups.filter((sid) => !/-(?:512|544)$/.test(sid)) }))
  const probes = {
    ...sample.snapshot.probes,
    'local-users': { ...users, facts: localUsers },
    'local-groups': { ...groups, facts: { groups: localGroups } },
    'account-groups': { ...own, facts: { accounts } },
  }
  const profile: Profile = { ...sample.profile, remoteAccessUsers, syncTools: [{ name: 'ERP Driver', windowsAccount }] }
  const checkup = evaluateSample(sample, { snapshot: { ...sample.snapshot, probes }, profile })
  const named = (id: string) => itemOf(checkup, id).verdict
  return {
    removed: named('remote-user-removed'),
    designated: named('windows-user-designated'),
    denied: named('sync-user-denied-remote'),
    item: itemOf(checkup, 'remote-user-removed'),
  }
}

describe('unasked-accounts', () => {
  it.each([
    {
      name: 'everybody whom the profile names was asked for',
      reading: { lookedFor: ['websitepipeline', 'erpsync'], remoteAccessUsers: ['websitepipeline'] },
      removed: 'pass',
      others: 'pass',
    },
    {
      name: 'the names are spelt in another way',
      reading: { lookedFor: ['WebsitePipeline'], remoteAccessUsers: ['websitepipeline@specimen.local', 'SPECIMEN\\WEBSITEPIPELINE'] },
      removed: 'pass',
      others: 'pass',
    },
    {
      name: 'a removed user was named after the reading',
      reading: { lookedFor: [], remoteAccessUsers: ['websitepipeline'] },
      removed: 'unknown',
      others: 'unknown',
    },
    {
      name: 'one of two was named after the reading',
      reading: { lookedFor: ['websitepipeline'], remoteAccessUsers: ['websitepipeline', 'second'] },
      removed: 'unknown',
      others: 'unknown',
    },
    {
      name: 'a user who exists was named after the reading',
      reading: { lookedFor: [], remoteAccessUsers: ['tspecimen'] },
      removed: 'fail',
      others: 'pass',
    },
    {
      name: 'nobody was made',
      reading: { lookedFor: [], remoteAccessUsers: [] },
      removed: 'pass',
      others: 'pass',
    },
    {
      name: 'the list holds every account',
      reading: { lookedFor: undefined, remoteAccessUsers: ['websitepipeline'] },
      removed: 'pass',
      others: 'pass',
    },
  ])('pass nothing on a controller that was not looked at: $name', ({ reading, removed, others }) => {
    const { item: _item, ...found } = verdicts(reading)
    expect(found).toEqual({ removed, designated: others, denied: others })
  })

  it('do not make an account that the domain was not asked for one that does not exist', () => {
    const account = { remoteAccessUsers: [], windowsAccount: 'SPECIMEN\\other' }
    expect(verdicts({ ...account, lookedFor: ['other'] })).toMatchObject({ designated: 'attention', denied: 'attention' })
    const { removed, designated, denied } = verdicts({ ...account, lookedFor: [] })
    expect([removed, designated, denied]).toEqual(['unknown', 'attention', 'attention'])
  })

  it('say that the users could be read in part only', () => {
    const { item } = verdicts({ lookedFor: [], remoteAccessUsers: ['websitepipeline'] })
    expect(item.message).toMatchObject({ id: 'note/probe-incomplete', params: { probes: ['local-users'] } })
    expect(item.because).not.toContain('gone')
  })
})
