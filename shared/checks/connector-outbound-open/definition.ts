import { define } from '../check.ts'

export const definition = define({
  id: 'connector-outbound-open',
  checklist: 'connector-transit',
  severity: 'medium',
  reads: ['connector'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    { id: 'try', command: { shell: 'powershell', text: '80, 443 | ForEach-Object { Test-NetConnection -ComputerName HOST -Port $_ }' } },
    { id: 'proxy', command: { shell: 'cmd', text: 'netsh winhttp show proxy' } },
    {
      id: 'blocked',
      command: {
        shell: 'powershell',
        text: `Get-NetFirewallProfile -PolicyStore ActiveStore | Select-Object Name, Enabled, DefaultOutboundAction
Get-NetFirewallRule -PolicyStore ActiveStore -Direction Outbound -Action Block -Enabled True | Select-Object DisplayName, Profile`,
      },
    },
    {
      id: 'allow',
      command: {
        shell: 'powershell',
        text: String.raw`New-NetFirewallRule -DisplayName 'ERP connector (out)' -Direction Outbound -Action Allow -Protocol TCP -RemotePort 80,443 -Program 'C:\FOLDER\PROGRAM.exe'`,
      },
    },
    { id: 'network' },
    { id: 'again' },
  ],
  references: [
    { title: 'Netstock: ERP Connector', url: 'https://intercom.help/netstock/en/articles/6043038-erp-connector' },
    {
      title: 'Microsoft: Test-NetConnection',
      url: 'https://learn.microsoft.com/en-us/powershell/module/nettcpip/test-netconnection',
    },
    {
      title: 'Microsoft: New-NetFirewallRule',
      url: 'https://learn.microsoft.com/en-us/powershell/module/netsecurity/new-netfirewallrule',
    },
  ],
  texts: {
    en: {
      title: "The connector reaches the vendor's servers",
      why: 'Data leaves the ERP once a day; if a firewall swallows it, orders are planned on old stock, and the hole that is then torn open in a hurry is wider than needed.',
      judged: [
        'Every host has to answer on every port that was tried, 80 and 443 if nothing else is set.',
        'An answer directly or through a proxy passes; one of the two is enough.',
        'No answer fails, with port and error; all are listed.',
        'If nothing was tried, the verdict is unknown.',
      ],
      open: [
        'Attempts at the same host and port belong together: where the proxy answers, a direct attempt that failed is only shown.',
        'Each connector is judged by its own attempts: what one reaches says nothing about the settings of another.',
        'A port that was not tried is neither asked for nor missed.',
        'If no connector is found here, nothing was tried. With several, one without attempts makes the item unknown, unless another one fails.',
        'An answer means that a connection was made, not that the right key is used.',
      ],
      steps: {
        try: {
          text: 'On this server, try each host that does not answer; put it in place of HOST. TcpTestSucceeded must say True. If the name is not resolved at all, look at DNS first (Resolve-DnsName HOST).',
        },
        proxy: {
          text: 'If servers reach the internet through a proxy only, enter it in the settings of the connector. The command shows what Windows services use; let the proxy pass the hosts of the vendor without asking for a person’s password.',
        },
        blocked: {
          text: 'See whether this server’s own firewall blocks it: Windows key + R, wf.msc > Outbound Rules. It lets everything out unless a profile says Block or a blocking rule fits; a blocking rule beats an allowing one.',
        },
        allow: {
          text: 'Only where outbound connections are blocked by default, allow this one program: wf.msc > Outbound Rules > New Rule > Program > its path > Allow the connection; then Properties > Protocols and Ports > TCP, remote ports 80 and 443.',
          restarts: 'nothing',
          undo: "Remove-NetFirewallRule -DisplayName 'ERP connector (out)'",
        },
        network: {
          text: 'In the firewall of the network, and in each one between LAN, WAN and the internet, allow TCP 80 and 443 from this server to the hosts of the vendor. Nothing has to be opened inwards. Ask the vendor in writing before another port is opened.',
          undo: 'delete the rule again',
        },
        again: { text: 'Let the connector run a transfer, and take a new snapshot.' },
      },
      messages: {
        open: { one: '{{targets, list}} answers', other: '{{targets, list}} answer' },
        closed: { one: '{{targets, list}} does not answer', other: '{{targets, list}} do not answer' },
        'not-tried': 'whether {{products, list}} reaches its servers was not tried',
        'no-installation': 'no connector was found on this server, so nothing was tried',
      },
      evidence: {
        'direct-answers': 'answers directly',
        'proxy-answers': 'answers through the proxy',
        'direct-silent': 'no answer directly: {{error}}',
        'proxy-silent': 'no answer through the proxy: {{error}}',
        'not-tried': 'no attempt recorded',
        'no-installation': 'no installation found',
      },
    },
    de: {
      title: 'Der Connector erreicht die Server des Herstellers',
      why: 'Einmal am Tag verlassen Daten das ERP; verschluckt eine Firewall sie, wird auf altem Bestand geplant, und das eilig gerissene Loch wird größer als nötig.',
      judged: [
        'Jeder Host muss auf jedem versuchten Port antworten, ohne andere Einstellung auf 80 und 443.',
        'Eine Antwort direkt oder über einen Proxy besteht; eine von beiden genügt.',
        'Keine Antwort ist ein Mangel, mit Port und Fehler; alle werden genannt.',
        'Wurde nichts versucht, ist das Urteil unbekannt.',
      ],
      open: [
        'Versuche bei demselben Host und Port gehören zusammen: antwortet der Proxy, wird ein gescheiterter direkter Versuch nur gezeigt.',
        'Jeder Connector wird nach seinen eigenen Versuchen beurteilt: was einer erreicht, sagt nichts über die Einstellungen eines anderen.',
        'Ein Port, der nicht versucht wurde, wird weder verlangt noch vermisst.',
        'Ist hier kein Connector zu finden, wurde nichts versucht. Von mehreren macht einer ohne Versuche den Punkt unbekannt, wenn kein anderer einen Mangel hat.',
        'Eine Antwort heißt, dass eine Verbindung zustande kam, nicht, dass der richtige Schlüssel benutzt wird.',
      ],
      steps: {
        try: {
          text: 'Auf diesem Server jeden Host versuchen, der nicht antwortet, und für HOST einsetzen. TcpTestSucceeded muss True sagen. Wird schon der Name nicht aufgelöst, zuerst DNS ansehen (Resolve-DnsName HOST).',
        },
        proxy: {
          text: 'Kommen Server nur über einen Proxy ins Internet, ihn in den Einstellungen des Connectors eintragen. Der Befehl zeigt, was Windows-Dienste benutzen; der Proxy muss die Hosts des Herstellers ohne Kennwort einer Person durchlassen.',
        },
        blocked: {
          text: 'Nachsehen, ob die Firewall dieses Servers sperrt: Windows-Taste + R, wf.msc > Ausgehende Regeln. Sie lässt alles hinaus, außer ein Profil sagt Block oder eine sperrende Regel passt; eine sperrende schlägt eine erlaubende.',
        },
        allow: {
          text: 'Nur wo ausgehende Verbindungen sonst gesperrt sind, dieses eine Programm erlauben: wf.msc > Ausgehende Regeln > Neue Regel > Programm > sein Pfad > Verbindung zulassen; dann Eigenschaften > Protokolle und Ports > TCP, Remoteports 80 und 443.',
          restarts: 'nichts',
          undo: "Remove-NetFirewallRule -DisplayName 'ERP connector (out)'",
        },
        network: {
          text: 'In der Firewall des Netzes und in jeder zwischen LAN, WAN und Internet TCP 80 und 443 von diesem Server zu den Hosts des Herstellers erlauben. Nach innen muss nichts geöffnet werden. Vor jedem weiteren Port den Hersteller schriftlich fragen.',
          undo: 'die Regel wieder löschen',
        },
        again: { text: 'Den Connector eine Übertragung machen lassen und einen neuen Snapshot machen.' },
      },
      messages: {
        open: { one: '{{targets, list}} antwortet', other: '{{targets, list}} antworten' },
        closed: { one: '{{targets, list}} antwortet nicht', other: '{{targets, list}} antworten nicht' },
        'not-tried': 'ob {{products, list}} seine Server erreicht, wurde nicht versucht',
        'no-installation': 'auf diesem Server wurde kein Connector gefunden, also nichts versucht',
      },
      evidence: {
        'direct-answers': 'antwortet direkt',
        'proxy-answers': 'antwortet über den Proxy',
        'direct-silent': 'keine direkte Antwort: {{error}}',
        'proxy-silent': 'keine Antwort über den Proxy: {{error}}',
        'not-tried': 'kein Versuch verzeichnet',
        'no-installation': 'keine Installation gefunden',
      },
    },
  },
})
