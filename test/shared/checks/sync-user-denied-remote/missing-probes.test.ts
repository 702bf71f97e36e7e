import { describe, expect, it } from 'vitest'

import type { SyncTool } from '#shared/formats/profile.ts'
import { judge, service } from '../../../support/world.ts'
import { check, groups, local, remoteDesktop, type Seen, said, situation, syncMember, without } from './server.ts'

describe('sync-user-denied-remote with probes missing', () => {
  const open: Seen = { services: [local], groups: groups([syncMember], []) }

  it.each(['user-rights', 'local-groups'] as const)('cannot tell without %s', (probe) => {
    expect(without(probe, open).verdict).toBe('unknown')
  })

  it('says nothing of an account without user-rights', () => {
    expect(said(without('user-rights', open))).toEqual([])
    expect(said(without('user-rights', { services: [service('WSPSync', 'LocalSystem')] }))).toEqual([])
  })

  it('says nothing of Remote Desktop where there is nothing to judge', () => {
    const full = situation({ services: [local] })
    const item = judge(check, { ...full, facts: { ...full.facts, 'user-rights': undefined, 'remote-desktop': remoteDesktop(true) } })
    expect(item.verdict).toBe('unknown')
    expect(item.evidence).toEqual([])
  })

  it('does not call a driver that it cannot judge a connector', () => {
    const tools: SyncTool[] = [{ name: 'Connector', kind: 'connector' }, { name: 'Driver' }]
    expect(without('user-rights', { services: [local], tools }).verdict).toBe('unknown')
  })

  it.each(['local-users', 'host'] as const)('still fails without %s', (probe) => {
    expect(without(probe, open).verdict).toBe('fail')
  })

  it("still fails for the profile's account without services", () => {
    const tools = [{ name: 'Driver', windowsAccount: 'erpsync' }]
    expect(without('services', { tools, groups: groups([syncMember], []) }).verdict).toBe('fail')
    expect(without('services', { tools }).verdict).toBe('unknown')
  })

  it('does not call an unseen driver a connector', () => {
    expect(without('services', { tools: [{ name: 'Connector', kind: 'connector' }] }).verdict).toBe('unknown')
  })

  it('does without account-groups and says so', () => {
    const item = without('account-groups', { services: [local] })
    expect(item.verdict).toBe('pass')
    expect(item.because).toContain('not looked at')
  })
})
