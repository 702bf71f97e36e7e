import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createLocalGroupDatabase } from '#electron/win32/local-group-database.ts'
import { netapi, paged, type StandInPage, structure } from './net-stand-in.ts'
import type { StandIn } from './stand-in.ts'

const MEMBER = layouts.LOCALGROUP_MEMBERS_INFO_2
const SID = 'S-1-5-21-1-2-3-1001'

function memberOf(self: StandIn, use: number, name: string | null): Buffer {
  const text = name === null ? {} : { [MEMBER.lgrmi2_domainandname]: { text: name } }
  return structure(self, MEMBER.size, { [MEMBER.lgrmi2_sid]: { sid: SID }, [MEMBER.lgrmi2_sidusage]: use, ...text })
}

function groupsOfUser(pages: (self: StandIn) => readonly StandInPage[]) {
  const { windows, freed } = netapi((self) => ({ NetUserGetLocalGroups: paged(self, pages(self), 4, null) }))
  return { answer: createLocalGroupDatabase(windows.native).groupsOfUser('ACME\\svc'), freed }
}

describe('local-group-database', () => {
  it.each([
    { use: 1, name: 'ACME\\svc', kind: 'user' },
    { use: 2, name: 'ACME\\Domänen-Admins', kind: 'group' },
    { use: 4, name: 'BUILTIN\\Users', kind: 'group' },
    { use: 5, name: 'NT AUTHORITY\\INTERACTIVE', kind: 'well-known' },
    { use: 9, name: 'ACME\\HOST$', kind: 'user' },
    { use: 3, name: 'ACME', kind: 'unknown' },
    { use: 6, name: 'ACME\\gone', kind: 'unknown' },
    { use: 7, name: '', kind: 'unknown' },
    { use: 8, name: null, kind: 'unknown' },
    { use: 77, name: '', kind: 'unknown' },
  ])('reads a member of use $use as $kind', ({ use, name, kind }) => {
    const { windows, freed } = netapi((self) => ({
      NetLocalGroupGetMembers: (...args) => {
        expect([args[0], args[1], args[2]]).toEqual([null, 'Administrators', 2])
        return paged(self, [{ rows: [memberOf(self, use, name)], status: 0 }], 3)(...args)
      },
    }))
    const members = createLocalGroupDatabase(windows.native).members('Administrators')
    expect(members).toEqual({
      ok: true,
      value: { rows: [{ sid: SID, kind, name: kind === 'unknown' ? '' : name }], cutShort: null },
    })
    expect(freed).toHaveLength(1)
  })

  it('does not take a member without a SID', () => {
    const { windows } = netapi((self) => ({
      NetLocalGroupGetMembers: paged(self, [{ rows: [structure(self, MEMBER.size, {})], status: 0 }], 3),
    }))
    expect(createLocalGroupDatabase(windows.native).members('x')).toMatchObject({ ok: false, failure: { code: 13, subject: 'x' } })
  })

  it('reads members as SIDs alone', () => {
    const { windows } = netapi((self) => ({
      NetLocalGroupGetMembers: (...args) => {
        expect(args[2]).toBe(0)
        return paged(self, [{ rows: [structure(self, 8, { 0: { sid: SID } })], status: 0 }], 3)(...args)
      },
    }))
    expect(createLocalGroupDatabase(windows.native).memberSids('x')).toEqual({ ok: true, value: { rows: [SID], cutShort: null } })
  })

  it('reads the groups of an account', () => {
    const { answer, freed } = groupsOfUser((self) => [{ rows: [structure(self, 8, { 0: { text: 'Gäste' } })], status: 0 }])
    expect(answer).toEqual({ ok: true, value: { rows: ['Gäste'], cutShort: null } })
    expect(freed).toHaveLength(1)
  })

  it('asks for the groups of an account once, and says where there are more', () => {
    const { answer } = groupsOfUser((self) => [{ rows: [structure(self, 8, { 0: { text: 'Gäste' } })], status: 234 }])
    expect(answer).toMatchObject({ ok: true, value: { rows: ['Gäste'], cutShort: { code: 234, subject: 'ACME\\svc' } } })
  })

  it('is refused the groups of an account that nobody has', () => {
    expect(groupsOfUser(() => [{ rows: [], status: 2221 }]).answer).toMatchObject({ ok: false, failure: { code: 2221 } })
  })
})
