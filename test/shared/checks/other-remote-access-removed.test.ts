import { describe, expect, it } from 'vitest'

import { createMatcher, type Matcher, type ToolEvidence } from '#shared/catalogue/match.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { rule } from '#shared/checks/other-remote-access-removed/rule.ts'
import type { Answer } from '#shared/formats/answers.ts'
import { judge, program } from '../../support/world.ts'
import {
  allow,
  check,
  idle,
  listener,
  local,
  type Row,
  running,
  type Seen,
  said,
  situation,
  teamViewer,
  without,
} from './other-remote-access-removed/server.ts'

const firstConnect = 'ScreenConnect Client (0123456789abcdef)'
const secondConnect = 'ScreenConnect Client (fedcba9876543210)'
const tv = 'C:\\Program Files\\TeamViewer\\TeamViewer_Service.exe'

const tools: readonly Row[] = [
  { name: 'nothing', verdict: 'pass', says: ['none'] },
  { name: 'a running service', services: [teamViewer], verdict: 'attention', says: ['running-unattended: TeamViewer'] },
  { name: 'a stopped service', services: [idle], verdict: 'attention', says: ['installed-unattended: TeamViewer'] },
  { name: 'an installed program', programs: [program('TeamViewer')], verdict: 'attention', says: ['installed-unattended: TeamViewer'] },
  {
    name: 'a program and its folder',
    programs: [program('TeamViewer')],
    files: [{ tool: 'teamviewer', path: 'C:\\Program Files\\TeamViewer' }],
    verdict: 'attention',
    says: ['installed-unattended: TeamViewer'],
  },
  { name: 'a running process', processes: [running('TeamViewer.exe')], verdict: 'attention', says: ['running-unattended: TeamViewer'] },
  {
    name: 'a stopped service and a running process',
    services: [idle],
    processes: [running('TeamViewer.exe')],
    verdict: 'attention',
    says: ['running-unattended: TeamViewer'],
  },
  {
    name: 'only a folder',
    files: [{ tool: 'teamviewer', path: 'C:\\Program Files\\TeamViewer' }],
    verdict: 'attention',
    says: ['remnant: TeamViewer'],
  },
  {
    name: 'an attended tool running',
    processes: [running('SplashtopSOS.exe')],
    verdict: 'attention',
    says: ['running-attended: Splashtop SOS'],
  },
  {
    name: 'an attended tool installed',
    programs: [program('Splashtop SOS')],
    verdict: 'attention',
    says: ['installed-attended: Splashtop SOS'],
  },
  {
    name: 'an agent for remote management',
    services: [local('Atera', { executable: 'C:\\x\\AteraAgent.exe', name: 'AteraAgent' })],
    verdict: 'attention',
    says: ['running-unattended: Atera Agent'],
  },
  { name: 'a malicious tool', services: [local('TrustConnect Agent')], verdict: 'fail', says: ['malicious: TrustConnect'] },
  {
    name: 'a left-over of a malicious tool',
    files: [{ tool: 'trustconnect', path: 'C:\\ProgramData\\TrustConnect' }],
    verdict: 'fail',
    says: ['malicious: TrustConnect'],
  },
  { name: 'a change to Remote Desktop', processes: [running('RDPWInst.exe')], verdict: 'fail', says: ['rdp-changed: RDP Wrapper Library'] },
  {
    name: 'a change to Remote Desktop by a name from memory',
    programs: [program('RDP Wrapper')],
    verdict: 'attention',
    says: ['not-verified: RDP Wrapper Library'],
  },
  {
    name: 'a change to Remote Desktop by two kinds of names from memory',
    programs: [program('RDP Wrapper')],
    files: [{ tool: 'rdpwrap', path: 'C:\\Program Files\\RDP Wrapper' }],
    verdict: 'fail',
    says: ['rdp-changed: RDP Wrapper Library'],
  },
  { name: 'a tool by a name from memory', programs: [program('Mikogo')], verdict: 'attention', says: ['not-verified: Mikogo'] },
  {
    name: 'two installations of one tool',
    services: [local(firstConnect), local(secondConnect, { state: 'stopped' })],
    verdict: 'attention',
    says: [
      `running-unattended: ConnectWise ScreenConnect client (${firstConnect})`,
      `installed-unattended: ConnectWise ScreenConnect client (${secondConnect})`,
    ],
  },
  {
    name: 'several tools',
    services: [teamViewer],
    processes: [running('AnyDesk.exe')],
    verdict: 'attention',
    says: ['running-unattended: AnyDesk: TeamViewer'],
  },
  { name: 'the GoTo family', services: [local('GoToAssist Remote Support Customer')], verdict: 'pass', says: ['none'] },
  {
    name: 'meetings',
    processes: [running('Zoom.exe'), running('ms-teams.exe')],
    programs: [program('Zoom')],
    verdict: 'pass',
    says: ['none'],
  },
]

