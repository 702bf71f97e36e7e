import { describe, expect, it } from 'vitest'

import { createMatcher, type Matcher, type ToolEvidence } from '#shared/catalogue/match.ts'
import { remoteTools } from '#shared/catalogue/tools.ts'
import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/other-remote-access-removed/definition.ts'
import { rule } from '#shared/checks/other-remote-access-removed/rule.ts'
import type { Facts, ProbeId } from '#shared/facts/index.ts'
import type { Answer } from '#shared/formats/answers.ts'
import type { CheckupItem } from '#shared/formats/checkup.ts'
import { judge, program, type Situation, service } from '../../support/world.ts'

const check = pair(definition, rule)

type Process = Facts['processes']['processes'][number]
type Service = Facts['services']['services'][number]
type Listener = Facts['listeners']['listeners'][number]
type FirewallRule = Facts['firewall']['inboundAllow'][number]

function running(name: string, path: string | null = null): Process {
  return { name, path, account: null, accountSid: null }
}

function local(name: string, more: Partial<Service> = {}): Service {
  return service(name, 'LocalSystem', { executable: `C:\\Other\\${name}.bin`, ...more })
}

function listener(port: number, address = '0.0.0.0', process: string | null = null): Listener {
  return { protocol: 'tcp', address, port, process }
}

function allow(more: Partial<FirewallRule>): FirewallRule {
  return { name: 'Rule', protocol: 'TCP', localPorts: 'any', remoteAddresses: 'any', program: null, service: null, ...more }
}

interface Seen {
  readonly services?: readonly Service[]
  readonly programs?: Facts['programs']['programs']
  readonly processes?: readonly Process[]
  readonly files?: Facts['remote-access-files']['present']
  readonly remoteDesktop?: Partial<Facts['remote-desktop']>
  readonly listeners?: readonly Listener[]
  readonly rules?: readonly FirewallRule[]
  readonly profiles?: Facts['firewall']['profiles']
}

const off: Facts['remote-desktop'] = {
  enabled: false,
  port: 3389,
  networkLevelAuthentication: true,
  remoteAssistance: false,
  setByPolicy: [],
}

function situation(seen: Seen): Situation {
  return {
    facts: {
      services: { services: seen.services ?? [] },
      programs: { programs: seen.programs ?? [] },
      processes: { processes: seen.processes ?? [] },
      'remote-access-files': { present: seen.files ?? [] },
      'remote-desktop': { ...off, ...seen.remoteDesktop },
      listeners: { listeners: seen.listeners ?? [] },
      firewall: { profiles: seen.profiles ?? [{ name: 'domain', enabled: true, inboundDefault: 'block' }], inboundAllow: seen.rules ?? [] },
    },
  }
}

function without(probe: ProbeId, seen: Seen): CheckupItem {
  const full = situation(seen)
  return judge(check, { ...full, facts: { ...full.facts, [probe]: undefined } })
}

function said(item: CheckupItem): string[] {
  return [item.message, ...(item.also ?? [])]
    .filter(({ id }) => id.startsWith('other-remote-access-removed/'))
    .map(({ id, params }) => [id.replace('other-remote-access-removed/', ''), ...Object.values(params).flat()].join(': '))
}

interface Row extends Seen {
  readonly name: string
  readonly verdict: string
  readonly says: readonly string[]
}

const teamViewer = local('TeamViewer', { executable: 'C:\\Program Files\\TeamViewer\\TeamViewer_Service.exe' })
const idle = local('TeamViewer', { state: 'stopped' })
const firstConnect = 'ScreenConnect Client (0123456789abcdef)'
const secondConnect = 'ScreenConnect Client (fedcba9876543210)'

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

