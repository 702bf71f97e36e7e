import { describe, expect, it } from 'vitest'

import { judge, program } from '../../../support/world.ts'
import { allow, check, idle, listener, local, type Row, running, said, situation, teamViewer } from './server.ts'

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

describe('other-remote-access-removed: firewall', () => {
  it.each(firewall)('$name: $verdict', (row) => {
    const item = judge(check, situation(row))
    expect(item.verdict).toBe(row.verdict)
    expect(said(item)).toEqual(row.says)
  })
})
