import { define } from '../check.ts'

export const definition = define({
  id: 'remote-user-removed',
  checklist: 'remote-access',
  severity: 'high',
  reads: ['local-users', 'local-groups?', 'host'],
  listsSubjects: true,
  who: 'administrator',
  effort: 'minutes',
  steps: [
    {
      id: 'find-use',
      command: {
        shell: 'powershell',
        text: String.raw`$user = 'NAME'
$pattern = '(^|\\)' + [regex]::Escape($user) + '(@|$)'
Get-CimInstance Win32_Service | Where-Object StartName -match $pattern | Select-Object Name, StartName, State
Get-ScheduledTask | Where-Object { $_.Principal.UserId -match $pattern } | Select-Object TaskPath, TaskName, State`,
      },
    },
    { id: 'own-user' },
    { id: 'sign-out', command: { shell: 'cmd', text: 'query user\nrem logoff ID, with the number from the column ID' } },
    { id: 'disable', command: { shell: 'powershell', text: "Disable-LocalUser -Name 'NAME'" } },
    { id: 'delete', command: { shell: 'powershell', text: "Remove-LocalUser -Name 'NAME'" } },
    {
      id: 'look-alikes',
      command: { shell: 'powershell', text: 'Get-LocalUser | Where-Object Enabled | Select-Object Name, FullName, Description, LastLogon' },
    },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Disable-LocalUser',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.localaccounts/disable-localuser',
    },
    {
      title: 'Microsoft: Remove-LocalUser',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.localaccounts/remove-localuser',
    },
  ],
  texts: {
    en: {
      title: "The Windows users made for the vendor's remote access are gone",
      why: "A user that was made for installing the sync tool is a key to the ERP server in other people's hands, and it keeps working long after the installation.",
      judged: [
        "A named remote-access user that is also the sync tool's own Windows account fails, during a deployment too: deleting it would stop all syncing.",
        'A named user that exists and is enabled fails; one that is only disabled needs attention; one that is gone passes.',
        'A named domain account needs attention: whether it still exists cannot be seen from this server.',
        "Enabled users whose name, full name or comment reads like the vendor's need attention, also when every named user is gone.",
        'Where nobody has said whether such a user was made, that needs attention and the members of Remote Desktop Users are listed.',
      ],
      open: [
        "A named user that is the sync tool's own account fails by that alone, even where this server no longer has such a user.",
        'Capitals before small letters are read both ways (CIM|admin and CI|Madmin), and GoToAssist or CIMcloud is found although its capitals would split it.',
        'Of a domain user only the name before or after the domain is read: its full name and comment are not visible here.',
        'Names of Windows itself, such as SYSTEM, need attention as a probable slip; an entry without any letters counts as none.',
      ],
      steps: {
        'find-use': {
          text: 'See whether anything runs under the user: put its name in place of NAME. Services are also listed in Server Manager > Tools > Services (column Log On As), tasks in Server Manager > Tools > Task Scheduler. Whatever is listed needs a user of its own before you go on.',
        },
        'own-user': {
          text: "If it is the sync tool's own account, do not delete it: move the sync tool to a designated user first (in this app: Password change > new designated user). Only then is the old user free to go.",
          restarts: "the sync tool's services, for as long as the change takes",
          undo: 'the old user stays as it is until the end of the change, so the way back stays open',
        },
        'sign-out': {
          text: 'End a session that is still open: Task Manager > Users > right-click the user > Sign off.',
          restarts: "the user's session; what was not saved in it is lost",
        },
        disable: {
          text: 'Disable the user: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Users > right-click > Properties > Account is disabled. On a domain controller: Server Manager > Tools > Active Directory Users and Computers > right-click the user > Disable Account.',
          undo: "Enable-LocalUser -Name 'NAME', or clear the same box",
        },
        delete: {
          text: 'If nothing has missed it for a few days, delete the user in the same place: right-click > Delete.',
          undo: 'none: a new user of the same name has another SID and none of the old permissions, which is why it is disabled first',
        },
        'look-alikes': {
          text: "Find out whose the users are that only look like the vendor's. Those of your own people stay: answer “kept” with a note. The vendor's go the same way as above.",
        },
        tell: {
          text: 'Write into Setup > Remote-access users which users were made for the vendor, or that there are none. For support later on, an attended session is enough.',
        },
      },
      messages: {
        'sync-account': {
          one: "{{users, list}} is also the sync tool's own Windows account and must not be deleted: give the sync tool a user of its own first, because removing this one stops all syncing",
          other:
            "{{users, list}} are also the sync tool's own Windows accounts and must not be deleted: give the sync tool a user of its own first, because removing these stops all syncing",
        },
        enabled: {
          one: 'the remote-access user {{users, list}} still exists and is enabled',
          other: 'the remote-access users {{users, list}} still exist and are enabled',
        },
        disabled: {
          one: 'the remote-access user {{users, list}} is disabled, but not removed',
          other: 'the remote-access users {{users, list}} are disabled, but not removed',
        },
        domain: {
          one: 'the remote-access user {{users, list}} is a domain account: whether it still exists cannot be seen from this server',
          other: 'the remote-access users {{users, list}} are domain accounts: whether they still exist cannot be seen from this server',
        },
        'not-a-user': {
          one: '{{users, list}} is an account of Windows itself and cannot be removed: is the name right?',
          other: '{{users, list}} are accounts of Windows itself and cannot be removed: are the names right?',
        },
        gone: {
          one: 'the remote-access user {{users, list}} is gone',
          other: 'the remote-access users {{users, list}} are gone',
        },
        candidate: {
          one: '{{users, list}} reads like a user made for the vendor: is it still needed?',
          other: '{{users, list}} read like users made for the vendor: are they still needed?',
        },
        'none-made': "according to the profile no Windows user was made for the vendor's staff",
        'not-asked': "nobody has said yet whether a Windows user was made for the vendor's staff",
        'other-member': {
          one: '{{users, list}} may sign in as a member of Remote Desktop Users',
          other: '{{users, list}} may sign in as members of Remote Desktop Users',
        },
      },
      evidence: {
        'sync-account': "named as a remote-access user, and a Windows account of the sync tool's",
        enabled: 'enabled; full name: {{fullName}}; last sign-in: {{lastLogon}}',
        disabled: 'disabled; full name: {{fullName}}; last sign-in: {{lastLogon}}',
        domain: 'named as a remote-access user; a domain account',
        'not-a-user': 'named as a remote-access user; an account of Windows itself',
        gone: 'named as a remote-access user; no such user on this server',
        candidate: 'enabled; full name: {{fullName}}; comment: {{comment}}',
        'candidate-domain': 'domain user in Administrators or Remote Desktop Users',
        'none-made': 'the list of remote-access users is empty: none was made',
        'not-asked': 'the profile has no list of remote-access users',
        member: 'member of Remote Desktop Users',
      },
    },
    de: {
      title: 'Die für den Fernzugriff des Herstellers angelegten Windows-Benutzer sind entfernt',
      why: 'Ein Benutzer, der für die Installation des Sync-Tools angelegt wurde, ist ein Schlüssel zum ERP-Server in fremden Händen – und er passt noch lange nach der Installation.',
      judged: [
        'Ein genannter Fernzugriffs-Benutzer, der zugleich das eigene Windows-Konto des Sync-Tools ist, ist ein Mangel, auch während einer Einführung: ihn zu löschen würde jede Synchronisierung anhalten.',
        'Ein genannter Benutzer, der existiert und aktiviert ist, ist ein Mangel; ist er nur deaktiviert, verlangt das Aufmerksamkeit; ist er gelöscht, ist die Prüfung bestanden.',
        'Ein genanntes Domänenkonto verlangt Aufmerksamkeit: ob es noch existiert, ist von diesem Server aus nicht zu sehen.',
        'Aktivierte Benutzer, deren Name, vollständiger Name oder Beschreibung nach dem Hersteller klingt, verlangen Aufmerksamkeit, auch wenn alle genannten gelöscht sind.',
        'Hat niemand gesagt, ob ein solcher Benutzer angelegt wurde, verlangt das Aufmerksamkeit, und die Mitglieder von „Remotedesktopbenutzer“ werden aufgeführt.',
      ],
      open: [
        'Ein genannter Benutzer, der das eigene Konto des Sync-Tools ist, ist schon dadurch ein Mangel, auch wenn es ihn auf diesem Server nicht mehr gibt.',
        'Großbuchstaben vor Kleinbuchstaben werden auf beide Arten gelesen (CIM|admin und CI|Madmin); GoToAssist oder CIMcloud wird erkannt, obwohl die Großbuchstaben es zerteilen würden.',
        'Von einem Domänenbenutzer wird nur der Name ohne die Domäne gelesen: vollständiger Name und Beschreibung sind hier nicht zu sehen.',
        'Namen von Windows selbst, etwa SYSTEM, verlangen als wahrscheinliches Versehen Aufmerksamkeit; ein leerer Eintrag zählt nicht.',
      ],
      steps: {
        'find-use': {
          text: 'Prüfen, ob etwas unter dem Benutzer läuft: NAME durch seinen Namen ersetzen. Dienste stehen auch unter Server-Manager > Tools > Dienste (Spalte „Anmelden als“), Aufgaben unter Server-Manager > Tools > Aufgabenplanung. Was aufgeführt wird, braucht zuerst einen eigenen Benutzer.',
        },
        'own-user': {
          text: 'Ist es das eigene Konto des Sync-Tools, nicht löschen: zuerst das Sync-Tool auf einen eigenen Benutzer umstellen (in dieser App: Passwortänderung > neuer eigener Benutzer). Erst danach wird der alte frei.',
          restarts: 'die Dienste des Sync-Tools, solange die Umstellung dauert',
          undo: 'der alte Benutzer bleibt bis zum Ende der Umstellung unverändert, der Weg zurück also offen',
        },
        'sign-out': {
          text: 'Eine noch offene Sitzung beenden: Task-Manager > Benutzer > Rechtsklick auf den Benutzer > Abmelden.',
          restarts: 'die Sitzung des Benutzers; nicht Gespeichertes geht verloren',
        },
        disable: {
          text: 'Den Benutzer deaktivieren: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Benutzer > Rechtsklick > Eigenschaften > „Konto ist deaktiviert“. Auf einem Domänencontroller: Server-Manager > Tools > Active Directory-Benutzer und -Computer > Rechtsklick auf den Benutzer > „Konto deaktivieren“.',
          undo: "Enable-LocalUser -Name 'NAME' oder dasselbe Häkchen entfernen",
        },
        delete: {
          text: 'Hat ihn einige Tage lang nichts vermisst, den Benutzer an derselben Stelle löschen: Rechtsklick > Löschen.',
          undo: 'keine: ein neuer Benutzer gleichen Namens hat eine andere SID und keine der alten Berechtigungen – darum wird zuerst deaktiviert',
        },
        'look-alikes': {
          text: 'Klären, wem die Benutzer gehören, die nur nach dem Hersteller klingen. Die der eigenen Leute bleiben: mit „beibehalten“ und einer Notiz antworten. Die des Herstellers gehen denselben Weg wie oben.',
        },
        tell: {
          text: 'Unter Einrichtung > Fernzugriffs-Benutzer eintragen, welche Benutzer für den Hersteller angelegt wurden oder dass es keine gibt. Für spätere Hilfe genügt eine begleitete Sitzung.',
        },
      },
      messages: {
        'sync-account': {
          one: '{{users, list}} ist zugleich das eigene Windows-Konto des Sync-Tools und darf nicht gelöscht werden: dem Sync-Tool zuerst einen eigenen Benutzer geben, denn ohne diesen steht jede Synchronisierung still',
          other:
            '{{users, list}} sind zugleich eigene Windows-Konten des Sync-Tools und dürfen nicht gelöscht werden: dem Sync-Tool zuerst einen eigenen Benutzer geben, denn ohne diese steht jede Synchronisierung still',
        },
        enabled: {
          one: 'der Fernzugriffs-Benutzer {{users, list}} existiert noch und ist aktiviert',
          other: 'die Fernzugriffs-Benutzer {{users, list}} existieren noch und sind aktiviert',
        },
        disabled: {
          one: 'der Fernzugriffs-Benutzer {{users, list}} ist deaktiviert, aber nicht entfernt',
          other: 'die Fernzugriffs-Benutzer {{users, list}} sind deaktiviert, aber nicht entfernt',
        },
        domain: {
          one: 'der Fernzugriffs-Benutzer {{users, list}} ist ein Domänenkonto: ob es noch existiert, ist von diesem Server aus nicht zu sehen',
          other:
            'die Fernzugriffs-Benutzer {{users, list}} sind Domänenkonten: ob sie noch existieren, ist von diesem Server aus nicht zu sehen',
        },
        'not-a-user': {
          one: '{{users, list}} ist ein Konto von Windows selbst und lässt sich nicht entfernen: stimmt der Name?',
          other: '{{users, list}} sind Konten von Windows selbst und lassen sich nicht entfernen: stimmen die Namen?',
        },
        gone: {
          one: 'der Fernzugriffs-Benutzer {{users, list}} ist entfernt',
          other: 'die Fernzugriffs-Benutzer {{users, list}} sind entfernt',
        },
        candidate: {
          one: '{{users, list}} klingt nach einem Benutzer, der für den Hersteller angelegt wurde: wird er noch gebraucht?',
          other: '{{users, list}} klingen nach Benutzern, die für den Hersteller angelegt wurden: werden sie noch gebraucht?',
        },
        'none-made': 'laut Profil wurde für die Leute des Herstellers kein Windows-Benutzer angelegt',
        'not-asked': 'noch hat niemand gesagt, ob für die Leute des Herstellers ein Windows-Benutzer angelegt wurde',
        'other-member': {
          one: '{{users, list}} darf sich als Mitglied von „Remotedesktopbenutzer“ anmelden',
          other: '{{users, list}} dürfen sich als Mitglieder von „Remotedesktopbenutzer“ anmelden',
        },
      },
      evidence: {
        'sync-account': 'als Fernzugriffs-Benutzer genannt und ein Windows-Konto des Sync-Tools',
        enabled: 'aktiviert; vollständiger Name: {{fullName}}; letzte Anmeldung: {{lastLogon}}',
        disabled: 'deaktiviert; vollständiger Name: {{fullName}}; letzte Anmeldung: {{lastLogon}}',
        domain: 'als Fernzugriffs-Benutzer genannt; ein Domänenkonto',
        'not-a-user': 'als Fernzugriffs-Benutzer genannt; ein Konto von Windows selbst',
        gone: 'als Fernzugriffs-Benutzer genannt; auf diesem Server gibt es keinen solchen Benutzer',
        candidate: 'aktiviert; vollständiger Name: {{fullName}}; Beschreibung: {{comment}}',
        'candidate-domain': 'Domänenbenutzer in „Administratoren“ oder „Remotedesktopbenutzer“',
        'none-made': 'die Liste der Fernzugriffs-Benutzer ist leer: keiner wurde angelegt',
        'not-asked': 'das Profil hat keine Liste der Fernzugriffs-Benutzer',
        member: 'Mitglied von „Remotedesktopbenutzer“',
      },
    },
  },
})
