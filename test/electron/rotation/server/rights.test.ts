import { describe, expect, it } from 'vitest'

import { createRightsHands } from '#electron/rotation/server/rights.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { PolicyRights, Reading } from '#shared/rotation/preflight/readings.ts'
import { accountPorts } from './services-under-test.ts'

const SID = 'S-1-5-21-9-9-9-1001'
const GROUP = 'S-1-5-32-555'
const SERVICE = 'SeServiceLogonRight'
const DENY = 'SeDenyRemoteInteractiveLogonRight'

interface Made {
  /** rights that the account holds itself; a number is the code of a refusal */
  readonly own?: readonly string[] | number
  readonly holders?: readonly string[] | number | null
  readonly groups?: readonly string[] | number
  readonly policies?: Reading<readonly PolicyRights[]>
  readonly refusal?: number
  /** changes are taken and forgotten */
  readonly forgetful?: boolean
  /** what cannot be read any more after a change */
  readonly hidesLater?: boolean
}

function rightsOf(made: Made = {}) {
  const {
    own = [],
    holders = [],
    groups = [GROUP],
    policies = { status: 'read', value: [], gaps: [] },
    refusal,
    forgetful,
    hidesLater,
  } = made
  let held = typeof own === 'number' ? [] : [...own]
  const changes: unknown[][] = []
  const change = (call: string, sid: string, right: string, next: readonly string[]) => {
    changes.push([call, sid, right])
    if (refusal !== undefined) return refused(call, refusal)
    if (!forgetful) held = [...next]
    return succeeded(null)
  }
  const hands = createRightsHands({
    ...accountPorts,
    rights: {
      of: () => {
        if (typeof own === 'number') return refused('LsaEnumerateAccountRights', own)
        return hidesLater && changes.length > 0 ? refused('LsaEnumerateAccountRights', 5) : succeeded(held)
      },
      add: (sid, right) => change('add', sid, right, [...held, right]),
      remove: (sid, right) =>
        change(
          'remove',
          sid,
          right,
          held.filter((name) => name !== right),
        ),
    },
    localPolicy: {
      open: (reader) =>
        succeeded(reader({ holders: () => (typeof holders === 'number' ? refused('LsaOpenPolicy', holders) : succeeded(holders)) })),
    },
    authorization: { groupsOf: () => (typeof groups === 'number' ? refused('AuthzInitializeContextFromSid', groups) : succeeded(groups)) },
    policyRights: async () => policies,
  })
  return { hands, changes }
}

const done = { kind: 'done' }
const notDone = (code: string) => ({ kind: 'failed', code, outcome: 'not-done' })
const policies = (rights: readonly string[], gaps: readonly string[] = []): Reading<readonly PolicyRights[]> => ({
  status: 'read',
  value: [{ policy: 'Server-Richtlinie', rights }],
  gaps,
})

describe('whether an account holds a right', () => {
  it.each([
    { name: 'itself', made: { own: [SERVICE] }, held: true },
    { name: 'by a group', made: { holders: [GROUP] }, held: true },
    { name: 'in the list of holders alone', made: { own: 5, holders: [SID], groups: 5 }, held: true },
    { name: 'not at all', made: { holders: ['S-1-5-80-0'] }, held: false },
    { name: 'not, as nobody does', made: { groups: 1355 }, held: false },
    { name: 'not itself, and its groups are not known', made: { holders: [GROUP], groups: 1355 }, held: null },
    { name: 'not itself, and the holders are not known', made: { holders: 5 }, held: null },
    { name: 'of which this Windows does not know', made: { holders: null }, held: null },
    { name: 'by no group, and its own are not known', made: { own: 5, holders: [] }, held: null },
  ])('$name: $held', async ({ made, held }) => {
    expect(await rightsOf(made).hands.holds('.\\erpsync', SERVICE)).toBe(held)
  })

  it('does not know of an account that nobody has', async () => {
    expect(await rightsOf({ own: [SERVICE] }).hands.holds('ERP01\\nobody', SERVICE)).toBeNull()
  })
})

