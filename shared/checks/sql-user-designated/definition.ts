import { define } from '../check.ts'

export const definition = define({
  id: 'sql-user-designated',
  checklist: 'designated-users',
  severity: 'high',
  reads: ['sql-server'],
  who: 'administrator-and-vendor',
  effort: 'an hour',
  steps: [
    {
      id: 'see-rights',
      command: {
        shell: 't-sql',
        text: `DECLARE @login sysname = N'LOGIN';
SELECT r.name AS server_role
FROM sys.server_role_members AS m
JOIN sys.server_principals AS r ON r.principal_id = m.role_principal_id
JOIN sys.server_principals AS p ON p.principal_id = m.member_principal_id
WHERE p.name = @login;
SELECT e.permission_name, e.state_desc
FROM sys.server_permissions AS e
JOIN sys.server_principals AS p ON p.principal_id = e.grantee_principal_id
WHERE p.name = @login;
SELECT name AS owned_database FROM sys.databases WHERE owner_sid = SUSER_SID(@login);
SELECT host_name, program_name, login_time
FROM sys.dm_exec_sessions
WHERE is_user_process = 1 AND original_login_name = @login;`,
      },
    },
    {
      id: 'make-login',
      command: {
        shell: 't-sql',
        text: `-- read-only, as Sage 100 Premium needs it; in each company database the same two lines
USE [MAS_System];
CREATE USER [NEW] FOR LOGIN [NEW];
ALTER ROLE [db_datareader] ADD MEMBER [NEW];`,
      },
    },
    { id: 'change-login', command: { shell: 'powershell', text: "Get-Service -Name 'WSP*'\nRestart-Service -Name 'WSP*'" } },
    {
      id: 'take-rights',
      command: {
        shell: 't-sql',
        text: `ALTER SERVER ROLE [ROLE] DROP MEMBER [LOGIN];
REVOKE PERMISSION FROM [LOGIN]; -- such as VIEW SERVER STATE
ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [sa]; -- only where it is the owner
USE [DATABASE];
ALTER ROLE [db_owner] DROP MEMBER [LOGIN];`,
      },
    },
    { id: 'disable-old', command: { shell: 't-sql', text: 'ALTER LOGIN [LOGIN] DISABLE;' } },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Server-level roles',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/authentication-access/server-level-roles',
    },
    { title: 'Microsoft: CREATE LOGIN', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/create-login-transact-sql' },
    {
      title: 'Microsoft: Metadata visibility',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/metadata-visibility-configuration',
    },
  ],
  texts: {
    en: {
      title: 'The SQL Server login of the sync tool is used by the sync tool alone and administers nothing',
      why: 'A login that administers the server or owns a database can change or drop every table of the ERP, and whoever finds its password in the sync tool can do the same.',
      judged: [
        'If the ERP has no SQL Server database, the check does not apply. A sync tool whose SQL login is not named needs attention.',
        'sa fails, under another name too: it is recognised by its SID.',
        'Any server role but public, any server permission but CONNECT SQL, and being owner or db_owner of any database fail.',
        "A login for a Windows group fails; one for a Windows user fails unless it is the sync tool's own account.",
        'A disabled login needs attention.',
        'A login that no instance has needs attention if every instance was fully visible; else it is unknown, and so is one that was found without a gap on an instance that was only partly visible.',
        'Otherwise the check passes: whether other programs use the login too cannot be seen.',
      ],
      open: [
        'A login for a Windows user is also found under another spelling of the account.',
        'If no Windows account of the sync tool is known, a login for a Windows user needs attention: there is nothing to compare it with.',
        'Of several instances each one that has the login is judged by itself; one that does not have it, or could not be read, changes nothing then.',
        'Connectors are asked only for a login that the profile names; if there are only such without one, the check does not apply.',
      ],
      steps: {
        'see-rights': {
          text: 'See what the login may do and who uses it now; put its name in place of LOGIN. In Management Studio: Security > Logins > the login > Properties > Server Roles, User Mapping and Securables. A program name that is not the sync tool shares the login.',
        },
        'make-login': {
          text: 'If it is sa, shared or not to be cleaned up, make a login for the sync tool alone: Management Studio > Security > Logins > right-click > New Login > SQL Server authentication, password from this app, Enforce password policy ticked, Enforce password expiration not; on User Mapping only the databases that it needs. Then run the command in each of them, with the name in place of NEW.',
          undo: 'DROP USER [NEW]; in each database, then DROP LOGIN [NEW];',
        },
        'change-login': {
          text: "On an attended call with the vendor, enter the new login and its password in the sync tool's window yourself, and restart its services. Connections that are open keep the old login until then.",
          restarts: "the sync tool's services; syncing pauses until they run again and then catches up",
          undo: "enter the former login in the sync tool's window again",
        },
        'take-rights': {
          text: 'If the login itself stays, take away what is too much: Management Studio > Security > Logins > the login > Properties > Server Roles (leave public only) and Securables; for an owner, the database > Properties > Files > Owner. Ask the vendor before, and watch one sync afterwards.',
          restarts: 'nothing; new statements are refused at once',
          undo: 'ALTER SERVER ROLE [ROLE] ADD MEMBER [LOGIN]; GRANT PERMISSION TO [LOGIN]; ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [LOGIN];',
        },
        'disable-old': {
          text: 'If nothing else used it, disable the former login: Management Studio > Security > Logins > the login > Properties > Status > Login: Disabled. Sage 100 itself keeps using its own logins: leave those alone.',
          undo: 'ALTER LOGIN [LOGIN] ENABLE;',
        },
        tell: { text: 'Write the login into Setup > Sync tools > SQL login and check again.' },
      },
      messages: {
        'no-database': 'the ERP has no SQL Server database',
        'only-connectors': 'the profile names connectors only, and none of them uses a SQL login',
        'not-named': {
          one: 'the SQL login of {{tools, list}} is not named',
          other: 'the SQL logins of {{tools, list}} are not named',
        },
        sa: {
          one: "{{logins, list}} is SQL Server's own administrator",
          other: "{{logins, list}} are SQL Server's own administrators",
        },
        'server-role': {
          one: '{{login}} is a member of the server role {{roles, list}}',
          other: '{{login}} is a member of the server roles {{roles, list}}',
        },
        'server-permission': {
          one: '{{login}} has the server permission {{permissions, list}}',
          other: '{{login}} has the server permissions {{permissions, list}}',
        },
        owner: {
          one: '{{login}} is an owner of the database {{databases, list}}',
          other: '{{login}} is an owner of the databases {{databases, list}}',
        },
        'windows-group': {
          one: '{{logins, list}} is a Windows group, so whoever is in it can use the login',
          other: '{{logins, list}} are Windows groups, so whoever is in them can use the logins',
        },
        'other-account': {
          one: "{{logins, list}} is a Windows user, but not the sync tool's own",
          other: "{{logins, list}} are Windows users, but not the sync tool's own",
        },
        'account-unknown': {
          one: "{{logins, list}} is a Windows user, and it is not known whether it is the sync tool's own",
          other: "{{logins, list}} are Windows users, and it is not known whether they are the sync tool's own",
        },
        disabled: {
          one: 'the login {{logins, list}} is disabled: is the name right?',
          other: 'the logins {{logins, list}} are disabled: are the names right?',
        },
        'not-found': {
          one: 'no instance here has a login {{logins, list}}: is the name right, and the server?',
          other: 'no instance here has logins {{logins, list}}: are the names right, and the server?',
        },
        'not-seen': {
          one: 'the login {{logins, list}} was not seen, and not every instance could be read in full',
          other: 'the logins {{logins, list}} were not seen, and not every instance could be read in full',
        },
        'partly-visible': {
          one: 'not all rights of {{logins, list}} could be seen',
          other: 'not all rights of {{logins, list}} could be seen',
        },
        designated: {
          one: '{{logins, list}} has no rights on the server and owns no database; whether other programs use it too cannot be seen',
          other: '{{logins, list}} have no rights on the server and own no database; whether other programs use them too cannot be seen',
        },
      },
      evidence: {
        'not-named': 'no SQL login in the profile',
        sa: 'the administrator that SQL Server made itself',
        'server-role': 'server role',
        'server-permission': 'server permission',
        owner: 'owner, or member of db_owner',
        'windows-group': 'login for a Windows group',
        'other-account': 'login for a Windows user that the sync tool does not run as',
        'account-unknown': 'login for a Windows user; the Windows account of the sync tool is not known',
        disabled: 'disabled',
        'not-found': 'on no instance, and all were fully visible',
        'not-seen': 'on no instance that could be read in full',
        'partly-visible': 'found, but the instance was only partly visible',
        designated: 'found, without rights on the server and not as an owner',
      },
    },
    de: {
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
    },
  },
})
