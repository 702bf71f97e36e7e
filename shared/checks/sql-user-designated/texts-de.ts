import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Die SQL-Server-Anmeldung des Sync-Tools gehört ihm allein und verwaltet nichts',
  why: 'Eine Anmeldung, die den Server verwaltet oder eine Datenbank besitzt, kann jede Tabelle des ERP ändern oder löschen – und wer ihr Passwort im Sync-Tool findet, kann es auch.',
  judged: [
    'Hat das ERP keine SQL-Server-Datenbank, ist die Prüfung nicht anwendbar. Ein Sync-Tool, dessen SQL-Anmeldung nicht genannt ist, verlangt Aufmerksamkeit.',
    'sa ist ein Mangel, auch unter anderem Namen: erkannt wird es an seiner SID.',
    'Jede Serverrolle außer public, jede Serverberechtigung außer CONNECT SQL und Besitzer oder db_owner irgendeiner Datenbank zu sein, ist ein Mangel.',
    'Eine Anmeldung für eine Windows-Gruppe ist ein Mangel; eine für einen Windows-Benutzer auch, wenn er nicht das eigene Konto des Sync-Tools ist.',
    'Eine deaktivierte Anmeldung verlangt Aufmerksamkeit.',
    'Eine Anmeldung, die keine Instanz hat, verlangt Aufmerksamkeit, wenn jede Instanz ganz zu sehen war; sonst ist sie unbekannt – ebenso eine, die ohne Mangel auf einer nur teilweise sichtbaren Instanz gefunden wurde.',
    'Sonst ist die Prüfung bestanden: ob auch andere Programme die Anmeldung verwenden, ist nicht zu sehen.',
  ],
  open: [
    'Eine Anmeldung für einen Windows-Benutzer wird auch unter anderer Schreibweise des Kontos gefunden.',
    'Ist kein Windows-Konto des Sync-Tools bekannt, verlangt eine Anmeldung für einen Windows-Benutzer Aufmerksamkeit: es fehlt der Vergleich.',
    'Von mehreren Instanzen wird jede, die die Anmeldung hat, für sich beurteilt; eine, die sie nicht hat oder nicht lesbar war, ändert dann nichts.',
    'Connectoren werden nur nach einer Anmeldung gefragt, die das Profil nennt; gibt es nur solche ohne, ist die Prüfung nicht anwendbar.',
  ],
  steps: {
    'see-rights': {
      text: 'Ansehen, was die Anmeldung darf und wer sie gerade verwendet; LOGIN durch ihren Namen ersetzen. In Management Studio: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Serverrollen, Benutzerzuordnung und Sicherungsfähige Elemente. Ein Programmname, der nicht das Sync-Tool ist, teilt sich die Anmeldung.',
    },
    'make-login': {
      text: 'Ist es sa, geteilt oder nicht zu bereinigen, eine Anmeldung für das Sync-Tool allein anlegen: Management Studio > Sicherheit > Anmeldungen > Rechtsklick > Neue Anmeldung > SQL Server-Authentifizierung, Passwort aus dieser App, „Kennwortrichtlinie erzwingen“ ankreuzen, „Ablauf des Kennworts erzwingen“ nicht; unter Benutzerzuordnung nur die Datenbanken, die sie braucht. Dann den Befehl in jeder davon ausführen, mit dem Namen statt NEW.',
      undo: 'DROP USER [NEW]; in jeder Datenbank, dann DROP LOGIN [NEW];',
    },
    'change-login': {
      text: 'In einem begleiteten Gespräch mit dem Hersteller die neue Anmeldung und ihr Passwort selbst in das Fenster des Sync-Tools eingeben und seine Dienste neu starten. Offene Verbindungen behalten bis dahin die alte.',
      restarts: 'die Dienste des Sync-Tools; die Synchronisierung pausiert, bis sie wieder laufen, und holt dann auf',
      undo: 'im Fenster des Sync-Tools wieder die frühere Anmeldung eintragen',
    },
    'take-rights': {
      text: 'Bleibt die Anmeldung, das Überflüssige entziehen: Management Studio > Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Serverrollen (nur public lassen) und Sicherungsfähige Elemente; bei einem Besitzer die Datenbank > Eigenschaften > Dateien > Besitzer. Vorher den Hersteller fragen, danach eine Synchronisierung abwarten.',
      restarts: 'nichts; neue Anweisungen werden sofort abgewiesen',
      undo: 'ALTER SERVER ROLE [ROLE] ADD MEMBER [LOGIN]; GRANT PERMISSION TO [LOGIN]; ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [LOGIN];',
    },
    'disable-old': {
      text: 'Hat sie sonst nichts verwendet, die frühere Anmeldung deaktivieren: Management Studio > Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Status > Anmeldung: Deaktiviert. Sage 100 selbst verwendet weiter seine eigenen Anmeldungen: diese nicht anrühren.',
      undo: 'ALTER LOGIN [LOGIN] ENABLE;',
    },
    tell: { text: 'Die Anmeldung unter Einrichtung > Sync-Tools > SQL-Anmeldung eintragen und erneut prüfen.' },
  },
  messages: {
    'no-database': 'das ERP hat keine SQL-Server-Datenbank',
    'only-connectors': 'das Profil nennt nur Connectoren, und keiner davon verwendet eine SQL-Anmeldung',
    'not-named': {
      one: 'die SQL-Anmeldung von {{tools, list}} ist nicht genannt',
      other: 'die SQL-Anmeldungen von {{tools, list}} sind nicht genannt',
    },
    sa: {
      one: '{{logins, list}} ist der eigene Administrator von SQL Server',
      other: '{{logins, list}} sind eigene Administratoren von SQL Server',
    },
    'server-role': {
      one: '{{login}} ist Mitglied der Serverrolle {{roles, list}}',
      other: '{{login}} ist Mitglied der Serverrollen {{roles, list}}',
    },
    'server-permission': {
      one: '{{login}} hat die Serverberechtigung {{permissions, list}}',
      other: '{{login}} hat die Serverberechtigungen {{permissions, list}}',
    },
    owner: {
      one: '{{login}} ist Besitzer der Datenbank {{databases, list}}',
      other: '{{login}} ist Besitzer der Datenbanken {{databases, list}}',
    },
    'windows-group': {
      one: '{{logins, list}} ist eine Windows-Gruppe: wer zu ihr gehört, kann die Anmeldung verwenden',
      other: '{{logins, list}} sind Windows-Gruppen: wer zu ihnen gehört, kann die Anmeldungen verwenden',
    },
    'other-account': {
      one: '{{logins, list}} ist ein Windows-Benutzer, aber nicht der des Sync-Tools',
      other: '{{logins, list}} sind Windows-Benutzer, aber nicht die des Sync-Tools',
    },
    'account-unknown': {
      one: '{{logins, list}} ist ein Windows-Benutzer, und ob es der des Sync-Tools ist, ist nicht bekannt',
      other: '{{logins, list}} sind Windows-Benutzer, und ob es die des Sync-Tools sind, ist nicht bekannt',
    },
    disabled: {
      one: 'die Anmeldung {{logins, list}} ist deaktiviert: stimmt der Name?',
      other: 'die Anmeldungen {{logins, list}} sind deaktiviert: stimmen die Namen?',
    },
    'not-found': {
      one: 'keine Instanz hier hat eine Anmeldung {{logins, list}}: stimmen Name und Server?',
      other: 'keine Instanz hier hat die Anmeldungen {{logins, list}}: stimmen Namen und Server?',
    },
    'not-seen': {
      one: 'die Anmeldung {{logins, list}} war nicht zu sehen, und nicht jede Instanz war ganz lesbar',
      other: 'die Anmeldungen {{logins, list}} waren nicht zu sehen, und nicht jede Instanz war ganz lesbar',
    },
    'partly-visible': {
      one: 'nicht alle Rechte von {{logins, list}} waren zu sehen',
      other: 'nicht alle Rechte von {{logins, list}} waren zu sehen',
    },
    designated: {
      one: '{{logins, list}} hat keine Rechte auf dem Server und besitzt keine Datenbank; ob auch andere Programme die Anmeldung verwenden, ist nicht zu sehen',
      other:
        '{{logins, list}} haben keine Rechte auf dem Server und besitzen keine Datenbank; ob auch andere Programme die Anmeldungen verwenden, ist nicht zu sehen',
    },
  },
  evidence: {
    'not-named': 'keine SQL-Anmeldung im Profil',
    sa: 'der Administrator, den SQL Server selbst angelegt hat',
    'server-role': 'Serverrolle',
    'server-permission': 'Serverberechtigung',
    owner: 'Besitzer oder Mitglied von db_owner',
    'windows-group': 'Anmeldung für eine Windows-Gruppe',
    'other-account': 'Anmeldung für einen Windows-Benutzer, als der das Sync-Tool nicht läuft',
    'account-unknown': 'Anmeldung für einen Windows-Benutzer; das Windows-Konto des Sync-Tools ist nicht bekannt',
    disabled: 'deaktiviert',
    'not-found': 'auf keiner Instanz, und alle waren ganz zu sehen',
    'not-seen': 'auf keiner Instanz, die ganz lesbar war',
    'partly-visible': 'gefunden, aber die Instanz war nur teilweise zu sehen',
    designated: 'gefunden, ohne Rechte auf dem Server und nicht als Besitzer',
  },
}
