import { describe, expect, it } from 'vitest'

import { judge } from '../../../support/world.ts'
import { check, listener, local, type Row, said, situation } from './server.ts'

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

describe('other-remote-access-removed: ways of Windows', () => {
  it.each(ways)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
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
})
