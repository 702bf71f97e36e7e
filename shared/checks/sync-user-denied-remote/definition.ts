import { define } from '../check.ts'

export const definition = define({
  id: 'sync-user-denied-remote',
  checklist: 'remote-access',
  severity: 'high',
  reads: ['user-rights', 'local-groups', 'local-users', 'services', 'host', 'remote-desktop?', 'account-groups?'],
  who: 'administrator',
  effort: 'minutes',
  steps: [
    {
      id: 'look',
      command: {
        shell: 'powershell',
        text: `Get-LocalGroupMember -SID S-1-5-32-544 | Select-Object Name, ObjectClass
Get-LocalGroupMember -SID S-1-5-32-555 | Select-Object Name, ObjectClass`,
      },
    },
    {
      id: 'deny',
      command: {
        shell: 'powershell',
        text: String.raw`$account = 'NAME'
$right = 'SeDenyRemoteInteractiveLogonRight'
$sid = '*' + ([Security.Principal.NTAccount]$account).Translate([Security.Principal.SecurityIdentifier]).Value
$before = "$env:TEMP\user-rights-before.inf"
$after = "$env:TEMP\user-rights-after.inf"
secedit /export /areas USER_RIGHTS /cfg $before
$line = Get-Content $before | Where-Object { $_ -match "^$right\s*=" } | Select-Object -First 1
$holders = @("$line" -replace '^[^=]*=?', '' -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })
if ($holders -notcontains $sid) {
  $template = '[Unicode]', 'Unicode=yes', '[Version]', 'signature="$CHICAGO$"', 'Revision=1', '[Privilege Rights]'
  $template + "$right = $(($holders + $sid) -join ',')" | Set-Content $after -Encoding Unicode
  secedit /configure /db "$env:TEMP\user-rights.sdb" /cfg $after /areas USER_RIGHTS
}`,
      },
    },
    { id: 'deny-by-domain', command: { shell: 'cmd', text: 'gpupdate /target:computer /force' } },
    { id: 'leave-group', command: { shell: 'powershell', text: "Remove-LocalGroupMember -SID S-1-5-32-555 -Member 'NAME'" } },
    { id: 'own-user' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Deny log on through Remote Desktop Services',
      url: 'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/deny-log-on-through-remote-desktop-services',
    },
    {
      title: 'Microsoft: Account rights constants',
      url: 'https://learn.microsoft.com/en-us/windows/win32/secauthz/account-rights-constants',
    },
    {
      title: 'Microsoft: secedit /configure',
      url: 'https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/secedit-configure',
    },
  ],
  texts: {
    en: {
      title: "The sync tool's Windows users cannot sign in remotely",
      why: "The password of the sync tool's user lies in services and settings on the ERP server: whoever gets hold of it must not be able to open a desktop there from outside.",
      judged: [
        'Every Windows account of the sync tool is judged: those that its services run under and those that the profile names.',
        'Built-in, virtual and managed accounts pass: they have no password that a person could sign in with.',
        'An account that is denied sign-in through Remote Desktop, itself or through a group, passes.',
        'One that is not denied and may sign in through Remote Desktop fails where it is also in Administrators or Remote Desktop Users, directly or nested; otherwise it needs attention.',
        'A local account without that right passes; a domain account needs attention unless all its groups could be read.',
        'An account that does not exist, accounts that differ between profile and services, and a sync tool without a known account need attention.',
      ],
      open: [
        'That Remote Desktop is off today is shown, but is no reason to pass: one click turns it on again.',
        'A user right that the snapshot does not list counts as held by nobody.',
        'An account used by two sync tools is judged and listed once.',
        'Where the profile names only connectors, and no account for them, nothing is asked and the check does not apply.',
      ],
      steps: {
        look: {
          text: 'See who may come in: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Groups > Administrators and Remote Desktop Users. The command lists both, whatever they are called in the language of this Windows.',
        },
        deny: {
          text: 'Deny the account: Server Manager > Tools > Local Security Policy > Local Policies > User Rights Assignment > Deny log on through Remote Desktop Services > Add User or Group. The command does the same: it keeps whoever is denied already, adds the account in place of NAME and touches no other right. Leave “Deny access to this computer from the network” alone: it can cut the sync tool off from ERP data on a network share.',
          restarts:
            'nothing: the sync goes on, because a service signs in by another right; it counts from the next sign-in, so sign off a session that is still open',
          undo: 'take the account off the same list; how the rights stood before is in %TEMP%\\user-rights-before.inf',
        },
        'deny-by-domain': {
          text: 'If the setting is greyed out, or several servers need it, set it in the domain: Server Manager > Tools > Group Policy Management > the policy of these servers > Edit > Computer Configuration > Policies > Windows Settings > Security Settings > Local Policies > User Rights Assignment > Deny log on through Remote Desktop Services. A domain policy replaces the whole list of the server, so enter those who are denied there today as well.',
          restarts: 'nothing; the command fetches the policy at once instead of within two hours',
          undo: 'take the account out of the policy and run the command again',
        },
        'leave-group': {
          text: 'Take the account out of Remote Desktop Users, in the same place as in step 1: a sync tool never signs in there. If it is in Administrators, the item about designated users tells what to do.',
          undo: "Add-LocalGroupMember -SID S-1-5-32-555 -Member 'NAME'",
        },
        'own-user': {
          text: 'If the account is a person or shared with one, it cannot be denied without locking that person out: give the sync tool a designated user first (in this app: Password change > new designated user).',
          restarts: "the sync tool's services, for as long as the change takes",
        },
      },
      messages: {
        open: {
          one: 'the Windows account {{accounts, list}} of the sync tool can sign in through Remote Desktop: it has the right and the group membership for it and is not denied',
          other:
            'the Windows accounts {{accounts, list}} of the sync tool can sign in through Remote Desktop: they have the right and the group membership for it and are not denied',
        },
        'right-held': {
          one: '{{accounts, list}} is not denied and has the right to sign in through Remote Desktop, though no group membership on this server that opens the way',
          other:
            '{{accounts, list}} are not denied and have the right to sign in through Remote Desktop, though no group membership on this server that opens the way',
        },
        denied: {
          one: 'sign-in through Remote Desktop is denied to {{accounts, list}}',
          other: 'sign-in through Remote Desktop is denied to {{accounts, list}}',
        },
        'no-way-in': {
          one: '{{accounts, list}} is not denied, but has no right to sign in through Remote Desktop either',
          other: '{{accounts, list}} are not denied, but have no right to sign in through Remote Desktop either',
        },
        'no-sign-in': {
          one: 'nobody can sign in as {{accounts, list}}: Windows itself keeps the password',
          other: 'nobody can sign in as {{accounts, list}}: Windows itself keeps the passwords',
        },
        'groups-not-visible': {
          one: 'the domain account {{accounts, list}} is not denied, and its groups in the domain are not visible here',
          other: 'the domain accounts {{accounts, list}} are not denied, and their groups in the domain are not visible here',
        },
        'no-such-account': {
          one: 'there is no account {{accounts, list}} on this server: is the name right?',
          other: 'there are no accounts {{accounts, list}} on this server: are the names right?',
        },
        'accounts-differ': 'for {{tool}} the profile names {{named, list}}, but the services run as {{used, list}}',
        'account-unknown': {
          one: 'the Windows account of {{tools, list}} is not known',
          other: 'the Windows accounts of {{tools, list}} are not known',
        },
        'not-asked': 'the profile lists only connectors and names no Windows account for them',
      },
      evidence: {
        open: 'not denied; may sign in through Remote Desktop by way of {{holders, list}}',
        'right-held': 'not denied; holds the right by way of {{holders, list}}',
        denied: 'denied by way of {{holders, list}}',
        'no-way-in': 'neither denied nor allowed',
        'no-sign-in': 'built-in, virtual or managed account',
        'groups-not-visible': 'not denied; only its groups on this server are known',
        'no-such-account': 'not among the users of this server',
        administrator: 'member of Administrators, directly or nested',
        'remote-desktop-user': 'member of Remote Desktop Users, directly or nested',
        'accounts-differ': 'profile: {{named, list}}; services: {{used, list}}',
        'account-unknown': 'no service found, and no Windows account in the profile',
        'remote-desktop-on': 'Remote Desktop is on (port {{port}})',
        'set-by-policy': 'this list is set by group policy ({{policies, list}}): change it there, or the old list comes back by itself',
        'remote-desktop-off': 'Remote Desktop is off today',
      },
    },
    de: {
      title: 'Die Windows-Benutzer des Sync-Tools können sich nicht aus der Ferne anmelden',
      why: 'Das Passwort des Sync-Tool-Benutzers liegt in Diensten und Einstellungen des ERP-Servers: wer daran kommt, darf dort nicht von außen einen Desktop öffnen können.',
      judged: [
        'Jedes Windows-Konto des Sync-Tools wird beurteilt: die, unter denen seine Dienste laufen, und die im Profil genannten.',
        'Bei integrierten, virtuellen und verwalteten Konten ist die Prüfung bestanden: sie haben kein Passwort, mit dem sich ein Mensch anmelden könnte.',
        'Ist einem Konto die Anmeldung über Remotedesktop verweigert, ihm selbst oder über eine Gruppe, ist die Prüfung bestanden.',
        'Ein Konto, dem sie erlaubt und nicht verweigert ist, ist ein Mangel, wenn es auch in „Administratoren“ oder „Remotedesktopbenutzer“ ist, direkt oder verschachtelt; sonst verlangt es Aufmerksamkeit.',
        'Bei einem lokalen Konto ohne dieses Recht ist die Prüfung bestanden; ein Domänenkonto verlangt Aufmerksamkeit, außer wenn alle seine Gruppen gelesen werden konnten.',
        'Ein Konto, das es nicht gibt, Unterschiede zwischen Profil und Diensten und ein Sync-Tool ohne bekanntes Konto verlangen Aufmerksamkeit.',
      ],
      open: [
        'Dass Remotedesktop heute ausgeschaltet ist, wird gezeigt, genügt aber nicht: ein Klick schaltet es wieder ein.',
        'Ein Benutzerrecht, das der Snapshot nicht aufführt, gilt als von niemandem gehalten.',
        'Ein Konto, das zwei Sync-Tools benutzen, wird einmal beurteilt und einmal aufgeführt.',
        'Nennt das Profil nur Connectoren und für sie kein Konto, wird nichts gefragt, und die Prüfung ist nicht anwendbar.',
      ],
      steps: {
        look: {
          text: 'Nachsehen, wer hereinkommt: Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Gruppen > „Administratoren“ und „Remotedesktopbenutzer“. Der Befehl listet beide auf, wie sie in der Sprache dieses Windows auch heißen.',
        },
        deny: {
          text: 'Dem Konto die Anmeldung verweigern: Server-Manager > Tools > Lokale Sicherheitsrichtlinie > Lokale Richtlinien > Zuweisen von Benutzerrechten > „Anmelden über Remotedesktopdienste verweigern“ > Benutzer oder Gruppe hinzufügen. Der Befehl tut dasselbe: er behält alle bei, denen sie schon verweigert ist, fügt das Konto an der Stelle von NAME hinzu und rührt kein anderes Recht an. „Zugriff vom Netzwerk auf diesen Computer verweigern“ unberührt lassen: es kann das Sync-Tool von ERP-Daten auf einer Netzwerkfreigabe abschneiden.',
          restarts:
            'nichts: die Synchronisierung läuft weiter, weil sich ein Dienst über ein anderes Recht anmeldet; es gilt ab der nächsten Anmeldung, eine noch offene Sitzung also abmelden',
          undo: 'das Konto aus derselben Liste entfernen; wie die Rechte vorher standen, steht in %TEMP%\\user-rights-before.inf',
        },
        'deny-by-domain': {
          text: 'Ist die Einstellung ausgegraut oder brauchen sie mehrere Server, in der Domäne festlegen: Server-Manager > Tools > Gruppenrichtlinienverwaltung > die Richtlinie dieser Server > Bearbeiten > Computerkonfiguration > Richtlinien > Windows-Einstellungen > Sicherheitseinstellungen > Lokale Richtlinien > Zuweisen von Benutzerrechten > „Anmelden über Remotedesktopdienste verweigern“. Eine Domänenrichtlinie ersetzt die ganze Liste des Servers: auch die eintragen, denen die Anmeldung heute schon verweigert ist.',
          restarts: 'nichts; der Befehl holt die Richtlinie sofort statt innerhalb von zwei Stunden',
          undo: 'das Konto aus der Richtlinie entfernen und den Befehl noch einmal ausführen',
        },
        'leave-group': {
          text: 'Das Konto an derselben Stelle wie in Schritt 1 aus „Remotedesktopbenutzer“ entfernen: ein Sync-Tool meldet sich dort nie an. Ist es in „Administratoren“, sagt der Punkt zu den eigenen Benutzern, was zu tun ist.',
          undo: "Add-LocalGroupMember -SID S-1-5-32-555 -Member 'NAME'",
        },
        'own-user': {
          text: 'Gehört das Konto einem Menschen oder teilt sich einer das Konto mit dem Sync-Tool, würde das Verweigern ihn aussperren: dem Sync-Tool zuerst einen eigenen Benutzer geben (in dieser App: Passwortänderung > neuer eigener Benutzer).',
          restarts: 'die Dienste des Sync-Tools, solange die Umstellung dauert',
        },
      },
      messages: {
        open: {
          one: 'das Windows-Konto {{accounts, list}} des Sync-Tools kann sich über Remotedesktop anmelden: es hat das Recht und die Gruppenmitgliedschaft dafür, und es ist ihm nicht verweigert',
          other:
            'die Windows-Konten {{accounts, list}} des Sync-Tools können sich über Remotedesktop anmelden: sie haben das Recht und die Gruppenmitgliedschaft dafür, und es ist ihnen nicht verweigert',
        },
        'right-held': {
          one: 'dem Konto {{accounts, list}} ist die Anmeldung über Remotedesktop erlaubt und nicht verweigert, auch wenn auf diesem Server keine Gruppenmitgliedschaft den Weg öffnet',
          other:
            'den Konten {{accounts, list}} ist die Anmeldung über Remotedesktop erlaubt und nicht verweigert, auch wenn auf diesem Server keine Gruppenmitgliedschaft den Weg öffnet',
        },
        denied: {
          one: 'die Anmeldung über Remotedesktop ist für {{accounts, list}} verweigert',
          other: 'die Anmeldung über Remotedesktop ist für {{accounts, list}} verweigert',
        },
        'no-way-in': {
          one: 'dem Konto {{accounts, list}} ist die Anmeldung über Remotedesktop nicht verweigert, aber auch nicht erlaubt',
          other: 'den Konten {{accounts, list}} ist die Anmeldung über Remotedesktop nicht verweigert, aber auch nicht erlaubt',
        },
        'no-sign-in': {
          one: 'als {{accounts, list}} kann sich niemand anmelden: das Passwort verwahrt Windows selbst',
          other: 'als {{accounts, list}} kann sich niemand anmelden: die Passwörter verwahrt Windows selbst',
        },
        'groups-not-visible': {
          one: 'dem Domänenkonto {{accounts, list}} ist die Anmeldung nicht verweigert, und seine Gruppen in der Domäne sind hier nicht zu sehen',
          other:
            'den Domänenkonten {{accounts, list}} ist die Anmeldung nicht verweigert, und ihre Gruppen in der Domäne sind hier nicht zu sehen',
        },
        'no-such-account': {
          one: 'auf diesem Server gibt es kein Konto {{accounts, list}}: stimmt der Name?',
          other: 'auf diesem Server gibt es keine Konten {{accounts, list}}: stimmen die Namen?',
        },
        'accounts-differ': 'für {{tool}} nennt das Profil {{named, list}}, die Dienste laufen aber als {{used, list}}',
        'account-unknown': {
          one: 'das Windows-Konto von {{tools, list}} ist nicht bekannt',
          other: 'die Windows-Konten von {{tools, list}} sind nicht bekannt',
        },
        'not-asked': 'das Profil führt nur Connectoren auf und nennt für sie kein Windows-Konto',
      },
      evidence: {
        open: 'nicht verweigert; Anmeldung über Remotedesktop erlaubt durch {{holders, list}}',
        'right-held': 'nicht verweigert; erlaubt durch {{holders, list}}',
        denied: 'verweigert durch {{holders, list}}',
        'no-way-in': 'weder verweigert noch erlaubt',
        'no-sign-in': 'integriertes, virtuelles oder verwaltetes Konto',
        'groups-not-visible': 'nicht verweigert; nur die Gruppen auf diesem Server sind bekannt',
        'no-such-account': 'nicht unter den Benutzern dieses Servers',
        administrator: 'Mitglied von „Administratoren“, direkt oder verschachtelt',
        'remote-desktop-user': 'Mitglied von „Remotedesktopbenutzer“, direkt oder verschachtelt',
        'accounts-differ': 'Profil: {{named, list}}; Dienste: {{used, list}}',
        'account-unknown': 'kein Dienst gefunden und im Profil kein Windows-Konto',
        'remote-desktop-on': 'Remotedesktop ist eingeschaltet (Port {{port}})',
        'set-by-policy':
          'diese Liste legt eine Gruppenrichtlinie fest ({{policies, list}}): dort ändern, sonst kommt die alte von selbst zurück',
        'remote-desktop-off': 'Remotedesktop ist heute ausgeschaltet',
      },
    },
  },
})
