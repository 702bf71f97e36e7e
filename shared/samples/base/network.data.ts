/** Protocol, address, port, owner: what a Windows Server with Remote Desktop and remote management listens on. */
export const windowsListenerRows: readonly (readonly ['tcp' | 'udp', string, number, string])[] = [
  ['tcp', '0.0.0.0', 135, 'C:\\Windows\\System32\\svchost.exe'],
  ['tcp', '0.0.0.0', 445, 'System'],
  ['tcp', '0.0.0.0', 5985, 'System'],
  ['tcp', '0.0.0.0', 47001, 'System'],
  ['tcp', '0.0.0.0', 49664, 'C:\\Windows\\System32\\lsass.exe'],
  ['tcp', '0.0.0.0', 49665, 'C:\\Windows\\System32\\wininit.exe'],
  ['tcp', '0.0.0.0', 49666, 'C:\\Windows\\System32\\svchost.exe'],
  ['tcp', '0.0.0.0', 49667, 'C:\\Windows\\System32\\svchost.exe'],
  ['tcp', '0.0.0.0', 49668, 'C:\\Windows\\System32\\spoolsv.exe'],
  ['tcp', '0.0.0.0', 49669, 'C:\\Windows\\System32\\services.exe'],
  ['tcp', '::', 135, 'C:\\Windows\\System32\\svchost.exe'],
  ['tcp', '::', 445, 'System'],
  ['tcp', '::', 5985, 'System'],
  ['tcp', '::', 47001, 'System'],
  ['udp', '0.0.0.0', 123, 'C:\\Windows\\System32\\svchost.exe'],
  ['udp', '0.0.0.0', 500, 'C:\\Windows\\System32\\svchost.exe'],
  ['udp', '0.0.0.0', 4500, 'C:\\Windows\\System32\\svchost.exe'],
  ['udp', '0.0.0.0', 5353, 'C:\\Windows\\System32\\svchost.exe'],
  ['udp', '0.0.0.0', 5355, 'C:\\Windows\\System32\\svchost.exe'],
]

