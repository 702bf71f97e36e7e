import { define } from '../check.ts'

export const definition = define({
  id: 'passwords-strong-unique',
  checklist: 'designated-users',
  severity: 'high',
  reads: ['local-users?', 'sql-server?', 'account-policy?'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    { id: 'schedule' },
    { id: 'change' },
    {
      id: 'by-hand',
      command: {
        shell: 'powershell',
        text: `$password = Read-Host -AsSecureString -Prompt 'New password'
Set-LocalUser -Name 'NAME' -Password $password`,
      },
    },
    { id: 'sql', command: { shell: 't-sql', text: 'ALTER LOGIN [LOGIN] WITH CHECK_POLICY = ON, CHECK_EXPIRATION = OFF;' } },
    {
      id: 'require',
      command: {
        shell: 'powershell',
        text: `$user = [ADSI]"WinNT://$env:COMPUTERNAME/NAME,user"
$user.Put('UserFlags', ($user.Get('UserFlags') -band (-bnot 0x20)))
$user.SetInfo()`,
      },
    },
    { id: 'record', command: { shell: 'cmd', text: 'erp-checkup password --grade' } },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    { title: 'NIST SP 800-63B', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html' },
    {
      title: 'Microsoft: SQL Server password policy',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/password-policy',
    },
    {
      title: 'Microsoft: Set-LocalUser',
      url: 'https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.localaccounts/set-localuser',
    },
  ],
  texts: {
    en: {
      title: "The passwords of the sync tool's logins are strong, random and each used once",
      why: "The sync tool's logins reach every customer, price and order in the ERP and nobody watches them sign in, so a password that can be guessed or that was leaked elsewhere is found by machines.",
      judged: [
        'Every login of the sync tool with a password of its own is judged by its newest record: Windows, ERP and SQL Server.',
        'A password graded weak fails; one that is not unique fails; a local account that needs no password fails.',
        'Without a record it needs attention, and so it does if the server says that the password was set more than a day before or after the recorded change.',
        'Good: at least 12 characters, random, with letters, numbers and special characters, used once. Best: the same with at least 25. If all are at least Good, the check passes.',
        'If no such login is known, that needs attention.',
      ],
      open: [
        'Built-in, virtual and managed accounts and Windows sign-in to SQL Server are skipped: Windows keeps those passwords. If nothing else is left, that needs attention, for an ERP user at least is usually missing.',
        'If several SQL Server instances know the login, each is compared with the record.',
        'The password policies of Windows and SQL Server are shown, but decide nothing.',
      ],
      steps: {
        schedule: {
          text: "Agree with the vendor on a call, by its published phone number or ticket system, and ask what the sync tool's window accepts (length, characters). The passwords have to change in the sync tool at the same time, or syncing stops.",
        },
        change: {
          text: 'Change them with Password change in this app: it generates a random password of 25 characters for each login, keeps it in the keychain, applies it to Windows and SQL Server, hands it over to the sync tool and keeps the record.',
          restarts: "the sync tool's services; syncing pauses until they run again and then catches up",
          undo: 'each step of the change shows whether the way back is open',
        },
        'by-hand': {
          text: 'By hand instead: Windows under Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Users > right-click > Set Password, then Services > the service > Properties > Log On; SQL Server in Management Studio under Security > Logins > the login > Properties > General. Type or paste passwords into these windows only, never into a command.',
          restarts: "the sync tool's services",
          undo: 'set the former password again, if the policy still allows it',
        },
        sql: {
          text: 'Let SQL Server apply the Windows password policy to the login: Management Studio > Security > Logins > the login > Properties > General > Enforce password policy, but not Enforce password expiration. Put its name in place of LOGIN.',
          undo: 'ALTER LOGIN [LOGIN] WITH CHECK_POLICY = OFF;',
        },
        require: {
          text: 'If a local account may be without a password, clear that flag (no console shows it); put its name in place of NAME.',
          undo: 'none needed: a password that is set stays valid',
        },
        record: {
          text: 'For a password that was changed elsewhere, have it graded – it is read without being shown and stored nowhere – and write grade, uniqueness and time of the change into the record of the login (credentials in the answers file).',
        },
      },
      messages: {
        'no-login': 'no login of the sync tool with a password of its own is known',
        'only-kept-by-windows': 'only logins whose password Windows keeps are known: is there no ERP user or SQL login?',
        weak: {
          one: 'the password of {{logins, list}} is weak',
          other: 'the passwords of {{logins, list}} are weak',
        },
        'not-unique': {
          one: 'the password of {{logins, list}} is used elsewhere too',
          other: 'the passwords of {{logins, list}} are used elsewhere too',
        },
        'no-password-required': {
          one: '{{logins, list}} may be without a password',
          other: '{{logins, list}} may be without a password',
        },
        'no-record': {
          one: 'there is no record of how strong the password of {{logins, list}} is',
          other: 'there are no records of how strong the passwords of {{logins, list}} are',
        },
        'set-at-another-time': 'the password of {{login}} was set on {{date}}, but the record is of a change on {{recorded}}',
        good: {
          one: 'the password of {{logins, list}} is Good',
          other: 'the passwords of {{logins, list}} are Good',
        },
        best: {
          one: 'the password of {{logins, list}} is Best',
          other: 'the passwords of {{logins, list}} are Best',
        },
      },
      evidence: {
        'no-login': 'neither profile nor services name a login with a password of its own',
        'only-kept-by-windows': 'Windows keeps the passwords of all logins that are known',
        weak: 'graded weak',
        'not-unique': 'recorded as used elsewhere too',
        'no-password-required': 'the account may be without a password',
        'no-record': 'no record of its password',
        'set-at-another-time': '{{where}}: set {{at}}; recorded: {{changedAt}}',
        good: 'Good',
        best: 'Best',
        'policy-not-checked': '{{where}} does not apply the password policy of Windows to it (CHECK_POLICY is off)',
        'short-minimum': {
          one: 'Windows would accept a password of one character',
          other: 'Windows would accept a password of {{count}} characters',
        },
      },
    },
    de: {
      title: 'Die Passwörter der Anmeldungen des Sync-Tools sind stark, zufällig und jedes nur einmal verwendet',
      why: 'Die Anmeldungen des Sync-Tools erreichen jeden Kunden, jeden Preis und jeden Auftrag im ERP, und niemand sieht ihnen beim Anmelden zu – ein Passwort, das sich erraten lässt oder anderswo durchgesickert ist, finden Maschinen.',
      judged: [
        'Jede Anmeldung des Sync-Tools mit eigenem Passwort wird nach ihrem neuesten Eintrag beurteilt: Windows, ERP und SQL Server.',
        'Ein als schwach bewertetes Passwort ist ein Mangel, ein mehrfach verwendetes ebenso, und ebenso ein lokales Konto, das kein Kennwort braucht.',
        'Ohne Eintrag verlangt sie Aufmerksamkeit – auch dann, wenn das Passwort laut Server mehr als einen Tag vor oder nach der verzeichneten Änderung gesetzt wurde.',
        'Gut: mindestens 12 Zeichen, zufällig, mit Buchstaben, Ziffern und Sonderzeichen, nur hier verwendet. Bestens: dasselbe mit mindestens 25. Sind alle mindestens gut, ist die Prüfung bestanden.',
        'Ist keine solche Anmeldung bekannt, verlangt das Aufmerksamkeit.',
      ],
      open: [
        'Integrierte, virtuelle und verwaltete Konten und die Windows-Anmeldung an SQL Server bleiben außer Betracht: diese Kennwörter verwahrt Windows. Bleibt sonst nichts übrig, verlangt das Aufmerksamkeit, denn meist fehlt dann noch der ERP-Benutzer.',
        'Kennen mehrere SQL-Server-Instanzen die Anmeldung, wird jede mit dem Eintrag verglichen.',
        'Die Kennwortrichtlinien von Windows und SQL Server werden gezeigt, entscheiden aber nichts.',
      ],
      steps: {
        schedule: {
          text: 'Mit dem Hersteller ein Gespräch vereinbaren, über seine veröffentlichte Telefonnummer oder sein Ticketsystem, und fragen, was das Fenster des Sync-Tools annimmt (Länge, Zeichen). Die Passwörter müssen sich im Sync-Tool gleichzeitig ändern, sonst steht die Synchronisierung.',
        },
        change: {
          text: 'Mit „Passwortänderung“ in dieser App ändern: sie erzeugt für jede Anmeldung ein zufälliges Passwort mit 25 Zeichen, legt es im Schlüsselbund ab, setzt es in Windows und SQL Server, übergibt es dem Sync-Tool und führt den Eintrag.',
          restarts: 'die Dienste des Sync-Tools; die Synchronisierung pausiert, bis sie wieder laufen, und holt dann auf',
          undo: 'jeder Schritt der Änderung zeigt, ob der Weg zurück offen ist',
        },
        'by-hand': {
          text: 'Oder von Hand: Windows unter Server-Manager > Tools > Computerverwaltung > System > Lokale Benutzer und Gruppen > Benutzer > Rechtsklick > Kennwort festlegen, danach Dienste > der Dienst > Eigenschaften > Anmelden; SQL Server in Management Studio unter Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Allgemein. Passwörter nur in diese Fenster eingeben oder einfügen, nie in einen Befehl.',
          restarts: 'die Dienste des Sync-Tools',
          undo: 'das frühere Passwort wieder setzen, falls die Richtlinie es noch zulässt',
        },
        sql: {
          text: 'SQL Server die Windows-Kennwortrichtlinie auf die Anmeldung anwenden lassen: Management Studio > Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Allgemein > Kennwortrichtlinie erzwingen, aber nicht „Ablauf des Kennworts erzwingen“. LOGIN durch ihren Namen ersetzen.',
          undo: 'ALTER LOGIN [LOGIN] WITH CHECK_POLICY = OFF;',
        },
        require: {
          text: 'Darf ein lokales Konto ohne Kennwort sein, dieses Kennzeichen löschen (keine Konsole zeigt es); NAME durch seinen Namen ersetzen.',
          undo: 'nicht nötig: ein gesetztes Kennwort gilt weiter',
        },
        record: {
          text: 'Ein anderswo geändertes Passwort bewerten lassen – es wird eingelesen, ohne gezeigt oder gespeichert zu werden – und Bewertung, Einmaligkeit und Zeitpunkt der Änderung in den Eintrag der Anmeldung schreiben (credentials in der Antwortdatei).',
        },
      },
      messages: {
        'no-login': 'keine Anmeldung des Sync-Tools mit eigenem Passwort ist bekannt',
        'only-kept-by-windows':
          'nur Anmeldungen sind bekannt, deren Kennwort Windows verwahrt: gibt es keinen ERP-Benutzer und keine SQL-Anmeldung?',
        weak: {
          one: 'das Passwort von {{logins, list}} ist schwach',
          other: 'die Passwörter von {{logins, list}} sind schwach',
        },
        'not-unique': {
          one: 'das Passwort von {{logins, list}} wird auch anderswo verwendet',
          other: 'die Passwörter von {{logins, list}} werden auch anderswo verwendet',
        },
        'no-password-required': {
          one: '{{logins, list}} darf ohne Kennwort sein',
          other: '{{logins, list}} dürfen ohne Kennwort sein',
        },
        'no-record': {
          one: 'wie stark das Passwort von {{logins, list}} ist, ist nicht verzeichnet',
          other: 'wie stark die Passwörter von {{logins, list}} sind, ist nicht verzeichnet',
        },
        'set-at-another-time': 'das Passwort von {{login}} wurde am {{date}} gesetzt, verzeichnet ist aber eine Änderung am {{recorded}}',
        good: {
          one: 'das Passwort von {{logins, list}} ist mit „Gut“ bewertet',
          other: 'die Passwörter von {{logins, list}} sind mit „Gut“ bewertet',
        },
        best: {
          one: 'das Passwort von {{logins, list}} ist mit „Bestens“ bewertet',
          other: 'die Passwörter von {{logins, list}} sind mit „Bestens“ bewertet',
        },
      },
      evidence: {
        'no-login': 'weder Profil noch Dienste nennen eine Anmeldung mit eigenem Passwort',
        'only-kept-by-windows': 'bei allen bekannten Anmeldungen verwahrt Windows das Kennwort',
        weak: 'als schwach bewertet',
        'not-unique': 'als auch anderswo verwendet verzeichnet',
        'no-password-required': 'das Konto darf ohne Kennwort sein',
        'no-record': 'kein Eintrag zum Passwort',
        'set-at-another-time': '{{where}}: gesetzt {{at}}; verzeichnet: {{changedAt}}',
        good: 'Gut',
        best: 'Bestens',
        'policy-not-checked': '{{where}} wendet die Kennwortrichtlinie von Windows nicht auf sie an (CHECK_POLICY ist aus)',
        'short-minimum': 'Windows nähme ein Kennwort mit {{count}} Zeichen an',
      },
    },
  },
})
