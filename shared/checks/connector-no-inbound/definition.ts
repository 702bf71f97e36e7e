import { define } from '../check.ts'

export const definition = define({
  id: 'connector-no-inbound',
  checklist: 'connector-transit',
  severity: 'medium',
  reads: ['connector', 'listeners', 'processes', 'firewall?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: 'Get-NetTCPConnection -State Listen | Select-Object LocalAddress, LocalPort, @{ Name = "Path"; Expression = { (Get-Process -Id $_.OwningProcess).Path } } | Sort-Object Path',
      },
    },
    { id: 'settings', command: { shell: 'powershell', text: "Restart-Service -Name 'NAME'" } },
    {
      id: 'find-rules',
      command: {
        shell: 'powershell',
        text: String.raw`Get-NetFirewallApplicationFilter -PolicyStore ActiveStore | Where-Object Program -like '*FOLDER\*' | Get-NetFirewallRule | Where-Object { $_.Direction -eq 'Inbound' -and $_.Action -eq 'Allow' } | Select-Object DisplayName, Enabled, Profile, PolicyStoreSource`,
      },
    },
    {
      id: 'disable-rules',
      command: {
        shell: 'powershell',
        text: "Get-NetFirewallRule -DisplayName 'RULE' | Where-Object Direction -eq Inbound | Disable-NetFirewallRule",
      },
    },
    {
      id: 'block',
      command: {
        shell: 'powershell',
        text: String.raw`New-NetFirewallRule -DisplayName 'ERP connector (nothing in)' -Direction Inbound -Action Block -Program 'C:\FOLDER\PROGRAM.exe'`,
      },
    },
    { id: 'network' },
  ],
  references: [
    { title: 'Netstock: ERP Connector', url: 'https://intercom.help/netstock/en/articles/6043038-erp-connector' },
    {
      title: 'Microsoft: New-NetFirewallRule',
      url: 'https://learn.microsoft.com/en-us/powershell/module/netsecurity/new-netfirewallrule',
    },
    {
      title: 'Microsoft: Disable-NetFirewallRule',
      url: 'https://learn.microsoft.com/en-us/powershell/module/netsecurity/disable-netfirewallrule',
    },
  ],
  texts: {
    en: {
      title: 'The connector lets nobody in from the network',
      why: "The connector fetches and sends by itself, so a port that it opens on the ERP server serves no transfer and only waits for someone else's connection.",
      judged: [
        'A program in the folder of the connector that accepts TCP connections from the network fails.',
        'Where only the name of the listening program is known and a program of the same name also runs elsewhere, it needs attention.',
        'An enabled inbound rule of the Windows Firewall that allows a program in that folder fails.',
        'Connections that only this server itself can reach pass: addresses 127.* and ::1.',
      ],
      open: [
        'A program lies in the folder only below it: C:\\App is not C:\\AppData. Capitals, quotes and closing backslashes do not matter.',
        'Rules with variables such as %ProgramFiles% are read as Windows reads them; on a drive other than C: nothing is proven and the rule needs attention. So does a path with shortened names such as PROGRA~1.',
        'A listener whose program is not told, or whose path could not be read, needs attention, except where it bears the name of a part of Windows. UDP is not looked at.',
        'What the connector opens through the web service of Windows (http.sys) shows as System and is not recognised.',
        'An address for all networks (0.0.0.0 or ::) or for one of them counts alike. A rule for a service or a port that names no program is not counted here.',
        'With several connectors their folders count together. A folder shared with other products, such as Program Files itself, or none found at all, needs attention.',
        'Without the firewall the verdict rests on the listeners alone, and the sentence says so.',
      ],
      steps: {
        look: {
          text: 'See what listens: Windows key + R, resmon.exe > Network > Listening Ports, or with the command, as administrator.',
        },
        settings: {
          text: 'Ask the vendor what the port is for, and let the connector listen on 127.0.0.1 only, or not at all: in its settings, by the vendor’s instructions. Then restart its service: Server Manager > Tools > Services; put its name in place of NAME.',
          restarts: 'the connector; a transfer that is running breaks off and starts anew',
          undo: 'set the old value again and restart the service',
        },
        'find-rules': {
          text: 'Find the rules that let it in: Windows key + R, wf.msc > Inbound Rules, column Program. In the command, put a part of its path in place of FOLDER; PolicyStoreSource tells whether a rule comes from a domain policy.',
        },
        'disable-rules': {
          text: 'Disable these rules: wf.msc > Inbound Rules > the rule > Disable Rule. Put its name in place of RULE. A rule of a domain policy is taken out there: Group Policy Management > the policy > Computer Configuration > Policies > Windows Settings > Security Settings > Windows Defender Firewall with Advanced Security (Windows Server 2016: without Defender).',
          restarts: 'nothing; connections that are open may stay until they end',
          undo: "Get-NetFirewallRule -DisplayName 'RULE' | Where-Object Direction -eq Inbound | Enable-NetFirewallRule",
        },
        block: {
          text: 'If it has to go on listening until the vendor answers, block it: wf.msc > Inbound Rules > New Rule > Program > its path > Block the connection. A blocking rule beats an allowing one. The item stays open until the connector no longer listens.',
          restarts: 'nothing',
          undo: "Remove-NetFirewallRule -DisplayName 'ERP connector (nothing in)'",
        },
        network: {
          text: 'Remove port forwarding and inbound rules for this server from the firewall of the network too, and take a new snapshot.',
          undo: 'put the rule back',
        },
      },
      messages: {
        closed: 'the connector accepts no connections from the network',
        listens: {
          one: 'the connector accepts connections from the network: {{programs, list}}',
          other: 'the connector accepts connections from the network: {{programs, list}}',
        },
        'name-shared': 'a program of this name is the connector’s, another one lies elsewhere, and one of them listens: {{programs, list}}',
        'path-not-told': 'where the program lies that listens could not be told: {{programs, list}}',
        'owner-not-told': 'which program listens on {{places, list}} could not be told',
        'let-in': {
          one: 'the firewall rule {{rules, list}} lets the connector be reached from outside',
          other: 'the firewall rules {{rules, list}} let the connector be reached from outside',
        },
        'let-in-perhaps': {
          one: 'whether the firewall rule {{rules, list}} is about the connector could not be told from its path',
          other: 'whether the firewall rules {{rules, list}} are about the connector could not be told from their paths',
        },
        'no-folder': 'the folder of {{products, list}} is not known well enough to find its programs',
        'no-installation': 'no connector was found on this server',
      },
      evidence: {
        listens: 'listens on {{place}}',
        'name-shared': 'listens on {{place}}; runs inside and outside the folder of the connector',
        'path-not-told': 'listens on {{place}}; path not told',
        'owner-not-told': 'listener on {{place}}; program not told',
        loopback: 'listens on {{place}}, for this server alone',
        'let-in': 'inbound rule for {{program}}: {{protocol}}, ports {{ports}}',
        'let-in-perhaps': 'inbound rule for {{program}}: {{protocol}}, ports {{ports}}',
        'no-folder': 'installation folder “{{location}}”',
        'no-installation': 'no installation found',
      },
    },
    de: {
      title: 'Der Connector lässt niemanden aus dem Netz herein',
      why: 'Der Connector holt und sendet von sich aus; ein Port, den er auf dem ERP-Server öffnet, dient keiner Übertragung und wartet nur auf fremde Verbindungen.',
      judged: [
        'Ein Programm im Ordner des Connectors, das TCP-Verbindungen aus dem Netz annimmt, ist ein Mangel.',
        'Ist nur der Name des lauschenden Programms bekannt und läuft eines gleichen Namens auch anderswo, verlangt es Aufmerksamkeit.',
        'Eine aktive eingehende Regel der Windows-Firewall, die ein Programm in diesem Ordner zulässt, ist ein Mangel.',
        'Verbindungen, die nur dieser Server selbst erreicht, bestehen: Adressen 127.* und ::1.',
      ],
      open: [
        'Ein Programm liegt nur unterhalb des Ordners in ihm: C:\\App ist nicht C:\\AppData. Großschreibung, Anführungszeichen und ein Backslash am Ende spielen keine Rolle.',
        'Regeln mit Variablen wie %ProgramFiles% werden gelesen, wie Windows sie liest; auf einem anderen Laufwerk als C: ist nichts erwiesen und die Regel verlangt Aufmerksamkeit. Ebenso ein Pfad mit verkürzten Namen wie PROGRA~1.',
        'Ein lauschendes Programm, das nicht genannt ist oder dessen Pfad nicht lesbar war, verlangt Aufmerksamkeit, außer es trägt den Namen eines Teils von Windows. UDP wird nicht angesehen.',
        'Was der Connector über den Webdienst von Windows (http.sys) öffnet, erscheint als System und wird nicht erkannt.',
        'Eine Adresse für alle Netze (0.0.0.0 oder ::) oder für eines davon gilt gleich. Eine Regel für einen Dienst oder Port, die kein Programm nennt, zählt hier nicht.',
        'Von mehreren Connectoren zählen die Ordner zusammen. Ein mit anderen Produkten geteilter Ordner, etwa Programme selbst, oder gar kein gefundener verlangt Aufmerksamkeit.',
        'Ohne die Firewall beruht das Urteil allein auf den lauschenden Programmen, und der Satz sagt es.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, was lauscht: Windows-Taste + R, resmon.exe > Netzwerk > Überwachungsports, oder mit dem Befehl als Administrator.',
        },
        settings: {
          text: 'Den Hersteller fragen, wozu der Port dient, und den Connector nur auf 127.0.0.1 oder gar nicht lauschen lassen: in seinen Einstellungen, nach Anleitung des Herstellers. Dann seinen Dienst neu starten: Server-Manager > Tools > Dienste; für NAME dessen Namen einsetzen.',
          restarts: 'der Connector; eine laufende Übertragung bricht ab und beginnt von vorn',
          undo: 'den alten Wert wieder einstellen und den Dienst neu starten',
        },
        'find-rules': {
          text: 'Die Regeln finden, die ihn erreichbar machen: Windows-Taste + R, wf.msc > Eingehende Regeln, Spalte Programm. Im Befehl für FOLDER einen Teil seines Pfads einsetzen; PolicyStoreSource sagt, ob eine Regel aus einer Domänenrichtlinie kommt.',
        },
        'disable-rules': {
          text: 'Diese Regeln deaktivieren: wf.msc > Eingehende Regeln > die Regel > Regel deaktivieren. Für RULE ihren Namen einsetzen. Eine Regel einer Domänenrichtlinie dort herausnehmen: Gruppenrichtlinienverwaltung > die Richtlinie > Computerkonfiguration > Richtlinien > Windows-Einstellungen > Sicherheitseinstellungen > Windows Defender Firewall mit erweiterter Sicherheit (Windows Server 2016: ohne Defender).',
          restarts: 'nichts; offene Verbindungen bleiben womöglich, bis sie enden',
          undo: "Get-NetFirewallRule -DisplayName 'RULE' | Where-Object Direction -eq Inbound | Enable-NetFirewallRule",
        },
        block: {
          text: 'Muss er weiter lauschen, bis der Hersteller antwortet, ihn sperren: wf.msc > Eingehende Regeln > Neue Regel > Programm > sein Pfad > Verbindung blockieren. Eine sperrende Regel schlägt eine erlaubende. Der Punkt bleibt offen, bis der Connector nicht mehr lauscht.',
          restarts: 'nichts',
          undo: "Remove-NetFirewallRule -DisplayName 'ERP connector (nothing in)'",
        },
        network: {
          text: 'Portweiterleitungen und eingehende Regeln für diesen Server auch in der Firewall des Netzes entfernen und einen neuen Snapshot machen.',
          undo: 'die Regel zurücksetzen',
        },
      },
      messages: {
        closed: 'der Connector nimmt keine Verbindungen aus dem Netz an',
        listens: {
          one: 'der Connector nimmt Verbindungen aus dem Netz an: {{programs, list}}',
          other: 'der Connector nimmt Verbindungen aus dem Netz an: {{programs, list}}',
        },
        'name-shared':
          'ein Programm dieses Namens gehört dem Connector, ein anderes liegt anderswo, und eines davon lauscht: {{programs, list}}',
        'path-not-told': 'wo das lauschende Programm liegt, ließ sich nicht feststellen: {{programs, list}}',
        'owner-not-told': 'welches Programm auf {{places, list}} lauscht, ließ sich nicht feststellen',
        'let-in': {
          one: 'die Firewallregel {{rules, list}} macht den Connector von außen erreichbar',
          other: 'die Firewallregeln {{rules, list}} machen den Connector von außen erreichbar',
        },
        'let-in-perhaps': {
          one: 'ob die Firewallregel {{rules, list}} den Connector meint, ließ sich am Pfad nicht feststellen',
          other: 'ob die Firewallregeln {{rules, list}} den Connector meinen, ließ sich an den Pfaden nicht feststellen',
        },
        'no-folder': 'der Ordner von {{products, list}} ist nicht genau genug bekannt, um seine Programme zu finden',
        'no-installation': 'auf diesem Server wurde kein Connector gefunden',
      },
      evidence: {
        listens: 'lauscht auf {{place}}',
        'name-shared': 'lauscht auf {{place}}; läuft innerhalb und außerhalb des Ordners des Connectors',
        'path-not-told': 'lauscht auf {{place}}; Pfad nicht genannt',
        'owner-not-told': 'offen auf {{place}}; Programm nicht genannt',
        loopback: 'lauscht auf {{place}}, nur für diesen Server',
        'let-in': 'eingehende Regel für {{program}}: {{protocol}}, Ports {{ports}}',
        'let-in-perhaps': 'eingehende Regel für {{program}}: {{protocol}}, Ports {{ports}}',
        'no-folder': 'Installationsordner „{{location}}“',
        'no-installation': 'keine Installation gefunden',
      },
    },
  },
})