describe('granting a right', () => {
  it.each(['ERP01\\erpsync', '.\\erpsync', 'erpsync'])('gives it to %s and reads it back', async (account) => {
    const { hands, changes } = rightsOf({ own: ['SeNetworkLogonRight'] })
    expect(await hands.grant(account, SERVICE)).toEqual(done)
    expect(changes).toEqual([['add', SID, SERVICE]])
    expect(await hands.grant(account, SERVICE)).toEqual(done)
    expect(changes).toHaveLength(1)
  })

  it('keeps an account out of Remote Desktop', async () => {
    const { hands, changes } = rightsOf()
    expect(await hands.denyRemoteDesktop('.\\erpsync')).toEqual(done)
    expect(changes).toEqual([['add', SID, DENY]])
  })

  it('does not repeat what a group gives', async () => {
    const { hands, changes } = rightsOf({ holders: [GROUP], policies: policies([SERVICE]) })
    expect(await hands.grant('.\\erpsync', SERVICE)).toEqual(done)
    expect(changes).toEqual([])
  })

  it('names the policy that owns the right, however that spells it', async () => {
    const { hands, changes } = rightsOf({ policies: policies(['seservicelogonright']) })
    expect(await hands.grant('.\\erpsync', SERVICE)).toEqual({ ...notDone('right-set-by-policy'), policy: 'Server-Richtlinie' })
    expect(changes).toEqual([])
  })

  it.each([
    { name: 'a policy may own it', made: { policies: policies([DENY], ['one policy']) }, code: 'right-policy-not-known' },
    { name: 'no policy can be read', made: { policies: { status: 'denied', reason: '' } as const }, code: 'right-policy-not-known' },
    { name: 'access is denied', made: { refusal: 5 }, code: 'right-5' },
    { name: 'the authority refuses', made: { refusal: 0xc00000dc }, code: 'right-0xC00000DC' },
    { name: 'it is forgotten', made: { forgetful: true }, code: 'right-not-kept' },
  ])('fails where $name', async ({ made, code }) => {
    expect(await rightsOf(made).hands.grant('.\\erpsync', SERVICE)).toEqual(notDone(code))
  })

  it('does not know what became of a right that it cannot read back', async () => {
    const result = await rightsOf({ hidesLater: true }).hands.grant('.\\erpsync', SERVICE)
    expect(result).toEqual({ kind: 'failed', code: 'right-not-kept', outcome: 'unknown' })
  })

  it.each([
    { account: 'ERP01\\nobody', right: SERVICE, code: 'right-account-not-found' },
    { account: 'NT-AUTORITÄT\\Lokaler Dienst', right: SERVICE, code: 'right-account-not-ours' },
    { account: 'VORDEFINIERT\\Administratoren', right: SERVICE, code: 'right-account-not-ours' },
    { account: '.\\erpsync', right: 'SeDebugPrivilege', code: 'right-not-ours' },
  ])('gives nothing to $account of $right', async ({ account, right, code }) => {
    const { hands, changes } = rightsOf()
    expect(await hands.grant(account, right)).toEqual(notDone(code))
    expect(changes).toEqual([])
  })
})

describe('revoking a right', () => {
  it('takes away what the account holds itself, once', async () => {
    const { hands, changes } = rightsOf({ own: [SERVICE, DENY], holders: [GROUP] })
    expect(await hands.revoke('.\\erpsync', SERVICE)).toEqual(done)
    expect(await hands.revoke('.\\erpsync', SERVICE)).toEqual(done)
    expect(changes).toEqual([['remove', SID, SERVICE]])
  })

  it.each([
    { name: 'it stays', made: { forgetful: true }, code: 'right-still-there' },
    { name: 'access is denied', made: { refusal: 5 }, code: 'right-5' },
    { name: 'a policy gives it', made: { policies: policies([SERVICE]) }, code: 'right-set-by-policy' },
  ])('fails where $name', async ({ made, code }) => {
    expect(await rightsOf({ own: [SERVICE], ...made }).hands.revoke('.\\erpsync', SERVICE)).toMatchObject(notDone(code))
  })
})
