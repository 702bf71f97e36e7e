import { define } from '../check.ts'

export const definition = define({
  id: 'passwords-stored-safely',
  checklist: 'designated-users',
  severity: 'medium',
  reads: [],
  manual: true,
  who: 'administrator',
  effort: 'minutes',
  steps: [
    { id: 'collect' },
    {
      id: 'move',
      command: {
        shell: 'powershell',
        text: "Start-Process -FilePath \"$env:SystemRoot\\System32\\control.exe\" -ArgumentList '/name', 'Microsoft.CredentialManager'",
      },
    },
    { id: 'clean' },
    { id: 'answer' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    { title: 'NIST SP 800-63B: password managers', url: 'https://pages.nist.gov/800-63-4/sp800-63b.html' },
    {
      title: 'Microsoft: Credential Manager',
      url: 'https://support.microsoft.com/en-us/windows/credential-manager-in-windows-1b5c916a-6a16-889f-8581-fc16e8165ac0',
    },
  ],
  texts: {
    en: {
      title: "The passwords of the sync tool's logins are kept in a password manager",
      why: 'A password that lies in a mail, a ticket or a spreadsheet opens the ERP to whoever finds it, and one that nobody kept costs a stopped sync when it is needed.',
      judged: [
        'Each login of the sync tool that has a password needs a record of its newest one.',
        'If every one of them was put into the keychain by this app, the check passes.',
        'Otherwise it needs attention, naming the logins, until a person says which password manager holds them.',
      ],
      open: [
        'Logins whose password Windows keeps – built-in, virtual and managed accounts, Windows sign-in to SQL Server – have nothing to store.',
        'If no login of the sync tool is known at all, that needs attention.',
        'A local account that this server does not have needs attention: the name may be wrong.',
      ],
      steps: {
        collect: {
          text: "Find where each password lies now: the app's own records are listed under Stored passwords, the others are known to whoever set them.",
        },
        move: {
          text: "Copy each password into your organisation's password manager (this app: Stored passwords > Hand over). What this app put into the keychain is listed under Control Panel > User Accounts > Credential Manager > Windows Credentials, for the same Windows user that ran it.",
          undo: 'none needed: a copy changes no login',
        },
        clean: {
          text: 'Delete every other copy – mails, tickets, notes, spreadsheets – and change a password that others could have read (Password change).',
          restarts: "nothing by itself; changing a password restarts the sync tool's services",
        },
        answer: {
          text: 'Answer this item with the name of the password manager and who has access to the entries. The confirmation counts for twelve months.',
        },
      },
      messages: {
        'no-login': 'no login of the sync tool is known yet, so nobody can tell where its passwords are kept',
        'no-such-account': {
          one: 'there is no account {{logins, list}} on this server: is the name right?',
          other: 'there are no accounts {{logins, list}} on this server: are the names right?',
        },
        'no-record': {
          one: 'there is no record of where the password of {{logins, list}} is kept',
          other: 'there are no records of where the passwords of {{logins, list}} are kept',
        },
        elsewhere: {
          one: 'the password of {{logins, list}} is kept elsewhere: in which password manager?',
          other: 'the passwords of {{logins, list}} are kept elsewhere: in which password manager?',
        },
        stored: {
          one: 'the password of {{logins, list}} is in the keychain',
          other: 'the passwords of {{logins, list}} are in the keychain',
        },
        'kept-by-windows': {
          one: 'Windows keeps the password of {{logins, list}} itself',
          other: 'Windows keeps the passwords of {{logins, list}} itself',
        },
      },
      evidence: {
        'no-login': 'neither profile nor services name a login',
        'no-such-account': 'no such user on this server',
        'no-record': 'no record of its password',
        elsewhere: 'recorded as stored elsewhere',
        stored: 'stored in the keychain',
        'kept-by-windows': 'has no password of its own',
      },
    },
    de: {
      title: 'Die Passwörter der Anmeldungen des Sync-Tools liegen in einem Passwort-Manager',
      why: 'Ein Passwort in einer E-Mail, einem Ticket oder einer Tabelle öffnet das ERP jedem, der es findet – und eines, das niemand aufbewahrt hat, kostet eine stehende Synchronisierung, sobald man es braucht.',
      judged: [
        'Zu jeder Anmeldung des Sync-Tools, die ein Passwort hat, gehört ein Eintrag über das neueste.',
        'Hat diese App jedes davon im Schlüsselbund abgelegt, ist die Prüfung bestanden.',
        'Sonst verlangt sie Aufmerksamkeit und nennt die Anmeldungen, bis ein Mensch sagt, welcher Passwort-Manager sie enthält.',
      ],
      open: [
        'Anmeldungen, deren Kennwort Windows selbst verwahrt – integrierte, virtuelle und verwaltete Konten, Windows-Anmeldung an SQL Server –, haben nichts abzulegen.',
        'Ist gar keine Anmeldung des Sync-Tools bekannt, verlangt das Aufmerksamkeit.',
        'Ein lokales Konto, das es auf diesem Server nicht gibt, verlangt Aufmerksamkeit: vielleicht stimmt der Name nicht.',
      ],
      steps: {
        collect: {
          text: 'Herausfinden, wo jedes Passwort jetzt liegt: die Einträge der App stehen unter „Gespeicherte Passwörter“, die übrigen kennt, wer sie gesetzt hat.',
        },
        move: {
          text: 'Jedes Passwort in den Passwort-Manager der Organisation übertragen (diese App: Gespeicherte Passwörter > Übergeben). Was die App im Schlüsselbund abgelegt hat, steht unter Systemsteuerung > Benutzerkonten > Anmeldeinformationsverwaltung > Windows-Anmeldeinformationen – bei dem Windows-Benutzer, der sie ausgeführt hat.',
          undo: 'nicht nötig: eine Kopie ändert keine Anmeldung',
        },
        clean: {
          text: 'Alle anderen Kopien löschen – E-Mails, Tickets, Notizen, Tabellen – und ein Passwort, das andere gelesen haben könnten, ändern (Passwortänderung).',
          restarts: 'von selbst nichts; eine Passwortänderung startet die Dienste des Sync-Tools neu',
        },
        answer: {
          text: 'Diesen Punkt mit dem Namen des Passwort-Managers beantworten und mit den Personen, die an die Einträge kommen. Die Bestätigung gilt zwölf Monate.',
        },
      },
      messages: {
        'no-login': 'noch ist keine Anmeldung des Sync-Tools bekannt, also auch nicht, wo ihre Passwörter liegen',
        'no-such-account': {
          one: 'ein Konto {{logins, list}} gibt es auf diesem Server nicht: stimmt der Name?',
          other: 'die Konten {{logins, list}} gibt es auf diesem Server nicht: stimmen die Namen?',
        },
        'no-record': {
          one: 'wo das Passwort von {{logins, list}} liegt, ist nicht verzeichnet',
          other: 'wo die Passwörter von {{logins, list}} liegen, ist nicht verzeichnet',
        },
        elsewhere: {
          one: 'das Passwort von {{logins, list}} liegt anderswo: in welchem Passwort-Manager?',
          other: 'die Passwörter von {{logins, list}} liegen anderswo: in welchem Passwort-Manager?',
        },
        stored: {
          one: 'das Passwort von {{logins, list}} liegt im Schlüsselbund',
          other: 'die Passwörter von {{logins, list}} liegen im Schlüsselbund',
        },
        'kept-by-windows': {
          one: 'das Kennwort von {{logins, list}} verwahrt Windows selbst',
          other: 'die Kennwörter von {{logins, list}} verwahrt Windows selbst',
        },
      },
      evidence: {
        'no-login': 'weder Profil noch Dienste nennen eine Anmeldung',
        'no-such-account': 'kein solcher Benutzer auf diesem Server',
        'no-record': 'kein Eintrag zum Passwort',
        elsewhere: 'als anderswo aufbewahrt verzeichnet',
        stored: 'im Schlüsselbund abgelegt',
        'kept-by-windows': 'hat kein eigenes Passwort',
      },
    },
  },
})
