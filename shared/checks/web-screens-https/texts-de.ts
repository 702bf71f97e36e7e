import type { textsEn } from './texts-en.ts'

/** German texts. */
export const textsDe: typeof textsEn = {
  title: 'CRM und Web-Oberflächen sind nur über HTTPS erreichbar',
  why: 'Ohne gute Verschlüsselung liest jeder, der in der Leitung sitzt, Passwörter und ERP-Daten aller mit, die sich an CRM oder Web-Oberfläche anmelden.',
  judged: [
    'Jede Adresse im Profil muss mit TLS 1.2 oder neuer antworten, mit einem Zertifikat, das vertrauenswürdig und auf ihren Namen ausgestellt ist.',
    'Sie darf TLS 1.0 und 1.1 nicht annehmen, und ihr unverschlüsseltes HTTP muss geschlossen sein oder auf HTTPS umleiten.',
    'Eine Adresse, die im Snapshot fehlt, nicht antwortet oder deren unverschlüsseltes HTTP sich nicht probieren ließ, ist unbekannt.',
    'Alles andere ist ein Mangel, Adresse für Adresse.',
    'Nennt das Profil keine Adresse, verlangt der Punkt Aufmerksamkeit, bis ein Mensch antwortet, dass nichts zum Web hin offen ist.',
  ],
  open: [
    'Adressen sind gleich, wenn Schema, Host und Port gleich sind: Groß- und Kleinschreibung, ein selbstverständlicher Port und ein Schrägstrich am Ende zählen nicht. Jeder Pfad im Profil wird eigens aufgeführt.',
    'Was unter einem anderen Pfad desselben Hosts und Ports gesehen wurde, zählt für Verschlüsselung und Zertifikat; für unverschlüsseltes HTTP nur ein geschlossener Port, denn eine Umleitung kann für einen einzigen Pfad gelten.',
    'Eine Adresse ohne Schema oder mit http:// auf Port 80 steht für die https://-Adresse dieses Hosts; mit http:// auf einem anderen Port steht sie für sich selbst.',
    'Hat eine Adresse mehrere Mängel, wird jeder aufgeführt; ein gesehener Mangel zählt auch, wenn die Adresse über HTTPS nicht antwortete: unverschlüsseltes HTTP neben einem geschlossenen 443 ist ein Mangel.',
    'Eine Adresse, die antwortet, ohne sich auf TLS zu einigen oder ein Zertifikat zu zeigen, ist ein Mangel, ebenso ein Protokoll, dessen Name weder TLS 1.2 noch ein neueres nennt.',
    'SSL 2 und SSL 3 zählen wie TLS 1.0.',
    'Laufzeit und Schlüssel des Zertifikats gehören zu einem anderen Punkt; ob HSTS an ist, zählt nicht.',
    'Der Snapshot sieht die Adresse von diesem Server aus. Was ein Reverse-Proxy oder eine Firewall nach außen zeigt, kann abweichen.',
  ],
  steps: {
    name: {
      text: 'Unter Einrichtung > Web-Oberflächen jede Adresse eintragen, unter der CRM oder Web-Oberflächen geöffnet werden, mit dem Namen, der eingetippt wird. Gibt es keine, diesen Punkt mit „nicht anwendbar“ beantworten.',
      undo: 'die Adresse dort löschen',
    },
    look: {
      text: 'Nachsehen, was der Webserver anbietet: Server-Manager > Tools > Internetinformationsdienste (IIS)-Manager > Sites > die Site > Bindungen, oder mit dem Befehl. Nimmt Tomcat oder ein Reverse-Proxy die Verbindungen an, stattdessen dessen Konfiguration ansehen.',
    },
    certificate: {
      text: 'Für diesen Namen ein Zertifikat von einer Stelle holen, der die Browser vertrauen, es im IIS-Manager > der Server > Serverzertifikate importieren und an die Site binden: Bindungen > Hinzufügen > https, 443, Hostname, Zertifikat. Im Befehl Name der Site, Host und Fingerabdruck einsetzen.',
      restarts: 'nichts; die neue Bindung wirkt sofort',
      undo: "Remove-WebBinding -Name 'SITE' -Protocol https -Port 443 -HostHeader 'crm.example.com'",
    },
    redirect: {
      text: 'Unverschlüsseltes HTTP auf HTTPS umleiten, sobald HTTPS läuft. Ab Windows Server 2019: IIS-Manager > Sites > die Site > HSTS > Aktivieren und HTTP zu HTTPS umleiten, oder der Befehl. Unter Windows Server 2016: das Modul URL Rewrite mit einer Regel auf das Muster (.*), Bedingung {HTTPS} ist off, Aktion Umleiten (301) nach https://{HTTP_HOST}/{R:1}. Beides führt auf Port 443. Vorher klären, dass kein Programm mehr die http-Adresse aufruft.',
      restarts:
        'IIS startet die Site neu; eventuell ist eine neue Anmeldung am CRM nötig. Browser bleiben einen Tag lang bei HTTPS (max-age 86400 Sekunden)',
      undo: 'derselbe Befehl mit hsts.enabled:False und hsts.redirectHttpToHttps:False, oder die Regel in URL Rewrite abschalten',
    },
    protocols: {
      text: 'TLS 1.0 und 1.1 mit dem Befehl ablehnen. Das betrifft auf diesem Server alles, was über Windows verschlüsselt, auch SQL Server: vorher nachsehen, ob ERP-Arbeitsplätze, ODBC-Treiber und Sync-Tool TLS 1.2 beherrschen. Tomcat hat eine eigene Einstellung, sslEnabledProtocols="TLSv1.2,TLSv1.3" in server.xml.',
      restarts: 'es wirkt nach einem Neustart des Servers',
      undo: 'Remove-ItemProperty mit denselben Schlüsseln und -Name Enabled, DisabledByDefault, danach neu starten; standen die Werte schon vorher dort, stattdessen diese wieder eintragen',
    },
    restart: {
      text: 'Den Server in einem Wartungsfenster neu starten.',
      restarts: 'der ganze Server mit ERP, CRM, SQL Server und Sync-Tool',
    },
    after: {
      text: 'Die Adressen von einem anderen Rechner aus öffnen, einmal mit http:// und einmal mit https://, das ERP probieren, eine Synchronisierung abwarten und einen neuen Snapshot machen.',
    },
  },
  messages: {
    encrypted: {
      one: '{{endpoints, list}} ist nur über HTTPS erreichbar',
      other: '{{endpoints, list}} sind nur über HTTPS erreichbar',
    },
    'none-named': 'keine Adresse eines CRM oder einer Web-Oberfläche ist genannt: ist nichts zum Web hin offen?',
    'not-in-facts': {
      one: '{{endpoints, list}} fehlt im Snapshot: einen neuen machen',
      other: '{{endpoints, list}} fehlen im Snapshot: einen neuen machen',
    },
    unreachable: { one: '{{endpoints, list}} hat nicht geantwortet', other: '{{endpoints, list}} haben nicht geantwortet' },
    'plain-http-not-told': 'was unverschlüsseltes HTTP bei {{endpoints, list}} tut, ist nicht bekannt',
    'plain-http': {
      one: '{{endpoints, list}} wird über unverschlüsseltes HTTP ausgeliefert',
      other: '{{endpoints, list}} werden über unverschlüsseltes HTTP ausgeliefert',
    },
    'no-tls': { one: '{{endpoints, list}} antwortet ohne TLS', other: '{{endpoints, list}} antworten ohne TLS' },
    'old-protocol': {
      one: '{{endpoints, list}} verwendet ein Protokoll, das älter als TLS 1.2 ist',
      other: '{{endpoints, list}} verwenden ein Protokoll, das älter als TLS 1.2 ist',
    },
    'legacy-accepted': {
      one: '{{endpoints, list}} nimmt noch Protokolle an, die älter als TLS 1.2 sind',
      other: '{{endpoints, list}} nehmen noch Protokolle an, die älter als TLS 1.2 sind',
    },
    'no-certificate': { one: '{{endpoints, list}} zeigt kein Zertifikat', other: '{{endpoints, list}} zeigen kein Zertifikat' },
    untrusted: {
      one: 'das Zertifikat von {{endpoints, list}} ist nicht vertrauenswürdig',
      other: 'die Zertifikate von {{endpoints, list}} sind nicht vertrauenswürdig',
    },
    'wrong-name': {
      one: 'das Zertifikat von {{endpoints, list}} ist auf einen anderen Namen ausgestellt',
      other: 'die Zertifikate von {{endpoints, list}} sind auf andere Namen ausgestellt',
    },
  },
  evidence: {
    encrypted: '{{protocol}}, Zertifikat von {{issuer}}',
    'none-named': 'keine Adresse im Profil',
    'not-in-facts': 'im Profil genannt, nicht im Snapshot',
    unreachable: 'keine Antwort über HTTPS',
    error: 'Fehler: {{error}}',
    'plain-http-not-told': 'unverschlüsseltes HTTP unter dieser Adresse nicht probiert',
    'plain-http': 'unverschlüsseltes HTTP liefert Seiten aus und leitet nicht um',
    'no-tls': 'keine Einigung auf TLS',
    'old-protocol': 'Protokoll {{protocol}}',
    'legacy-accepted': 'nimmt {{protocols, list}} an',
    'no-certificate': 'kein Zertifikat gezeigt',
    untrusted: 'Zertifikat von {{issuer}}, dem nicht vertraut wird',
    'wrong-name': 'Zertifikat für {{name}}',
  },
}