/** English and German name, protocol, ports, remote addresses, program, service: the inbound rules that are on by default. */
export const windowsFirewallRows: readonly (readonly [string, string, string, string, string, string | null, string | null])[] = [
  ['Core Networking - Destination Unreachable (ICMPv6-In)', 'Kernnetzwerk - Ziel nicht erreichbar (ICMPv6 eingehend)', '58', 'any', 'any', 'System', null],
  ['Core Networking - Packet Too Big (ICMPv6-In)', 'Kernnetzwerk - Paket zu groß (ICMPv6 eingehend)', '58', 'any', 'any', 'System', null],
  ['Core Networking - Time Exceeded (ICMPv6-In)', 'Kernnetzwerk - Zeitüberschreitung (ICMPv6 eingehend)', '58', 'any', 'any', 'System', null],
  ['Core Networking - Parameter Problem (ICMPv6-In)', 'Kernnetzwerk - Parameterproblem (ICMPv6 eingehend)', '58', 'any', 'any', 'System', null],
  ['Core Networking - Neighbor Discovery Solicitation (ICMPv6-In)', 'Kernnetzwerk - Nachbarermittlungsanfrage (ICMPv6 eingehend)', '58', 'any', 'any', 'System', null],
  ['Core Networking - Router Advertisement (ICMPv6-In)', 'Kernnetzwerk - Routerankündigung (ICMPv6 eingehend)', '58', 'any', 'fe80::/64', 'System', null],
  ['Core Networking - Destination Unreachable Fragmentation Needed (ICMPv4-In)', 'Kernnetzwerk - Ziel nicht erreichbar, Fragmentierung erforderlich (ICMPv4 eingehend)', '1', 'any', 'any', 'System', null],
  ['Core Networking - Internet Group Management Protocol (IGMP-In)', 'Kernnetzwerk - Internetgruppenverwaltungsprotokoll (IGMP eingehend)', '2', 'any', 'any', 'System', null],
  ['Core Networking - Dynamic Host Configuration Protocol (DHCP-In)', 'Kernnetzwerk - Dynamic Host Configuration-Protokoll (DHCP eingehend)', 'UDP', '68', 'any', '%SystemRoot%\\system32\\svchost.exe', 'dhcp'],
  ['Core Networking - Dynamic Host Configuration Protocol for IPv6(DHCPV6-In)', 'Kernnetzwerk - Dynamic Host Configuration-Protokoll für IPv6 (DHCPv6 eingehend)', 'UDP', '546', 'any', '%SystemRoot%\\system32\\svchost.exe', 'dhcp'],
  ['Core Networking - Teredo (UDP-In)', 'Kernnetzwerk - Teredo (UDP eingehend)', 'UDP', 'Teredo', 'any', '%SystemRoot%\\system32\\svchost.exe', 'iphlpsvc'],
  ['Core Networking - IPHTTPS (TCP-In)', 'Kernnetzwerk - IPHTTPS (TCP eingehend)', 'TCP', 'IPTLSIn, IPHTTPSIn', 'any', 'System', null],
  ['Core Networking - IPv6 (IPv6-In)', 'Kernnetzwerk - IPv6 (IPv6 eingehend)', '41', 'any', 'any', 'System', null],
  ['Core Networking Diagnostics - ICMP Echo Request (ICMPv4-In)', 'Kernnetzwerkdiagnose - ICMP-Echoanforderung (ICMPv4 eingehend)', '1', 'any', 'LocalSubnet', 'System', null],
  ['File and Printer Sharing (SMB-In)', 'Datei- und Druckerfreigabe (SMB eingehend)', 'TCP', '445', 'any', 'System', null],
  ['File and Printer Sharing (NB-Session-In)', 'Datei- und Druckerfreigabe (NB-Sitzung eingehend)', 'TCP', '139', 'LocalSubnet', 'System', null],
  ['File and Printer Sharing (Spooler Service - RPC)', 'Datei- und Druckerfreigabe (Spoolerdienst - RPC)', 'TCP', 'RPC', 'LocalSubnet', '%SystemRoot%\\system32\\spoolsv.exe', 'Spooler'],
  ['mDNS (UDP-In)', 'mDNS (UDP eingehend)', 'UDP', '5353', 'LocalSubnet', '%SystemRoot%\\system32\\svchost.exe', 'dnscache'],
  ['Windows Remote Management (HTTP-In)', 'Windows-Remoteverwaltung (HTTP eingehend)', 'TCP', '5985', 'any', 'System', null],
  ['Delivery Optimization (TCP-In)', 'Übermittlungsoptimierung (TCP eingehend)', 'TCP', '7680', 'any', '%SystemRoot%\\system32\\svchost.exe', 'dosvc'],
  ['Delivery Optimization (UDP-In)', 'Übermittlungsoptimierung (UDP eingehend)', 'UDP', '7680', 'any', '%SystemRoot%\\system32\\svchost.exe', 'dosvc'],
]

/** The rules of the group Remote Desktop; they come on together with it. */
export const remoteDesktopFirewallRows: readonly (readonly [string, string, string, string, string, string | null, string | null])[] = [
  ['Remote Desktop - User Mode (TCP-In)', 'Remotedesktop - Benutzermodus (TCP eingehend)', 'TCP', '3389', 'any', '%SystemRoot%\\system32\\svchost.exe', 'termservice'],
  ['Remote Desktop - User Mode (UDP-In)', 'Remotedesktop - Benutzermodus (UDP eingehend)', 'UDP', '3389', 'any', '%SystemRoot%\\system32\\svchost.exe', 'termservice'],
  ['Remote Desktop - Shadow (TCP-In)', 'Remotedesktop - Schatten (TCP eingehend)', 'TCP', 'any', 'any', '%SystemRoot%\\system32\\RdpSa.exe', null],
]
