import { define } from '../check.ts'

export const definition = define({
  id: 'sync-tool-uninstalled',
  checklist: 'unused-sync-tool',
  severity: 'medium',
  reads: ['services', 'programs', 'local-users?', 'sql-server?', 'scheduled-tasks?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    { id: 'make-sure' },
    {
      id: 'stop',
      command: {
        shell: 'powershell',
        text: "Get-Service -Name 'WSP*'\nGet-Service -Name 'WSP*' | Stop-Service -PassThru | Set-Service -StartupType Disabled",
      },
    },
    { id: 'uninstall', command: { shell: 'cmd', text: 'appwiz.cpl' } },
    { id: 'services', command: { shell: 'cmd', text: 'rem only for a service that the uninstaller left behind\nsc.exe delete SERVICE' } },
    { id: 'tasks', command: { shell: 'powershell', text: String.raw`Unregister-ScheduledTask -TaskPath '\FOLDER\' -TaskName 'TASK'` } },
    {
      id: 'user',
      command: { shell: 'powershell', text: "Disable-LocalUser -Name 'NAME'\n# a few days later\nRemove-LocalUser -Name 'NAME'" },
    },
    {
      id: 'login',
      command: {
        shell: 't-sql',
        text: 'ALTER LOGIN [LOGIN] DISABLE;\n-- a few days later, after dropping its user in each database\n-- DROP LOGIN [LOGIN];',
      },
    },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    { title: 'CIMcloud: ERP sync tool lifespan', url: 'https://help.cimcloud.com/help-center/erp-sync-tool-lifespan/' },
    {
      title: 'Microsoft: sc.exe delete',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/sc-delete',
    },
    { title: 'Microsoft: DROP LOGIN', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/drop-login-transact-sql' },
  ],
  texts: {
    en: {
      title: 'The sync tool is installed only where it is in use',
      why: 'A sync tool that was left on the old server still knows the way into the ERP, but nobody updates it, watches it or would miss it.',
      judged: [
        'After a move to another server (Setup > deployment: moved away): a service or program of the sync tool that is left here fails.',
        'If both are gone, the check passes and names what is left of the tool: Windows users, SQL logins, tasks. A user or login that is still enabled needs attention.',
        'Before: if nothing of the sync tool is installed here, that needs attention (is this the right server?); so does a tool that is installed while none of its services runs (is it still needed?).',
        'Where its services run, the check does not apply.',
      ],
      open: [
        'While a service or program is left, users and logins are not named: they are still needed for it.',
        'Domain accounts cannot be seen from this server and built-in ones stay: neither is named.',
        'Of several tools in the profile those that are installed are judged; if none is, all are named.',
        'A connector whose folder only its own probe found counts as installed without a running service, and after a move as something left.',
      ],
      steps: {
        'make-sure': {
          text: 'Make sure that syncing runs elsewhere or is given up: ask the vendor on which server the sync tool works now. If it still works here, set Setup > deployment to “live” and stop.',
        },
        stop: {
          text: "Stop and disable the sync tool's services, and wait a day to see whether anybody misses them: Server Manager > Tools > Services > the service > Properties > Startup type: Disabled, then Stop.",
          restarts: "stops the sync tool's services for good",
          undo: "Set-Service -Name 'WSP…' -StartupType Automatic; Start-Service -Name 'WSP…'",
        },
        uninstall: {
          text: 'Uninstall the program: Control Panel > Programs > Programs and Features > the sync tool > Uninstall. Ask the vendor first whether its settings are wanted for a move.',
          restarts: 'some uninstallers ask for a restart of the server',
          undo: 'none: the vendor has to install it again',
        },
        services: {
          text: 'If a service is left although its program is gone, delete it; put its name (not the display name) in place of SERVICE.',
          undo: 'none: note path, account and start type before',
        },
        tasks: {
          text: 'Delete scheduled tasks that ran for it: Server Manager > Tools > Task Scheduler > the task > Delete.',
          undo: 'export the task before (right-click > Export) and import it again',
        },
        user: {
          text: 'Disable its Windows user, and delete it once nothing has missed it: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Users. A domain user is disabled by a domain administrator, unless the new server uses it.',
          undo: "Enable-LocalUser -Name 'NAME'; a deleted user does not come back",
        },
        login: {
          text: 'Disable its SQL login, and delete it later: Management Studio > Security > Logins > the login > Properties > Status > Login: Disabled. Not if the ERP database stays here and the new server signs in with this login.',
          undo: 'ALTER LOGIN [LOGIN] ENABLE;',
        },
      },
      messages: {
        'services-left': {
          one: 'the sync tool has moved away, but a service of it is left: {{services, list}}',
          other: 'the sync tool has moved away, but services of it are left: {{services, list}}',
        },
        'programs-left': {
          one: 'the sync tool has moved away, but a program of it is still installed: {{programs, list}}',
          other: 'the sync tool has moved away, but programs of it are still installed: {{programs, list}}',
        },
        'connector-left': {
          one: 'the sync tool has moved away, but the folder of {{tools, list}} is still here',
          other: 'the sync tool has moved away, but the folders of {{tools, list}} are still here',
        },
        gone: 'no service and no program of the sync tool is left here',
        'account-enabled': {
          one: 'the sync tool has moved away, but its Windows user {{accounts, list}} still exists and is enabled',
          other: 'the sync tool has moved away, but its Windows users {{accounts, list}} still exist and are enabled',
        },
        'account-disabled': {
          one: 'its Windows user {{accounts, list}} still exists, but is disabled',
          other: 'its Windows users {{accounts, list}} still exist, but are disabled',
        },
        'login-enabled': {
          one: 'the sync tool has moved away, but its SQL login {{logins, list}} still exists and is enabled',
          other: 'the sync tool has moved away, but its SQL logins {{logins, list}} still exist and are enabled',
        },
        'login-disabled': {
          one: 'its SQL login {{logins, list}} still exists, but is disabled',
          other: 'its SQL logins {{logins, list}} still exist, but are disabled',
        },
        'tasks-left': {
          one: 'a task under its user is left: {{tasks, list}}',
          other: 'tasks under its user are left: {{tasks, list}}',
        },
        'not-installed': {
          one: '{{tools, list}} is not installed here: is this the right server?',
          other: '{{tools, list}} are not installed here: is this the right server?',
        },
        'not-running': {
          one: '{{tools, list}} is installed, but no service of it runs: is it still needed here?',
          other: '{{tools, list}} are installed, but no services of them run: are they still needed here?',
        },
        'in-use': {
          one: '{{tools, list}} is in use on this server',
          other: '{{tools, list}} are in use on this server',
        },
      },
      evidence: {
        service: 'service “{{title}}”',
        program: 'installed program, folder {{location}}',
        connector: 'its folder exists',
        'account-enabled': 'enabled Windows user',
        'account-disabled': 'disabled Windows user',
        'login-enabled': 'enabled SQL login',
        'login-disabled': 'disabled SQL login',
        task: 'task under {{account}}',
        'not-installed': 'no service and no program of it found',
        'not-running': 'installed, no running service found',
        running: 'service is running',
      },
    },
    de: {
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
    },
  },
})