describe('other-remote-access-removed', () => {
  it.each(tools)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })

  it('shows how a tool was found, once each', () => {
    const item = judge(
      check,
      situation({
        services: [teamViewer],
        programs: [program('TeamViewer')],
        processes: [running('tv_x64.exe')],
        files: [{ tool: 'teamviewer', path: 'C:\\Program Files\\TeamViewer' }],
        rules: [allow({ name: 'TV in', program: tv })],
      }),
    )
    expect(item.evidence.map(({ probe, subject, kind, detail }) => [probe, subject, kind, detail])).toEqual([
      ['services', 'teamviewer', 'unattended', 'TeamViewer: works with nobody at the server'],
      ['services', 'teamviewer', 'service-running', 'service TeamViewer, running'],
      ['programs', 'teamviewer', 'program', 'installed program TeamViewer'],
      ['processes', 'teamviewer', 'process', 'running process tv_x64.exe'],
      ['remote-access-files', 'teamviewer', 'folder', 'folder C:\\Program Files\\TeamViewer'],
      ['firewall', 'teamviewer', 'firewall-open', 'firewall rule “TV in” lets any address in'],
    ])
  })

  it('shows malicious and changing tools as such', () => {
    expect(judge(check, situation({ services: [local('TrustConnect Agent', { state: 'stopped' })] })).evidence).toMatchObject([
      { probe: 'services', subject: 'trustconnect', kind: 'malicious', detail: 'TrustConnect: malicious' },
      { kind: 'service-stopped', detail: 'service TrustConnect Agent, not running' },
    ])
    expect(judge(check, situation({ processes: [running('RDPWInst.exe')] })).evidence[0]).toMatchObject({
      probe: 'processes',
      subject: 'rdpwrap',
      kind: 'rdp-changed',
    })
  })

  it('keeps states out of the facts digest', () => {
    const digest = (seen: Seen): string | undefined => judge(check, situation(seen)).factsDigest
    expect(digest({ services: [idle] })).toBe(digest({ services: [teamViewer], rules: [allow({ program: tv })] }))
    expect(digest({ services: [idle] })).not.toBe(digest({ programs: [program('AnyDesk')] }))
    const rdp = { remoteDesktop: { enabled: true } }
    expect(digest({ remoteDesktop: { enabled: true, port: 3390 }, rules: [allow({ localPorts: '3390' })] })).toBe(digest(rdp))
    expect(digest({ ...rdp, profiles: [{ name: 'public', enabled: false, inboundDefault: 'block' }] })).toBe(digest(rdp))
    expect(digest({ listeners: [listener(22)] })).toBe(digest({ listeners: [listener(2222, '::', 'sshd')] }))
    const assisted = { remoteDesktop: { remoteAssistance: true } }
    expect(digest({ ...assisted, services: [local('TlntSvr')] })).not.toBe(digest(assisted))
  })

  it('lets only what a person answers for bear on the digest', () => {
    const { facts } = situation({
      services: [teamViewer, local('TlntSvr')],
      remoteDesktop: { enabled: true, remoteAssistance: true },
      listeners: [listener(22)],
      rules: [allow({})],
      profiles: [{ name: 'public', enabled: false, inboundDefault: 'block' }],
    })
    const findings = rule({ facts, catalogue: createMatcher() } as unknown as Parameters<typeof rule>[0])
    expect(findings).toHaveLength(10)
    for (const { evidence = [] } of findings)
      expect(evidence.map((piece) => piece.context ?? false)).toEqual(evidence.map((_, index) => index > 0))
  })

  it('settles a tool and its opening in the firewall by one answer', () => {
    const answer: Answer = { kind: 'kept', by: 'Admin', at: '2026-02-28T00:00:00Z', note: 'ours', subjects: ['teamviewer'] }
    const answers = { answers: { 'other-remote-access-removed': [answer] } }
    const kept = situation({ services: [teamViewer], rules: [allow({ program: tv })] })
    expect(judge(check, { ...kept, answers }).verdict).toBe('pass')
    const more = situation({ services: [teamViewer], remoteDesktop: { enabled: true } })
    expect(judge(check, { ...more, answers }).verdict).toBe('attention')
  })

  describe('weak names', () => {
    const tool = remoteTools.find((each) => each.id === 'teamviewer')
    const piece = (kind: ToolEvidence['kind'], more: Partial<ToolEvidence>): ToolEvidence => {
      const probe = kind === 'folder' ? 'remote-access-files' : 'processes'
      return { kind, name: kind, probe, memory: false, weak: false, ...more }
    }
    const saidOf = (...evidence: ToolEvidence[]): readonly unknown[] => {
      if (tool === undefined) throw new Error('no such tool')
      const catalogue: Matcher = { matchTools: () => [{ tool, subject: tool.id, evidence, strength: 'proven' }] }
      const input = { facts: {}, catalogue } as unknown as Parameters<typeof rule>[0]
      return rule(input).map((finding) => [finding.message.id, finding.evidence?.[0]?.probe])
    }

    it('say nothing of the state and are not named as the source', () => {
      expect(saidOf(piece('process', { weak: true, running: true }), piece('folder', {}))).toEqual([['remnant', 'remote-access-files']])
      expect(saidOf(piece('program', { weak: true }), piece('folder', {}))).toEqual([['remnant', 'remote-access-files']])
      expect(saidOf(piece('process', { weak: true }))).toEqual([['remnant', 'services']])
    })
  })

  describe('with probes missing', () => {
    it.each(['services', 'programs', 'processes', 'remote-desktop'] as const)('cannot pass without %s', (probe) => {
      expect(without(probe, {}).verdict).toBe('unknown')
    })

    it.each(['programs', 'processes', 'remote-desktop'] as const)('still fails without %s', (probe) => {
      expect(without(probe, { services: [local('TrustConnect Agent')] }).verdict).toBe('fail')
    })

    it('still fails without services', () => {
      expect(without('services', { programs: [program('TrustConnect Agent')] }).verdict).toBe('fail')
    })

    it('passes without listeners and says that SSH and WinRM were not looked at', () => {
      const item = without('listeners', {})
      expect(item.verdict).toBe('pass')
      expect(item.because).toContain('SSH and WinRM')
    })

    it('says nothing of the firewall where it was not read', () => {
      expect(said(without('firewall', { services: [teamViewer] }))).toEqual(['running-unattended: TeamViewer'])
    })

    it('finds a port only where listeners were read', () => {
      expect(said(without('listeners', { services: [teamViewer], rules: [allow({ localPorts: '5938' })] }))).toEqual([
        'running-unattended: TeamViewer',
      ])
    })

    it('passes without the folders', () => {
      expect(without('remote-access-files', {}).verdict).toBe('pass')
    })
  })
})
