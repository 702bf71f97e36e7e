import { describe, expect, it } from 'vitest'

import { localGroupsProbe } from '#electron/probes/local-groups/probe.ts'
import type { GroupMember } from '#electron/win32/local-group-database.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { accountPartsOf, contextOf, type StandInAccounts, windowsOf } from '../stand-in-windows.ts'

const SIDS: Readonly<Record<string, string>> = {
  Administratoren: 'S-1-5-32-544',
  Gäste: 'S-1-5-32-546',
  Interaktiv: 'S-1-5-4',
  'ERP01\\Interaktiv': 'S-1-5-21-1-2-3-1300',
}

const accounts: Windows['accounts'] = { sidOf: (name) => succeeded(SIDS[name] ?? null), nameOf: () => succeeded(null) }

function read(standIn: StandInAccounts, parts: Partial<Windows> = {}) {
  const windows = windowsOf({ ...accountPartsOf(standIn), accounts, ...parts })
  return localGroupsProbe.read(contextOf(windows))
}

const CHIEF: GroupMember = { sid: 'S-1-5-21-1-2-3-500', name: 'ERP01\\Chef', kind: 'user' }
const ORPHAN: GroupMember = { sid: 'S-1-5-21-8-8-8-1234', name: '', kind: 'unknown' }

/** The groups of this Windows with another way to get members. */
const membersBy = (members: Windows['groups']['members']): Partial<Windows> => ({
  groups: { ...accountPartsOf({ groups: { Administratoren: [CHIEF], Gäste: [] } }).groups, members },
})

describe('local-groups', () => {
  it('reads groups by SID with their members, orphans by their SID', () => {
    expect(read({ groups: { Administratoren: [CHIEF, ORPHAN], Gäste: [] } })).toEqual({
      status: 'ok',
      facts: {
        groups: [
          { name: 'Administratoren', sid: 'S-1-5-32-544', members: [CHIEF, { ...ORPHAN, name: ORPHAN.sid }] },
          { name: 'Gäste', sid: 'S-1-5-32-546', members: [] },
        ],
      },
    })
  })

  it('does not take an identity of Windows for a group that bears its name', () => {
    expect(read({ groups: { Interaktiv: [CHIEF] } })).toMatchObject({ facts: { groups: [{ sid: 'S-1-5-21-1-2-3-1300' }] } })
  })

  it('leaves out a group that refuses, and the others stay', () => {
    expect(read({ groups: { Administratoren: 5, Gäste: [CHIEF] } })).toEqual({
      status: 'ok',
      incomplete: true,
      facts: { groups: [{ name: 'Gäste', sid: 'S-1-5-32-546', members: [CHIEF] }] },
      notes: ['group Administratoren is left out: NetLocalGroupGetMembers for Administratoren ended with error 5'],
    })
  })

  it('leaves out a group whose SID is not told', () => {
    expect(read({ groups: { Unbekannt: [CHIEF], Gäste: [] } })).toMatchObject({
      incomplete: true,
      facts: { groups: [{ name: 'Gäste' }] },
      notes: ['group Unbekannt is left out: LookupAccountNameW for Unbekannt ended with error 1332'],
    })
    const broken = { accounts: { ...accounts, sidOf: () => refused('LookupAccountNameW', 1789) } }
    expect(read({ groups: { Gäste: [] } }, broken)).toEqual({ status: 'failed', reason: 'LookupAccountNameW ended with error 1789' })
  })

  it.each([{ code: 2220 }, { code: 1376 }])('passes over a group that is gone by now (error $code)', ({ code }) => {
    const reading = read({ groups: { Administratoren: code, Gäste: [] } })
    expect(reading).toEqual({ status: 'ok', facts: { groups: [{ name: 'Gäste', sid: 'S-1-5-32-546', members: [] }] } })
  })

  it('keeps the SIDs of members whose names a domain does not give', () => {
    const parts = membersBy((group) => refused('NetLocalGroupGetMembers', 1789, { subject: group }))
    expect(read({}, parts)).toMatchObject({
      incomplete: true,
      facts: { groups: [{ name: 'Administratoren', members: [{ sid: CHIEF.sid, name: CHIEF.sid, kind: 'unknown' }] }, { name: 'Gäste' }] },
      notes: { length: 2 },
    })
  })

  it('is incomplete where the members end early', () => {
    const parts = membersBy(() => succeeded({ rows: [CHIEF], cutShort: { function: 'NetLocalGroupGetMembers', code: 1722 } }))
    expect(read({}, parts)).toMatchObject({
      incomplete: true,
      notes: expect.arrayContaining(['the members of Gäste may not be all: NetLocalGroupGetMembers ended with error 1722']),
    })
  })

  it.each([
    { name: 'the list refuses', groups: 5, status: 'denied' },
    { name: 'the server does not answer', groups: 1722, status: 'failed' },
    { name: 'there is no group at all, which no Windows has', groups: {}, status: 'failed' },
    { name: 'every group refuses', groups: { Administratoren: 5, Gäste: 5 }, status: 'denied' },
  ])('has no facts where $name', ({ groups, status }) => {
    expect(read({ groups })).toMatchObject({ status, reason: expect.stringMatching(/^NetLocalGroup/) })
  })

  it('says where it does not know whether there are administrators of a domain too', () => {
    const membership = { role: () => refused('DsRole', 5), join: () => refused('NetGetJoinInformation', 5) }
    const system = { ...windowsOf().system, version: () => refused('RtlGetVersion', 127) }
    expect(read({ groups: { Gäste: [] } }, { membership, system })).toMatchObject({ status: 'ok', incomplete: true })
  })
})
