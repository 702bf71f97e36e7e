import { define } from '../check.ts'

export const definition = define({
  id: 'windows-user-designated',
  checklist: 'designated-users',
  severity: 'high',
  reads: ['services', 'local-users', 'local-groups', 'host', 'scheduled-tasks?', 'logons?', 'account-groups?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    {
      id: 'see-use',
      command: {
        shell: 'powershell',
        text: String.raw`$user = 'NAME'
$pattern = '(^|\\)' + [regex]::Escape($user) + '(@|$)'
Get-CimInstance Win32_Service | Where-Object StartName -match $pattern | Format-Table Name, DisplayName, StartName, StartMode
Get-ScheduledTask | Where-Object { $_.Principal.UserId -match $pattern } | Format-Table TaskPath, TaskName, State
query user`,
      },
    },
    {
      id: 'make-user',
      command: {
        shell: 'powershell',
        text: `$password = Read-Host -AsSecureString -Prompt 'Password for the new user'
New-LocalUser -Name 'NAME' -Password $password -PasswordNeverExpires -UserMayNotChangePassword -Description 'Sync tool only'`,
      },
    },
    {
      id: 'grant-folders',
      command: { shell: 'cmd', text: String.raw`icacls "C:\PATH\TO\SYNC TOOL" /grant "%COMPUTERNAME%\NAME:(OI)(CI)M"` },
    },
    { id: 'move-services', command: { shell: 'cmd', text: 'services.msc' } },
    {
      id: 'leave-administrators',
      command: {
        shell: 'powershell',
        text: String.raw`Get-LocalGroupMember -SID 'S-1-5-32-544'
Remove-LocalGroupMember -SID 'S-1-5-32-544' -Member "$env:COMPUTERNAME\NAME"`,
      },
    },
    {
      id: 'require-password',
      command: {
        shell: 'powershell',
        text: `$user = [ADSI]"WinNT://$env:COMPUTERNAME/NAME,user"
$user.Put('UserFlags', ($user.Get('UserFlags') -band (-bnot 0x20)))
$user.SetInfo()`,
      },
    },
    { id: 'move-others', command: { shell: 'cmd', text: 'taskschd.msc' } },
    { id: 'sign-out', command: { shell: 'cmd', text: 'query user\nrem logoff ID, with the number from the column ID' } },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Sage 100 Installation Guide: security permissions',
      url: 'https://help-sage100.na.sage.com/InstallGuide/2024/Content/InstallGuide/Security_Perm.htm',
    },
    { title: 'Microsoft: Service user accounts', url: 'https://learn.microsoft.com/en-us/windows/win32/services/service-user-accounts' },
    {
      title: 'Microsoft: New-LocalUser',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.localaccounts/new-localuser',
    },
  ],
  texts: {
    en: {
      title: 'The Windows user of the sync tool is used by the sync tool alone and is no administrator',
      why: 'Whoever takes over the sync tool gets the rights of its Windows user: shared with people or with the ERP itself, that is the whole server, and one password change stops more than the sync.',
      judged: [
        'LocalSystem, LocalService and NetworkService are shared by many services and fail; so does the administrator that Windows itself made.',
        'A member of Administrators fails, directly or through other groups, and through Domain, Schema or Enterprise Admins where that is known; virtual and managed accounts are no exception.',
        "An account that is also a remote-access user of the vendor's fails; so does one that needs no password.",
        "Another service under the account fails, also one of another sync tool's; so does an enabled task outside of \\Microsoft\\ whose command is not in the sync tool's folders. A disabled task that stores its password needs attention.",
        'A session under the account, or a remote sign-in within 30 days and since its newest password, needs attention.',
        'A domain account needs attention unless all of its groups are known. An account that nobody names, or that this server does not have, needs attention; so does one that the profile names otherwise than the services.',
        'A virtual or managed account, and a local account, passes if none of this holds.',
      ],
      open: [
        'Of a built-in account the other services, tasks and sign-ins are not listed: that it is shared says it all.',
        'A bare name among the remote-access users is a user of this server, in a domain too.',
        "A service counts as Sage 100's by the product's name in its name or path; it is listed as another service like any other.",
        "Where the services could not be read, tasks are not judged: the sync tool's folders are not known then.",
        'A session counts as of the time of the snapshot: one from before the newest password record is settled.',
        'If only connectors are known and none names or uses an account, the check does not apply.',
      ],
      steps: {
        'see-use': {
          text: 'See what runs under the account now: put its name without the domain in place of NAME. Services are also listed in Server Manager > Tools > Services (column Log On As), tasks in Server Manager > Tools > Task Scheduler.',
        },
        'make-user': {
          text: 'If it is shared, built in, or also an administrator for other reasons, make a user for the sync tool alone: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Users > right-click > New User. Let this app generate the password (Password change > new designated user) and tick neither “User must change password at next logon” nor any group.',
          undo: "Remove-LocalUser -Name 'NAME', as long as nothing runs under it",
        },
        'grant-folders': {
          text: "Give the new user what the sync tool needs: Modify on its own folder (Properties > Security > Edit), read access to the ERP's folder, and its login in the ERP and in SQL Server. Ask the vendor which folders these are.",
          undo: 'icacls "C:\\PATH\\TO\\SYNC TOOL" /remove "%COMPUTERNAME%\\NAME"',
        },
        'move-services': {
          text: "On an attended call with the vendor, set the sync tool's services to the new user: Server Manager > Tools > Services > right-click the service > Properties > Log On > This account. The console grants “Log on as a service” by itself. This app does the same, keeps the old account until the end and checks each step (Password change > new designated user).",
          restarts: "the sync tool's services; syncing pauses until they run again and then catches up",
          undo: 'set the old account and its password in the same place and restart the services',
        },
        'leave-administrators': {
          text: "If the account is the sync tool's alone, take it out of Administrators: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Groups > Administrators > select the account > Remove. If a service of Sage 100 runs under it, do not: that one needs the right, so give the sync tool its own user instead. Domain groups are changed by a domain administrator.",
          restarts: "nothing by itself; restart the sync tool's services and watch one sync, because the change counts only then",
          undo: 'Add-LocalGroupMember -SID \'S-1-5-32-544\' -Member "$env:COMPUTERNAME\\NAME"',
        },
        'require-password': {
          text: 'If the account may be without a password, clear that flag (no console shows it) and change the password afterwards.',
          undo: 'none needed: a password that is set stays valid',
        },
        'move-others': {
          text: "Give each other service and task a user of its own: services in Server Manager > Tools > Services > Properties > Log On, tasks in Server Manager > Tools > Task Scheduler > the task's Properties > General > Change User or Group. Delete disabled tasks that nobody needs.",
          restarts: 'each service whose account changes',
          undo: 'set the former account in the same place',
        },
        'sign-out': {
          text: 'Nobody signs in as this user: end open sessions (Task Manager > Users > right-click > Sign off) and give the person a user of their own.',
          restarts: 'the session; what was not saved in it is lost, and programs started in it end',
        },
        tell: { text: 'Write the account into Setup > Sync tools > Windows account, spelled as in the column Log On As, and check again.' },
      },
      messages: {
        'not-asked': 'no ERP sync tool is known here, and no connector names a Windows account',
        'account-unknown': {
          one: 'under which Windows account {{tools, list}} runs is not known',
          other: 'under which Windows accounts {{tools, list}} run is not known',
        },
        'accounts-differ': 'for {{tool}} the profile names {{named, list}}, but its services run as {{used, list}}',
        'no-such-account': {
          one: 'there is no account {{accounts, list}} on this server: is the name right?',
          other: 'there are no accounts {{accounts, list}} on this server: are the names right?',
        },
        'built-in': {
          one: '{{accounts, list}} is an identity of Windows that many services share',
          other: '{{accounts, list}} are identities of Windows that many services share',
        },
        'windows-administrator': {
          one: "{{accounts, list}} is Windows' own administrator",
          other: "{{accounts, list}} are Windows' own administrators",
        },
        administrator: {
          one: '{{accounts, list}} is an administrator',
          other: '{{accounts, list}} are administrators',
        },
        'administrator-for-sage': {
          one: '{{account}} is an administrator, a right that only the Sage service under the same account needs ({{services, list}})',
          other: '{{account}} is an administrator, a right that only the Sage services under the same account need ({{services, list}})',
        },
        'remote-access-user': {
          one: "{{accounts, list}} is also a remote-access user of the vendor's",
          other: "{{accounts, list}} are also remote-access users of the vendor's",
        },
        'no-password-required': {
          one: '{{accounts, list}} may be without a password',
          other: '{{accounts, list}} may be without a password',
        },
        'other-services': {
          one: 'another service runs as {{account}}: {{services, list}}',
          other: 'other services run as {{account}}: {{services, list}}',
        },
        tasks: {
          one: 'a scheduled task of something else runs as {{account}}: {{tasks, list}}',
          other: 'scheduled tasks of something else run as {{account}}: {{tasks, list}}',
        },
        'disabled-tasks': {
          one: 'a disabled task stores the password of {{account}}: {{tasks, list}}',
          other: 'disabled tasks store the password of {{account}}: {{tasks, list}}',
        },
        session: 'somebody is signed in to Windows as {{account}}',
        'remote-sign-in': {
          one: 'a person signed in remotely as {{account}} on {{date}}',
          other: 'people signed in remotely as {{account}} {{count}} times, last on {{date}}',
        },
        'groups-not-visible': {
          one: '{{accounts, list}} is a domain account whose domain groups cannot be seen from here',
          other: '{{accounts, list}} are domain accounts whose domain groups cannot be seen from here',
        },
        designated: {
          one: '{{accounts, list}} is no administrator, and nothing but the sync tool was seen under it',
          other: '{{accounts, list}} are no administrators, and nothing but the sync tool was seen under them',
        },
      },
      evidence: {
        'account-unknown': 'neither a service nor the profile names its Windows account',
        'accounts-differ': 'profile: {{named, list}}; services: {{used, list}}',
        'no-such-account': 'no such user on this server',
        'built-in': 'built-in account',
        'windows-administrator': 'made by Windows as its administrator (SID ends in -500)',
        administrator: 'member of {{groups, list}}, directly or through other groups',
        'remote-access-user': 'also named as a remote-access user',
        'no-password-required': 'the account may be without a password',
        'other-service': 'service “{{title}}” logs on as {{account}}',
        task: 'enabled task, runs as {{account}}: {{command}}',
        'disabled-task': 'disabled task that stores the password of {{account}}: {{command}}',
        'session-console': 'a session at the console',
        'session-rdp': 'a Remote Desktop session',
        'remote-sign-in': 'Remote Desktop, {{at}}, from {{from}}',
        'remote-assistance': 'Remote Assistance, {{at}}, from {{from}}',
        'groups-not-visible': 'domain account; its domain groups were not read in full',
        designated: 'Windows account of the sync tool',
      },
    },
    de: {
      title: 'Der Windows-Benutzer des Sync-Tools gehört ihm allein und ist kein Administrator',
      why: 'Wer das Sync-Tool übernimmt, bekommt die Rechte seines Windows-Benutzers: teilt er ihn mit Menschen oder mit dem ERP, ist das der ganze Server, und eine Passwortänderung hält mehr an als die Synchronisierung.',
      judged: [
        'LocalSystem, LocalService und NetworkService teilen sich viele Dienste: ein Mangel; ebenso der Administrator, den Windows selbst angelegt hat.',
        'Ein Mitglied von „Administratoren“ ist ein Mangel, direkt oder über andere Gruppen, auch über Domänen-, Schema- oder Organisations-Admins, soweit das bekannt ist; virtuelle und verwaltete Konten sind keine Ausnahme.',
        'Ein Konto, das zugleich Fernzugriffs-Benutzer des Herstellers ist, ist ein Mangel; ebenso eines, das kein Kennwort braucht.',
        'Ein anderer Dienst unter dem Konto ist ein Mangel, auch der eines anderen Sync-Tools; ebenso eine aktivierte Aufgabe außerhalb von \\Microsoft\\, deren Befehl nicht in den Ordnern des Sync-Tools liegt. Eine deaktivierte Aufgabe, die ihr Kennwort speichert, verlangt Aufmerksamkeit.',
        'Eine Sitzung unter dem Konto oder eine Fernanmeldung der letzten 30 Tage seit seinem neuesten Passwort verlangt Aufmerksamkeit.',
        'Ein Domänenkonto verlangt Aufmerksamkeit, wenn nicht alle seine Gruppen bekannt sind. Ein Konto, das niemand nennt oder das es hier nicht gibt, verlangt Aufmerksamkeit; ebenso eines, das im Profil anders steht als bei den Diensten.',
        'Trifft nichts davon zu, ist ein virtuelles, verwaltetes oder lokales Konto in Ordnung.',
      ],
      open: [
        'Zu einem integrierten Konto werden andere Dienste, Aufgaben und Anmeldungen nicht aufgeführt: dass es geteilt wird, sagt alles.',
        'Ein bloßer Name unter den Fernzugriffs-Benutzern meint einen Benutzer dieses Servers, auch in einer Domäne.',
        'Ein Dienst gilt als einer von Sage 100, wenn der Produktname in seinem Namen oder Pfad steht; als anderer Dienst wird er trotzdem aufgeführt.',
        'Konnten die Dienste nicht gelesen werden, werden Aufgaben nicht beurteilt: die Ordner des Sync-Tools sind dann nicht bekannt.',
        'Eine Sitzung zählt zum Zeitpunkt des Snapshots: eine von vor dem neuesten Passwort-Eintrag ist erledigt.',
        'Sind nur Connectoren bekannt und nennt oder nutzt keiner ein Konto, ist die Prüfung nicht anwendbar.',
      ],
      steps: {
        'see-use': {
          text: 'Ansehen, was jetzt unter dem Konto läuft: NAME durch seinen Namen ohne Domäne ersetzen. Dienste stehen auch unter Server-Manager > Tools > Dienste (Spalte „Anmelden als“), Aufgaben unter Server-Manager > Tools > Aufgabenplanung.',
        },
        'make-user': {
          text: 'Ist das Konto geteilt, integriert oder aus anderen Gründen auch Administrator, einen Benutzer für das Sync-Tool allein anlegen: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Benutzer > Rechtsklick > Neuer Benutzer. Das Passwort diese App erzeugen lassen (Passwortänderung > neuer eigener Benutzer); „Benutzer muss Kennwort bei der nächsten Anmeldung ändern“ nicht ankreuzen, keine Gruppe zuweisen.',
          undo: "Remove-LocalUser -Name 'NAME', solange nichts unter ihm läuft",
        },
        'grant-folders': {
          text: 'Dem neuen Benutzer geben, was das Sync-Tool braucht: „Ändern“ auf seinem eigenen Ordner (Eigenschaften > Sicherheit > Bearbeiten), Lesezugriff auf den Ordner des ERP, dazu seine Anmeldung im ERP und in SQL Server. Welche Ordner das sind, weiß der Hersteller.',
          undo: 'icacls "C:\\PATH\\TO\\SYNC TOOL" /remove "%COMPUTERNAME%\\NAME"',
        },
        'move-services': {
          text: 'In einem begleiteten Gespräch mit dem Hersteller die Dienste des Sync-Tools auf den neuen Benutzer umstellen: Server-Manager > Tools > Dienste > Rechtsklick auf den Dienst > Eigenschaften > Anmelden > Dieses Konto. „Anmelden als Dienst“ erteilt die Konsole dabei selbst. Diese App tut dasselbe, behält das alte Konto bis zum Schluss und prüft jeden Schritt (Passwortänderung > neuer eigener Benutzer).',
          restarts: 'die Dienste des Sync-Tools; die Synchronisierung pausiert, bis sie wieder laufen, und holt dann auf',
          undo: 'das alte Konto mit seinem Kennwort an derselben Stelle eintragen und die Dienste neu starten',
        },
        'leave-administrators': {
          text: 'Gehört das Konto dem Sync-Tool allein, es aus „Administratoren“ nehmen: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Gruppen > Administratoren > Konto wählen > Entfernen. Läuft ein Dienst von Sage 100 unter ihm, nicht: der braucht das Recht, also dem Sync-Tool einen eigenen Benutzer geben. Domänengruppen ändert ein Domänenadministrator.',
          restarts:
            'von selbst nichts; die Dienste des Sync-Tools neu starten und eine Synchronisierung abwarten, denn erst dann gilt die Änderung',
          undo: 'Add-LocalGroupMember -SID \'S-1-5-32-544\' -Member "$env:COMPUTERNAME\\NAME"',
        },
        'require-password': {
          text: 'Darf das Konto ohne Kennwort sein, dieses Kennzeichen löschen (keine Konsole zeigt es) und danach das Kennwort ändern.',
          undo: 'nicht nötig: ein gesetztes Kennwort gilt weiter',
        },
        'move-others': {
          text: 'Jedem anderen Dienst und jeder anderen Aufgabe einen eigenen Benutzer geben: Dienste unter Server-Manager > Tools > Dienste > Eigenschaften > Anmelden, Aufgaben unter Server-Manager > Tools > Aufgabenplanung > Eigenschaften der Aufgabe > Allgemein > Benutzer oder Gruppe ändern. Deaktivierte Aufgaben, die niemand braucht, löschen.',
          restarts: 'jeder Dienst, dessen Konto sich ändert',
          undo: 'das frühere Konto an derselben Stelle eintragen',
        },
        'sign-out': {
          text: 'Niemand meldet sich als dieser Benutzer an: offene Sitzungen beenden (Task-Manager > Benutzer > Rechtsklick > Abmelden) und der Person einen eigenen Benutzer geben.',
          restarts: 'die Sitzung; nicht Gespeichertes geht verloren, und darin gestartete Programme enden',
        },
        tell: {
          text: 'Das Konto unter Einrichtung > Sync-Tools > Windows-Konto eintragen, geschrieben wie in der Spalte „Anmelden als“, und erneut prüfen.',
        },
      },
      messages: {
        'not-asked': 'hier ist kein ERP-Sync-Tool bekannt, und kein Connector nennt ein Windows-Konto',
        'account-unknown': {
          one: 'unter welchem Windows-Konto {{tools, list}} läuft, ist nicht bekannt',
          other: 'unter welchen Windows-Konten {{tools, list}} laufen, ist nicht bekannt',
        },
        'accounts-differ': 'für {{tool}} nennt das Profil {{named, list}}, aber die Dienste laufen als {{used, list}}',
        'no-such-account': {
          one: 'ein Konto {{accounts, list}} gibt es auf diesem Server nicht: stimmt der Name?',
          other: 'die Konten {{accounts, list}} gibt es auf diesem Server nicht: stimmen die Namen?',
        },
        'built-in': {
          one: '{{accounts, list}} ist eine Identität von Windows, die sich viele Dienste teilen',
          other: '{{accounts, list}} sind Identitäten von Windows, die sich viele Dienste teilen',
        },
        'windows-administrator': {
          one: '{{accounts, list}} ist der von Windows selbst angelegte Administrator',
          other: '{{accounts, list}} sind von Windows selbst angelegte Administratoren',
        },
        administrator: {
          one: '{{accounts, list}} ist Administrator',
          other: '{{accounts, list}} sind Administratoren',
        },
        'administrator-for-sage': {
          one: '{{account}} ist Administrator – ein Recht, das nur der Sage-Dienst unter demselben Konto braucht ({{services, list}})',
          other: '{{account}} ist Administrator – ein Recht, das nur die Sage-Dienste unter demselben Konto brauchen ({{services, list}})',
        },
        'remote-access-user': {
          one: '{{accounts, list}} ist zugleich Fernzugriffs-Benutzer des Herstellers',
          other: '{{accounts, list}} sind zugleich Fernzugriffs-Benutzer des Herstellers',
        },
        'no-password-required': {
          one: '{{accounts, list}} darf ohne Kennwort sein',
          other: '{{accounts, list}} dürfen ohne Kennwort sein',
        },
        'other-services': {
          one: 'als {{account}} läuft noch ein anderer Dienst: {{services, list}}',
          other: 'als {{account}} laufen noch andere Dienste: {{services, list}}',
        },
        tasks: {
          one: 'als {{account}} läuft eine fremde geplante Aufgabe: {{tasks, list}}',
          other: 'als {{account}} laufen fremde geplante Aufgaben: {{tasks, list}}',
        },
        'disabled-tasks': {
          one: 'eine deaktivierte Aufgabe speichert das Kennwort von {{account}}: {{tasks, list}}',
          other: 'deaktivierte Aufgaben speichern das Kennwort von {{account}}: {{tasks, list}}',
        },
        session: 'jemand ist an Windows als {{account}} angemeldet',
        'remote-sign-in': {
          one: 'am {{date}} hat sich jemand aus der Ferne als {{account}} angemeldet',
          other: '{{count}} Fernanmeldungen als {{account}}, die letzte am {{date}}',
        },
        'groups-not-visible': {
          one: '{{accounts, list}} ist ein Domänenkonto, dessen Domänengruppen von hier aus nicht zu sehen sind',
          other: '{{accounts, list}} sind Domänenkonten, deren Domänengruppen von hier aus nicht zu sehen sind',
        },
        designated: {
          one: '{{accounts, list}} ist kein Administrator, und außer dem Sync-Tool war nichts unter diesem Konto zu sehen',
          other: '{{accounts, list}} sind keine Administratoren, und außer dem Sync-Tool war nichts unter diesen Konten zu sehen',
        },
      },
      evidence: {
        'account-unknown': 'weder ein Dienst noch das Profil nennt das Windows-Konto',
        'accounts-differ': 'Profil: {{named, list}}; Dienste: {{used, list}}',
        'no-such-account': 'kein solcher Benutzer auf diesem Server',
        'built-in': 'integriertes Konto',
        'windows-administrator': 'von Windows als Administrator angelegt (SID endet auf -500)',
        administrator: 'Mitglied von {{groups, list}}, direkt oder über andere Gruppen',
        'remote-access-user': 'auch als Fernzugriffs-Benutzer genannt',
        'no-password-required': 'das Konto darf ohne Kennwort sein',
        'other-service': 'Dienst „{{title}}“ meldet sich als {{account}} an',
        task: 'aktivierte Aufgabe, läuft als {{account}}: {{command}}',
        'disabled-task': 'deaktivierte Aufgabe, die das Kennwort von {{account}} speichert: {{command}}',
        'session-console': 'eine Sitzung an der Konsole',
        'session-rdp': 'eine Remotedesktop-Sitzung',
        'remote-sign-in': 'Remotedesktop, {{at}}, von {{from}}',
        'remote-assistance': 'Remoteunterstützung, {{at}}, von {{from}}',
        'groups-not-visible': 'Domänenkonto; seine Domänengruppen wurden nicht vollständig gelesen',
        designated: 'Windows-Konto des Sync-Tools',
      },
    },
  },
})