const ways: readonly Row[] = [
  { name: 'Remote Desktop on', remoteDesktop: { enabled: true }, verdict: 'attention', says: ['on-unattended: Remote Desktop'] },
  {
    name: 'Remote Assistance on',
    remoteDesktop: { remoteAssistance: true },
    verdict: 'attention',
    says: ['on-attended: Remote Assistance'],
  },
  { name: 'port 22', listeners: [listener(22)], verdict: 'attention', says: ['on-unattended: SSH'] },
  {
    name: 'sshd on another port',
    listeners: [listener(2222, '::', 'C:\\Windows\\System32\\OpenSSH\\sshd.exe')],
    verdict: 'attention',
    says: ['on-unattended: SSH'],
  },
  { name: 'sshd by its name alone', listeners: [listener(2222, '::', 'SSHD')], verdict: 'attention', says: ['on-unattended: SSH'] },
  {
    name: 'another process on another port',
    listeners: [listener(2222, '::', 'C:\\notsshd.exe'), listener(23), listener(21)],
    verdict: 'pass',
    says: ['none'],
  },
  {
    name: 'a process in a folder named after sshd',
    listeners: [listener(2222, '::', 'C:\\sshd\\other.exe'), listener(2222, '::', 'sshd.exe.bak')],
    verdict: 'pass',
    says: ['none'],
  },
  {
    name: 'sshd on loopback alone',
    listeners: [listener(22, '127.0.0.1'), listener(22, '::1'), listener(22, '127.8.9.10'), listener(22, '::ffff:127.0.0.1')],
    verdict: 'pass',
    says: ['none'],
  },
  {
    name: 'an address that only begins like loopback',
    listeners: [listener(22, '127.0.0.1.example'), listener(22, '::11')],
    verdict: 'attention',
    says: ['on-unattended: SSH'],
  },
  {
    name: 'an address that only ends like loopback',
    listeners: [listener(22, '10.127.0.0.1')],
    verdict: 'attention',
    says: ['on-unattended: SSH'],
  },
  { name: 'port 22 by UDP', listeners: [{ ...listener(22), protocol: 'udp' }], verdict: 'pass', says: ['none'] },
  { name: 'WinRM', listeners: [listener(5985)], verdict: 'attention', says: ['on-unattended: WinRM'] },
  { name: 'WinRM over TLS', listeners: [listener(5986, '192.168.1.10')], verdict: 'attention', says: ['on-unattended: WinRM'] },
  { name: 'WinRM on loopback', listeners: [listener(5985, '127.0.0.1')], verdict: 'pass', says: ['none'] },
  { name: 'ports beside those of WinRM', listeners: [listener(5984), listener(5987)], verdict: 'pass', says: ['none'] },
  { name: 'RD Gateway running', services: [local('TSGateway')], verdict: 'attention', says: ['on-unattended: Remote Desktop Gateway'] },
  {
    name: 'Routing and Remote Access running',
    services: [local('remoteaccess')],
    verdict: 'attention',
    says: ['on-unattended: Routing and Remote Access'],
  },
  { name: 'Telnet running', services: [local('TlntSvr')], verdict: 'attention', says: ['on-unattended: Telnet'] },
  {
    name: 'roles whose services do not run',
    services: [
      local('TSGateway', { state: 'stopped' }),
      local('RemoteAccess', { state: 'paused' }),
      local('TlntSvr', { state: 'pending' }),
    ],
    verdict: 'pass',
    says: ['none'],
  },
  {
    name: 'services of Windows that are no way in by their names',
    services: [local('TermService'), local('WinRM'), local('sshd')],
    verdict: 'pass',
    says: ['none'],
  },
  {
    name: 'everything of Windows at once',
    remoteDesktop: { enabled: true, remoteAssistance: true },
    listeners: [listener(22), listener(5985), listener(5986)],
    services: [local('TlntSvr')],
    verdict: 'attention',
    says: ['on-unattended: Remote Desktop: SSH: WinRM: Telnet', 'on-attended: Remote Assistance'],
  },
]

const tv = 'C:\\Program Files\\TeamViewer\\TeamViewer_Service.exe'
const open = { verdict: 'attention', says: ['running-unattended: TeamViewer', 'firewall-open: TeamViewer'] }
const closed = { verdict: 'attention', says: ['running-unattended: TeamViewer'] }
const rdpOpen = {
  remoteDesktop: { enabled: true, port: 3390 },
  verdict: 'attention',
  says: ['on-unattended: Remote Desktop', 'firewall-open: Remote Desktop'],
}
const rdpClosed = { ...rdpOpen, says: ['on-unattended: Remote Desktop'] }

