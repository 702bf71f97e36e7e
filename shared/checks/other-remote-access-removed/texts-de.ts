import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Auf dem ERP-Server ist kein anderer Fernzugriff übrig',
  why: 'Für Installationen auf einem ERP-Server werden noch viele andere Wege als GoToAssist geöffnet, und die vergessenen hat niemand im Auge.',
  judged: [
    'Fernwartungsprogramme, Agenten zur Fernverwaltung, Tunnel, VPN-Clients und Gateways werden unter Diensten, installierten Programmen, laufenden Prozessen und Ordnern gesucht.',
    'Die eigenen Wege von Windows werden nach ihrem Zustand beurteilt: Remotedesktop und Remoteunterstützung, wenn sie eingeschaltet sind; SSH und WinRM, wenn sie im Netz lauschen; Remotedesktopgateway, Routing und RAS sowie Telnet, wenn ihr Dienst läuft.',
    'Schadprogramme und Veränderungen an Remotedesktop selbst sind ein Mangel.',
    'Alles andere verlangt Aufmerksamkeit, mit je einer Zeile: installiert, laufend oder übrig geblieben, mit oder ohne jemanden am Server, und ob die Firewall jede Adresse hereinlässt.',
    'Ein Treffer über einen nicht überprüften Namen verlangt Aufmerksamkeit, nie mehr.',
    'Eigenes kann mit einer Notiz beibehalten oder sein Risiko bis zu einem Datum akzeptiert werden; ohne Fund ist die Prüfung bestanden.',
  ],
  open: [
    'Ein Programm gilt als begleitet, wenn es nur so arbeitet; Agenten, Tunnel, VPN-Clients und Gateways arbeiten, ohne dass jemand am Server sitzt.',
    'Von den Diensten gilt nur ein laufender, von den Prozessen jeder als laufend; das Übrige ist installiert, und Ordner allein sind Überbleibsel.',
    'Die Firewall lässt jede Adresse herein, wenn eine aktive eingehende Regel das Programm selbst, seinen Ordner oder den Port eines Weges von Windows zulässt, ohne Remoteadressen zu nennen, oder wenn alle Firewallprofile ausgeschaltet sind oder alles hereinlassen.',
    'Konsolen der Techniker, Startprogramme und Besprechungsprogramme lassen niemanden herein und werden nicht aufgeführt.',
  ],
  steps: {
    sort: {
      text: 'Die Liste mit denen durchgehen, die diesen Server betreuen. Was sie brauchen, bleibt: mit „beibehalten“ und einer Notiz antworten oder das Risiko bis zu einem Datum akzeptieren. Was für den Hersteller eingerichtet wurde oder niemand kennt, geht.',
    },
    malicious: {
      text: 'Steht ein Schadprogramm in der Liste, ist das ein Sicherheitsvorfall: den Server vom Netz nehmen, am Switch, im Hypervisor oder mit dem Befehl, ihn eingeschaltet lassen und nach dem Plan für Sicherheitsvorfälle vorgehen, bevor etwas entfernt wird.',
      restarts: 'alles im Netz steht still: Benutzer, ERP, Synchronisierung. Nur an der Konsole, nie in einer Fernsitzung',
      undo: 'Get-NetAdapter | Enable-NetAdapter, wenn der Vorfall abgeschlossen ist',
    },
    uninstall: {
      text: 'Das Programm deinstallieren: Systemsteuerung > Programme > Programme und Features (Windows-Taste + R, appwiz.cpl) > das Programm > Deinstallieren. Einen Teil seines Namens an die Stelle von NAME setzen, um seinen Eintrag zu finden.',
      restarts:
        'manche Programme mit eigenem Treiber verlangen einen Neustart des Servers: einplanen, so lange steht auch die Synchronisierung',
      undo: 'mit der Installationsdatei des jeweiligen Herstellers neu installieren',
    },
    service: {
      text: 'Ist nur der Dienst übrig, ihn abschalten: Server-Manager > Tools > Dienste > der Dienst > Eigenschaften > Starttyp „Deaktiviert“ > Beenden.',
      restarts: 'nur dieser Dienst',
      undo: "Set-Service 'NAME' -StartupType Automatic; Start-Service 'NAME'",
    },
    rdp: {
      text: 'Braucht niemand Remotedesktop, es ausschalten: Server-Manager > Lokaler Server > Remotedesktop > „Keine Remoteverbindung mit diesem Computer zulassen“. Wird es gebraucht, behalten und die Firewall enger fassen (letzter Schritt).',
      restarts: 'keine neue Sitzung wird mehr geöffnet; an der Konsole oder im Hypervisor ausführen, sonst sperrt man sich aus',
      undo: 'derselbe Befehl mit -Value 0',
    },
    'remote-assistance': {
      text: 'Remoteunterstützung ausschalten: Windows-Taste + R, sysdm.cpl > Remote > das Häkchen bei „Remoteunterstützungsverbindungen mit diesem Computer zulassen“ entfernen. Ist sie durch eine Richtlinie gesetzt: Computerkonfiguration > Administrative Vorlagen > System > Remoteunterstützung.',
      undo: 'derselbe Befehl mit -Value 1',
    },
    ssh: {
      text: 'Den SSH-Server abschalten: Server-Manager > Tools > Dienste > OpenSSH SSH Server > Eigenschaften > Starttyp „Deaktiviert“ > Beenden. Ein SSH-Server eines anderen Herstellers wird wie jedes Programm deinstalliert.',
      restarts: 'nur der SSH-Server; offene SSH-Sitzungen enden',
      undo: 'Set-Service sshd -StartupType Automatic; Start-Service sshd',
    },
    winrm: {
      text: 'WinRM gehört zu Windows Server und dient dem Server-Manager: nur die eigenen Verwaltungsrechner hereinlassen. Windows-Taste + R, wf.msc > Eingehende Regeln > Windows-Remoteverwaltung (HTTP eingehend) > Eigenschaften > Bereich > Remote-IP-Adresse > Diese IP-Adressen. Im Befehl deren Adressen an die Stelle von 192.0.2.10 setzen.',
      undo: 'derselbe Befehl mit -RemoteAddress Any; für die Regel des öffentlichen Profils -RemoteAddress LocalSubnet',
    },
    gateways: {
      text: 'Rollen entfernen, die niemand braucht: Server-Manager > Verwalten > Rollen und Features entfernen > Remotedesktopgateway oder Remotezugriff. Um es erst auszuprobieren, den Dienst mit dem Befehl anhalten und deaktivieren.',
      restarts:
        'wer über das Gateway oder VPN kommt, verliert die Verbindung; das Entfernen der Rolle verlangt unter Umständen einen Neustart des Servers',
      undo: "Set-Service 'NAME' -StartupType Automatic; Start-Service 'NAME'",
    },
    firewall: {
      text: 'Was bleibt, nur von bekannten Adressen hereinlassen: Windows-Taste + R, wf.msc > Eingehende Regeln > die Regel > Eigenschaften > Bereich > Remote-IP-Adresse > Diese IP-Adressen.',
      restarts: 'nichts; Verbindungen von anderswo werden ab jetzt abgewiesen',
      undo: 'derselbe Befehl mit -RemoteAddress Any',
    },
  },
  messages: {
    malicious: {
      one: '{{tools, list}} ist ein Schadprogramm: als Sicherheitsvorfall behandeln',
      other: '{{tools, list}} sind Schadprogramme: als Sicherheitsvorfall behandeln',
    },
    'rdp-changed': {
      one: '{{tools, list}} verändert die Funktion von Remotedesktop selbst',
      other: '{{tools, list}} verändern die Funktion von Remotedesktop selbst',
    },
    'running-unattended': {
      one: '{{tools, list}} läuft und arbeitet, ohne dass jemand am Server sitzt',
      other: '{{tools, list}} laufen und arbeiten, ohne dass jemand am Server sitzt',
    },
    'running-attended': {
      one: '{{tools, list}} läuft, für begleitete Sitzungen',
      other: '{{tools, list}} laufen, für begleitete Sitzungen',
    },
    'installed-unattended': {
      one: '{{tools, list}} ist installiert und arbeitet, ohne dass jemand am Server sitzt',
      other: '{{tools, list}} sind installiert und arbeiten, ohne dass jemand am Server sitzt',
    },
    'installed-attended': {
      one: '{{tools, list}} ist installiert, für begleitete Sitzungen',
      other: '{{tools, list}} sind installiert, für begleitete Sitzungen',
    },
    remnant: {
      one: 'von {{tools, list}} sind nur noch Reste da',
      other: 'von {{tools, list}} sind nur noch Reste da',
    },
    'not-verified': {
      one: '{{tools, list}} scheint vorhanden zu sein, doch der Name ist nicht überprüft: bitte nachsehen',
      other: '{{tools, list}} scheinen vorhanden zu sein, doch die Namen sind nicht überprüft: bitte nachsehen',
    },
    'on-unattended': {
      one: '{{tools, list}} ist eingeschaltet und arbeitet, ohne dass jemand am Server sitzt',
      other: '{{tools, list}} sind eingeschaltet und arbeiten, ohne dass jemand am Server sitzt',
    },
    'on-attended': {
      one: '{{tools, list}} ist eingeschaltet, für begleitete Sitzungen',
      other: '{{tools, list}} sind eingeschaltet, für begleitete Sitzungen',
    },
    'firewall-open': {
      one: '{{tools, list}} ist durch die Firewall von jeder Adresse aus erreichbar',
      other: '{{tools, list}} sind durch die Firewall von jeder Adresse aus erreichbar',
    },
    none: 'kein anderer Zugang wurde gefunden',
    'none-unseen-listeners': 'kein anderer Zugang wurde gefunden; ob SSH und WinRM lauschen, wurde nicht angesehen',
  },
  evidence: {
    unattended: '{{name}}: arbeitet, ohne dass jemand am Server sitzt',
    attended: '{{name}}: für begleitete Sitzungen',
    malicious: '{{name}}: Schadprogramm',
    'rdp-changed': '{{name}}: verändert Remotedesktop',
    'service-running': 'Dienst {{name}}, läuft',
    'service-stopped': 'Dienst {{name}}, läuft nicht',
    program: 'installiertes Programm {{name}}',
    process: 'laufender Prozess {{name}}',
    folder: 'Ordner {{name}}',
    listener: 'lauscht auf {{address}}, Port {{port}}: {{process}}',
    setting: 'eingeschaltet; Port {{port}}',
    'setting-by-policy': 'durch eine Richtlinie eingeschaltet; Port {{port}}',
    'assistance-setting': 'eingeschaltet',
    'firewall-open': 'die Firewallregel „{{rule}}“ lässt jede Adresse herein',
    'firewall-off': 'die Firewall ist in allen Profilen ausgeschaltet oder lässt alles herein',
  },
}
