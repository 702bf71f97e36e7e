import type { textsEn } from './texts-en.ts'

export const textsDe: typeof textsEn = {
  title: 'Das Sync-Tool ist nur dort installiert, wo es gebraucht wird',
  why: 'Ein Sync-Tool, das auf dem alten Server zurückblieb, kennt den Weg ins ERP noch immer – nur aktualisiert und beobachtet es niemand mehr, und niemand würde es vermissen.',
  judged: [
    'Nach einem Umzug auf einen anderen Server (Einrichtung > Einführung: umgezogen): ein Dienst oder Programm des Sync-Tools, das hier zurückblieb, ist ein Mangel.',
    'Ist beides fort, ist die Prüfung bestanden und nennt, was vom Tool übrig ist: Windows-Benutzer, SQL-Anmeldungen, Aufgaben. Ein noch aktivierter Benutzer oder eine aktivierte Anmeldung verlangt Aufmerksamkeit.',
    'Vorher: ist hier nichts vom Sync-Tool installiert, verlangt das Aufmerksamkeit (ist das der richtige Server?); ebenso ein installiertes Tool, von dem kein Dienst läuft (wird es noch gebraucht?).',
    'Wo seine Dienste laufen, ist die Prüfung nicht anwendbar.',
  ],
  open: [
    'Solange ein Dienst oder Programm übrig ist, werden Benutzer und Anmeldungen nicht genannt: dafür werden sie noch gebraucht.',
    'Domänenkonten sind von diesem Server aus nicht zu sehen, integrierte bleiben: beide werden nicht genannt.',
    'Von mehreren Tools im Profil werden die installierten beurteilt; ist keines installiert, werden alle genannt.',
    'Ein Connector, dessen Ordner nur seine eigene Erhebung fand, gilt als installiert ohne laufenden Dienst und nach einem Umzug als Überrest.',
  ],
  steps: {
    'make-sure': {
      text: 'Sicherstellen, dass die Synchronisierung anderswo läuft oder aufgegeben ist: beim Hersteller erfragen, auf welchem Server das Sync-Tool jetzt arbeitet. Arbeitet es noch hier, unter Einrichtung > Einführung „produktiv“ wählen und aufhören.',
    },
    stop: {
      text: 'Die Dienste des Sync-Tools anhalten und deaktivieren und einen Tag warten, ob jemand sie vermisst: Server-Manager > Tools > Dienste > der Dienst > Eigenschaften > Starttyp: Deaktiviert, dann Beenden.',
      restarts: 'hält die Dienste des Sync-Tools dauerhaft an',
      undo: "Set-Service -Name 'WSP…' -StartupType Automatic; Start-Service -Name 'WSP…'",
    },
    uninstall: {
      text: 'Das Programm deinstallieren: Systemsteuerung > Programme > Programme und Features > das Sync-Tool > Deinstallieren. Vorher den Hersteller fragen, ob seine Einstellungen für einen Umzug gebraucht werden.',
      restarts: 'manche Deinstallation verlangt einen Neustart des Servers',
      undo: 'keine: der Hersteller müsste es neu installieren',
    },
    services: {
      text: 'Bleibt ein Dienst übrig, obwohl sein Programm fort ist, ihn löschen; SERVICE durch seinen Namen (nicht den Anzeigenamen) ersetzen.',
      undo: 'keine: Pfad, Konto und Starttyp vorher notieren',
    },
    tasks: {
      text: 'Geplante Aufgaben löschen, die für das Tool liefen: Server-Manager > Tools > Aufgabenplanung > die Aufgabe > Löschen.',
      undo: 'die Aufgabe vorher exportieren (Rechtsklick > Exportieren) und wieder importieren',
    },
    user: {
      text: 'Seinen Windows-Benutzer deaktivieren und löschen, sobald ihn nichts vermisst hat: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Benutzer. Einen Domänenbenutzer deaktiviert ein Domänenadministrator, es sei denn, der neue Server verwendet ihn.',
      undo: "Enable-LocalUser -Name 'NAME'; ein gelöschter Benutzer kommt nicht wieder",
    },
    login: {
      text: 'Seine SQL-Anmeldung deaktivieren und später löschen: Management Studio > Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Status > Anmeldung: Deaktiviert. Nicht, wenn die ERP-Datenbank hier bleibt und der neue Server sich mit dieser Anmeldung anmeldet.',
      undo: 'ALTER LOGIN [LOGIN] ENABLE;',
    },
  },
  messages: {
    'services-left': {
      one: 'das Sync-Tool ist umgezogen, aber ein Dienst davon ist noch hier: {{services, list}}',
      other: 'das Sync-Tool ist umgezogen, aber Dienste davon sind noch hier: {{services, list}}',
    },
    'programs-left': {
      one: 'das Sync-Tool ist umgezogen, aber ein Programm davon ist noch installiert: {{programs, list}}',
      other: 'das Sync-Tool ist umgezogen, aber Programme davon sind noch installiert: {{programs, list}}',
    },
    'connector-left': {
      one: 'das Sync-Tool ist umgezogen, aber der Ordner von {{tools, list}} ist noch hier',
      other: 'das Sync-Tool ist umgezogen, aber die Ordner von {{tools, list}} sind noch hier',
    },
    gone: 'kein Dienst und kein Programm des Sync-Tools ist mehr hier',
    'account-enabled': {
      one: 'das Sync-Tool ist umgezogen, aber sein Windows-Benutzer {{accounts, list}} existiert noch und ist aktiviert',
      other: 'das Sync-Tool ist umgezogen, aber seine Windows-Benutzer {{accounts, list}} existieren noch und sind aktiviert',
    },
    'account-disabled': {
      one: 'sein Windows-Benutzer {{accounts, list}} existiert noch, ist aber deaktiviert',
      other: 'seine Windows-Benutzer {{accounts, list}} existieren noch, sind aber deaktiviert',
    },
    'login-enabled': {
      one: 'das Sync-Tool ist umgezogen, aber seine SQL-Anmeldung {{logins, list}} existiert noch und ist aktiviert',
      other: 'das Sync-Tool ist umgezogen, aber seine SQL-Anmeldungen {{logins, list}} existieren noch und sind aktiviert',
    },
    'login-disabled': {
      one: 'seine SQL-Anmeldung {{logins, list}} existiert noch, ist aber deaktiviert',
      other: 'seine SQL-Anmeldungen {{logins, list}} existieren noch, sind aber deaktiviert',
    },
    'tasks-left': {
      one: 'eine Aufgabe unter seinem Benutzer ist noch hier: {{tasks, list}}',
      other: 'Aufgaben unter seinem Benutzer sind noch hier: {{tasks, list}}',
    },
    'not-installed': {
      one: '{{tools, list}} ist hier nicht installiert: ist das der richtige Server?',
      other: '{{tools, list}} sind hier nicht installiert: ist das der richtige Server?',
    },
    'not-running': {
      one: '{{tools, list}} ist installiert, aber kein Dienst davon läuft: wird es hier noch gebraucht?',
      other: '{{tools, list}} sind installiert, aber kein Dienst davon läuft: werden sie hier noch gebraucht?',
    },
    'in-use': {
      one: '{{tools, list}} ist auf diesem Server in Gebrauch',
      other: '{{tools, list}} sind auf diesem Server in Gebrauch',
    },
  },
  evidence: {
    service: 'Dienst „{{title}}“',
    program: 'installiertes Programm, Ordner {{location}}',
    connector: 'sein Ordner existiert',
    'account-enabled': 'aktivierter Windows-Benutzer',
    'account-disabled': 'deaktivierter Windows-Benutzer',
    'login-enabled': 'aktivierte SQL-Anmeldung',
    'login-disabled': 'deaktivierte SQL-Anmeldung',
    task: 'Aufgabe unter {{account}}',
    'not-installed': 'weder Dienst noch Programm davon gefunden',
    'not-running': 'installiert, kein laufender Dienst gefunden',
    running: 'der Dienst läuft',
  },
}