const firewall: readonly Row[] = [
  { name: "the tool's program", services: [teamViewer], rules: [allow({ program: tv.toUpperCase() })], ...open },
  {
    name: 'another program in its folder',
    services: [teamViewer],
    rules: [allow({ program: 'C:\\Program Files\\TeamViewer\\x64\\tv.exe' })],
    ...open,
  },
  {
    name: 'a program in a folder of a similar name',
    services: [teamViewer],
    rules: [allow({ program: 'C:\\Program Files\\TeamViewer2\\tv.exe' })],
    ...closed,
  },
  {
    name: 'another program in Program Files',
    services: [teamViewer],
    rules: [allow({ program: 'C:\\Program Files\\other.exe' })],
    ...closed,
  },
  {
    name: 'a program from known addresses',
    services: [teamViewer],
    rules: [allow({ program: tv, remoteAddresses: '10.0.0.0/8,LocalSubnet' })],
    ...closed,
  },
  {
    name: 'any address among others',
    services: [teamViewer],
    rules: [allow({ program: tv, remoteAddresses: '10.0.0.0/8, 0.0.0.0/0' })],
    ...open,
  },
  { name: 'any address by a star', services: [teamViewer], rules: [allow({ program: tv, remoteAddresses: '*' })], ...open },
  { name: 'any IPv6 address', services: [teamViewer], rules: [allow({ program: tv, remoteAddresses: '::/0' })], ...open },
  {
    name: 'the whole range of addresses',
    services: [teamViewer],
    rules: [allow({ program: tv, remoteAddresses: '0.0.0.0-255.255.255.255' })],
    ...open,
  },
  { name: 'no addresses given', services: [teamViewer], rules: [allow({ program: tv, remoteAddresses: '' })], ...open },
  {
    name: 'Any in another case',
    services: [teamViewer],
    rules: [allow({ program: tv, remoteAddresses: 'ANY', protocol: ' Udp ' })],
    ...open,
  },
  { name: 'a protocol without ports', services: [teamViewer], rules: [allow({ program: tv, protocol: 'ICMPv4' })], ...closed },
  { name: 'a protocol by its number', services: [teamViewer], rules: [allow({ program: tv, protocol: '6' })], ...open },
  { name: 'everything to everybody', services: [teamViewer], rules: [allow({ protocol: 'any' })], ...open },
  { name: 'everything to one service', services: [teamViewer], rules: [allow({ service: 'other' })], ...closed },
  { name: 'a port that nothing of it listens on', services: [teamViewer], rules: [allow({ localPorts: '5938' })], ...closed },
  {
    name: 'a port that its program listens on',
    services: [teamViewer],
    listeners: [listener(5938, '0.0.0.0', tv)],
    rules: [allow({ localPorts: '5938' })],
    ...open,
  },
  {
    name: 'a port that its program, told by name, listens on',
    services: [teamViewer],
    listeners: [listener(5938, '::', 'teamviewer_service.exe')],
    rules: [allow({ localPorts: '5938' })],
    ...open,
  },
  {
    name: 'a port of its program on loopback',
    services: [teamViewer],
    listeners: [listener(5938, '127.0.0.1', tv)],
    rules: [allow({ localPorts: '5938' })],
    ...closed,
  },
  {
    name: 'a port of another program',
    services: [teamViewer],
    listeners: [listener(5938, '0.0.0.0', 'C:\\Other\\TeamViewer_Service.exe'), listener(5938)],
    rules: [allow({ localPorts: '5938' })],
    ...closed,
  },
  {
    name: 'the program of a process',
    processes: [running('TeamViewer.exe', 'E:\\TV\\TeamViewer.exe')],
    rules: [allow({ program: 'E:\\TV\\TeamViewer.exe' })],
    ...open,
  },
  {
    name: 'the folder of a process is not the tool',
    processes: [running('TeamViewer.exe', 'E:\\TV\\TeamViewer.exe')],
    rules: [allow({ program: 'E:\\TV\\other.exe' })],
    ...closed,
  },
  { name: 'a process whose path was refused', processes: [running('TeamViewer.exe')], rules: [allow({ program: '' })], ...closed },
  {
    name: 'another process and service',
    services: [teamViewer, local('Other')],
    processes: [running('other.exe', 'E:\\o\\other.exe')],
    rules: [allow({ program: 'E:\\o\\other.exe' }), allow({ program: 'C:\\Other\\x.exe' })],
    ...closed,
  },
  {
    name: 'the folder of an installed program',
    programs: [program('TeamViewer', { location: 'E:\\Tools\\TV\\' }), program('Other', { location: 'E:\\Other' })],
    rules: [allow({ program: 'E:\\Tools\\TV\\tv.exe' })],
    verdict: 'attention',
    says: ['installed-unattended: TeamViewer', 'firewall-open: TeamViewer'],
  },
  {
    name: 'the folder above an installed program',
    programs: [program('TeamViewer', { location: 'E:\\Tools\\TV' })],
    rules: [allow({ program: 'E:\\Tools\\other.exe' })],
    verdict: 'attention',
    says: ['installed-unattended: TeamViewer'],
  },
  {
    name: 'a process that only bears the name of the service',
    services: [idle],
    processes: [running('TeamViewer', 'E:\\x\\TeamViewer')],
    rules: [allow({ program: 'E:\\x\\TeamViewer' })],
    verdict: 'attention',
    says: ['installed-unattended: TeamViewer'],
  },
  {
    name: 'the folder of another installed program',
    programs: [program('TeamViewer'), program('Other', { location: 'E:\\Other' })],
    rules: [allow({ program: 'E:\\Other\\o.exe' })],
    verdict: 'attention',
    says: ['installed-unattended: TeamViewer'],
  },
  {
    name: 'a left-over is not reachable',
    files: [{ tool: 'teamviewer', path: 'C:\\Program Files\\TeamViewer' }],
    rules: [allow({ program: null })],
    verdict: 'attention',
    says: ['remnant: TeamViewer'],
  },
  { name: 'the port of Remote Desktop', ...rdpOpen, rules: [allow({ localPorts: '3390', program: 'System' })] },
  { name: 'the port in a list', ...rdpOpen, rules: [allow({ localPorts: '80, 3390' })] },
  { name: 'the port as the start of a range', ...rdpOpen, rules: [allow({ localPorts: '3390-4000' })] },
  { name: 'the port as the end of a range', ...rdpOpen, rules: [allow({ localPorts: '3000 - 3390' })] },
  { name: 'a range below the port', ...rdpClosed, rules: [allow({ localPorts: '3000-3389' })] },
  { name: 'a range above the port', ...rdpClosed, rules: [allow({ localPorts: '3391-4000' })] },
  {
    name: 'a port that contains its digits',
    ...rdpClosed,
    rules: [allow({ localPorts: '33900' }), allow({ localPorts: 'x3390' }), allow({ localPorts: '3390x' })],
  },
  { name: 'a word for changing ports', ...rdpClosed, rules: [allow({ localPorts: 'RPC' })] },
  { name: 'all ports of another program', ...rdpClosed, rules: [allow({ program: 'C:\\x.exe' })] },
  { name: 'all ports, by a star', ...rdpOpen, rules: [allow({ localPorts: '*' })] },
  { name: 'all ports, by nothing', ...rdpOpen, rules: [allow({ localPorts: '' })] },
  { name: 'all ports, in capitals', ...rdpOpen, rules: [allow({ localPorts: ' Any ' })] },
  { name: 'the usual port while another is set', ...rdpClosed, rules: [allow({ localPorts: '3389' })] },
  { name: 'all profiles off', ...rdpOpen, profiles: [{ name: 'public', enabled: false, inboundDefault: 'block' }] },
  { name: 'all profiles let everything in', ...rdpOpen, profiles: [{ name: 'public', enabled: true, inboundDefault: 'allow' }] },
  {
    name: 'one profile of two off',
    ...rdpClosed,
    profiles: [
      { name: 'domain', enabled: true, inboundDefault: 'block' },
      { name: 'public', enabled: false, inboundDefault: 'block' },
    ],
  },
  { name: 'no profile known', ...rdpClosed, profiles: [] },
  {
    name: 'the port of SSH',
    listeners: [listener(2222, '::', 'sshd')],
    rules: [allow({ localPorts: '2222' })],
    verdict: 'attention',
    says: ['on-unattended: SSH', 'firewall-open: SSH'],
  },
  {
    name: 'the ports of WinRM',
    listeners: [listener(5986)],
    rules: [allow({ localPorts: '5986' })],
    verdict: 'attention',
    says: ['on-unattended: WinRM', 'firewall-open: WinRM'],
  },
  {
    name: 'a port that WinRM does not use',
    listeners: [listener(5986)],
    rules: [allow({ localPorts: '5985' })],
    verdict: 'attention',
    says: ['on-unattended: WinRM'],
  },
  {
    name: 'the port of Telnet',
    services: [local('TlntSvr')],
    rules: [allow({ localPorts: '23' })],
    verdict: 'attention',
    says: ['on-unattended: Telnet', 'firewall-open: Telnet'],
  },
  {
    name: 'a port of the gateway',
    services: [local('TSGateway')],
    rules: [allow({ localPorts: '443' })],
    verdict: 'attention',
    says: ['on-unattended: Remote Desktop Gateway', 'firewall-open: Remote Desktop Gateway'],
  },
  {
    name: 'a port of the VPN',
    services: [local('RemoteAccess')],
    rules: [allow({ localPorts: '1723' })],
    verdict: 'attention',
    says: ['on-unattended: Routing and Remote Access', 'firewall-open: Routing and Remote Access'],
  },
]

describe('other-remote-access-removed', () => {
  it.each(tools)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })

  describe('ways of Windows', () => {
    it.each(ways)('$name: $verdict', (row) => {
      const item = judge(check, situation(row))
      expect(item.verdict).toBe(row.verdict)
      expect(said(item)).toEqual(row.says)
    })
  })

  describe('firewall', () => {
    it.each(firewall)('$name', (row) => {
      const item = judge(check, situation(row))
      expect(item.verdict).toBe(row.verdict)
      expect(said(item)).toEqual(row.says)
    })
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

  it('shows the ways of Windows with their ports', () => {
    const item = judge(
      check,
      situation({
        remoteDesktop: { enabled: true, port: 3390, remoteAssistance: true },
        listeners: [listener(22, '::', 'sshd'), listener(5985, '10.0.0.5'), listener(5985, '10.0.0.6')],
        services: [local('TlntSvr')],
        profiles: [{ name: 'public', enabled: false, inboundDefault: 'block' }],
      }),
    )
    const details = item.evidence
      .filter((piece) => piece.kind !== 'firewall-off')
      .map(({ probe, subject, detail }) => [probe, subject, detail])
    expect(details).toEqual([
      ['remote-desktop', 'rdp', 'Remote Desktop: works with nobody at the server'],
      ['remote-desktop', 'rdp', 'switched on; port 3390'],
      ['remote-desktop', 'remote-assistance', 'Remote Assistance: for attended sessions'],
      ['remote-desktop', 'remote-assistance', 'switched on'],
      ['listeners', 'ssh', 'SSH: works with nobody at the server'],
      ['listeners', 'ssh', 'listens on ::, port 22: sshd'],
      ['listeners', 'winrm', 'WinRM: works with nobody at the server'],
      ['listeners', 'winrm', 'listens on 10.0.0.5, port 5985: –'],
      ['listeners', 'winrm', 'listens on 10.0.0.6, port 5985: –'],
      ['services', 'telnet', 'Telnet: works with nobody at the server'],
      ['services', 'telnet', 'service TlntSvr, running'],
    ])
    expect(item.evidence.filter((piece) => piece.probe === 'firewall').map((piece) => piece.subject)).toEqual([
      'rdp',
      'remote-assistance',
      'ssh',
      'winrm',
      'telnet',
    ])
  })

  it('shows that a policy switched Remote Desktop on', () => {
    const kinds = (setByPolicy: readonly string[]): unknown[] =>
      judge(check, situation({ remoteDesktop: { enabled: true, setByPolicy } })).evidence.map((piece) => piece.kind)
    expect(kinds(['UserAuthentication', 'fDenyTSConnections'])).toEqual(['unattended', 'setting-by-policy'])
    expect(kinds(['UserAuthentication'])).toEqual(['unattended', 'setting'])
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
