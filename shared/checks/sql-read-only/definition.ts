import { define } from '../check.ts'

export const definition = define({
  id: 'sql-read-only',
  checklist: 'designated-users',
  severity: 'critical',
  reads: ['sql-server'],
  who: 'administrator',
  effort: 'an hour',
  steps: [
    {
      id: 'see-rights',
      command: {
        shell: 't-sql',
        text: `USE [MAS_System]; -- and again in each MAS_ database of a company
EXECUTE AS LOGIN = N'LOGIN';
SELECT permission_name FROM sys.fn_my_permissions(NULL, 'DATABASE') ORDER BY permission_name;
SELECT name, usage FROM sys.user_token;
REVERT;
SELECT e.state_desc, e.permission_name, e.class_desc, OBJECT_NAME(e.major_id) AS object_name
FROM sys.database_permissions AS e
JOIN sys.database_principals AS p ON p.principal_id = e.grantee_principal_id
WHERE p.sid = SUSER_SID(N'LOGIN');`,
      },
    },
    {
      id: 'map',
      command: {
        shell: 't-sql',
        text: `USE [MAS_System]; -- and again in each MAS_ database of a company
CREATE USER [LOGIN] FOR LOGIN [LOGIN];
ALTER ROLE [db_datareader] ADD MEMBER [LOGIN];`,
      },
    },
    {
      id: 'take-rights',
      command: {
        shell: 't-sql',
        text: `USE [DATABASE];
ALTER ROLE [db_datawriter] DROP MEMBER [LOGIN]; -- each role but db_datareader
REVOKE EXECUTE FROM [LOGIN]; -- each permission, such as INSERT ON OBJECT::[dbo].[TABLE]
ALTER AUTHORIZATION ON DATABASE::[DATABASE] TO [sa]; -- only where it is the owner`,
      },
    },
    {
      id: 'take-server-rights',
      command: {
        shell: 't-sql',
        text: `ALTER SERVER ROLE [ROLE] DROP MEMBER [LOGIN];
REVOKE CONTROL SERVER FROM [LOGIN]; -- each server permission but CONNECT SQL`,
      },
    },
    { id: 'unmap', command: { shell: 't-sql', text: 'USE [DATABASE]; -- one that the sync tool does not need\nDROP USER [LOGIN];' } },
    {
      id: 'public',
      command: {
        shell: 't-sql',
        text: `USE [DATABASE];
SELECT e.permission_name, OBJECT_SCHEMA_NAME(e.major_id) AS schema_name, OBJECT_NAME(e.major_id) AS object_name
FROM sys.database_permissions AS e
WHERE e.grantee_principal_id = DATABASE_PRINCIPAL_ID(N'public') AND e.state IN ('G', 'W') AND e.class = 1 AND e.major_id > 0
  AND e.permission_name <> N'SELECT';`,
      },
    },
    { id: 'tell' },
  ],
  references: [
    { title: 'CIMcloud: ERP Sync Security Checkup', url: 'https://help.cimcloud.com/help-center/erp-sync-security-checkup-checklists/' },
    {
      title: 'Microsoft: Database-level roles',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/security/authentication-access/database-level-roles',
    },
    { title: 'Microsoft: ALTER ROLE', url: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-role-transact-sql' },
    {
      title: 'Microsoft: fn_my_permissions',
      url: 'https://learn.microsoft.com/en-us/sql/relational-databases/system-functions/sys-fn-my-permissions-transact-sql',
    },
  ],
  texts: {
    en: {
      title: 'The SQL Server login of the sync tool can read the Sage 100 companies and nothing else',
      why: 'Sage 100 keeps its books in order by itself: a login that can write past it can change prices, orders and ledgers without a trace in the ERP, and a stolen one would.',
      judged: [
        'It applies to Sage 100 Premium, which keeps its companies on SQL Server. If the ERP or its edition is not told, that needs attention.',
        'Needed are MAS_System and the databases of the production companies. If no company is named, that needs attention, listing those that were seen; so does a database that is not there.',
        'In each needed database the login must be mapped and a member of db_datareader, else it fails.',
        'In every database that it is mapped in: a role other than public, db_datareader or db_denydatawriter, ownership, a grant that does more than read, a permission in force that does more than read, or a single object that it can write or execute fails. A grant that only reads needs attention.',
        'A server role, or a server permission but CONNECT SQL, fails on any instance.',
        'Mapped in another MAS_ database it needs attention, in any other than the four of SQL Server itself it fails.',
        'What could not be seen is unknown: permissions in force that were not determined, and instances that were not fully visible.',
      ],
      open: [
        'Databases are judged on the instances that have MAS_System, rights on the server on every instance.',
        'If several instances have MAS_System, the login has to be mapped where it exists; where none of them has it, it counts as not mapped.',
        'Grants that read are SELECT, VIEW and SHOWPLAN in any form; CONNECT is not counted, because no user could enter without it.',
        'If it could not be determined which objects the login can write, the check passes and says so.',
        'A login that is not named or not found is judged as in the check of the SQL login itself.',
      ],
      steps: {
        'see-rights': {
          text: 'See what the login really may do; put its name in place of LOGIN. In Management Studio: Security > Logins > the login > Properties > User Mapping.',
        },
        map: {
          text: 'Map it to MAS_System and to each production company: Security > Logins > the login > Properties > User Mapping > tick the database, and below it only public and db_datareader.',
          undo: 'DROP USER [LOGIN]; in the same database',
        },
        'take-rights': {
          text: 'Take away every other role and every grant in these databases: User Mapping, untick the role; the database > Security > Users > the user > Properties > Securables, remove the grants; the database > Properties > Files > Owner if it is the owner. Ask the vendor before, and watch one sync afterwards.',
          restarts: 'nothing; new statements are refused at once',
          undo: 'ALTER ROLE [db_datawriter] ADD MEMBER [LOGIN]; GRANT EXECUTE TO [LOGIN]; – each with what was taken away',
        },
        'take-server-rights': {
          text: 'Take away server roles and server permissions: Security > Logins > the login > Properties > Server Roles, leave only public; Securables, leave only Connect SQL.',
          restarts: 'nothing; new statements are refused at once',
          undo: 'ALTER SERVER ROLE [ROLE] ADD MEMBER [LOGIN]; GRANT CONTROL SERVER TO [LOGIN];',
        },
        unmap: {
          text: 'Remove it from databases that it does not need: Properties > User Mapping, untick the database.',
          undo: 'USE [DATABASE]; CREATE USER [LOGIN] FOR LOGIN [LOGIN]; and its roles again',
        },
        public: {
          text: 'If it can still write or execute something although it has no role or grant of its own, the right comes from public, from a schema that its user owns or from guest. Look first: other programs may rely on it, so ask the Sage partner before anything is taken from public.',
        },
        tell: { text: 'Write ERP, edition and the databases of the production companies into Setup, and check again.' },
      },
      messages: {
        'no-database': 'the ERP has no SQL Server database',
        'which-erp': 'which ERP runs here is not told: is it Sage 100 Premium?',
        'which-edition': 'which edition of Sage 100 runs here is not told: is it Premium?',
        'other-erp': 'this ERP is not Sage 100 Premium',
        'only-connectors': 'the profile names connectors only, and none of them uses a SQL login',
        'not-named': {
          one: 'the SQL login of {{tools, list}} is not named',
          other: 'the SQL logins of {{tools, list}} are not named',
        },
        'not-found': {
          one: 'no instance here has a login {{logins, list}}: is the name right, and the server?',
          other: 'no instance here has logins {{logins, list}}: are the names right, and the server?',
        },
        'not-seen': {
          one: 'the login {{logins, list}} was not seen, and not every instance could be read in full',
          other: 'the logins {{logins, list}} were not seen, and not every instance could be read in full',
        },
        'companies-not-named': 'the databases of the production companies are not named',
        'companies-seen': {
          one: 'the databases of the production companies are not named; this one was seen: {{databases, list}}',
          other: 'the databases of the production companies are not named; these were seen: {{databases, list}}',
        },
        'no-system-database': 'no instance that could be read has MAS_System: is this the right server?',
        'no-such-database': {
          one: 'there is no database {{databases, list}} beside MAS_System: is the name right?',
          other: 'there are no databases {{databases, list}} beside MAS_System: are the names right?',
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
          one: '{{login}} owns the database {{databases, list}}',
          other: '{{login}} owns the databases {{databases, list}}',
        },
        role: {
          one: '{{login}} has the role {{roles, list}} in {{database}}',
          other: '{{login}} has the roles {{roles, list}} in {{database}}',
        },
        grant: {
          one: '{{login}} was granted {{permissions, list}} in {{database}}',
          other: '{{login}} was granted {{permissions, list}} in {{database}}',
        },
        'reading-grant': {
          one: '{{login}} was granted {{permissions, list}} in {{database}} besides db_datareader: is it needed?',
          other: '{{login}} was granted {{permissions, list}} in {{database}} besides db_datareader: are they needed?',
        },
        effective: {
          one: '{{login}} holds {{permissions, list}} in {{database}}',
          other: '{{login}} holds {{permissions, list}} in {{database}}',
        },
        writable: {
          one: '{{login}} can write or execute {{count}} object in {{database}}',
          other: '{{login}} can write or execute {{count}} objects in {{database}}',
        },
        'not-mapped': {
          one: '{{login}} is not mapped in {{databases, list}}',
          other: '{{login}} is not mapped in {{databases, list}}',
        },
        'no-reader': {
          one: '{{login}} is no member of db_datareader in {{databases, list}}',
          other: '{{login}} is no member of db_datareader in {{databases, list}}',
        },
        'other-company': {
          one: '{{login}} is mapped in {{databases, list}} too, which is not among the production companies: is it needed?',
          other: '{{login}} is mapped in {{databases, list}} too, which are not among the production companies: are they needed?',
        },
        'other-database': {
          one: '{{login}} is mapped in {{databases, list}}, which has nothing to do with Sage 100',
          other: '{{login}} is mapped in {{databases, list}}, which have nothing to do with Sage 100',
        },
        'effective-unknown': {
          one: 'which permissions {{login}} really holds in {{databases, list}} was not determined',
          other: 'which permissions {{login}} really holds in {{databases, list}} was not determined',
        },
        'partly-visible': {
          one: 'the instance {{instances, list}} could not be read in full',
          other: 'the instances {{instances, list}} could not be read in full',
        },
        'read-only': {
          one: '{{login}} can read {{databases, list}} and nothing else there',
          other: '{{login}} can read {{databases, list}} and nothing else there',
        },
        'objects-not-checked': {
          one: '{{login}} reads {{databases, list}} through db_datareader; single objects were not checked for other rights',
          other: '{{login}} reads {{databases, list}} through db_datareader; single objects were not checked for other rights',
        },
      },
      evidence: {
        'which-erp': 'no ERP product in the profile',
        'which-edition': 'no edition in the profile',
        'not-named': 'no SQL login in the profile',
        'not-found': 'on no instance, and all were fully visible',
        'not-seen': 'on no instance that could be read in full',
        'companies-not-named': 'no company databases in the profile',
        'companies-seen': 'no company databases in the profile; seen: {{databases, list}}',
        'no-system-database': 'on no instance that could be read',
        'no-such-database': 'on no instance that has MAS_System',
        'server-role': 'server role',
        'server-permission': 'server permission',
        owner: 'enters as dbo',
        role: 'database role, directly or through another',
        grant: 'granted, and does more than read',
        'reading-grant': 'granted besides db_datareader; reads only',
        effective: 'permission in force, does more than read',
        writable: 'objects that it can write or execute: {{count}}',
        'not-mapped': 'no user for the login',
        'no-reader': 'not in db_datareader',
        'other-company': 'mapped, but not among the production companies',
        'other-database': 'mapped, but no database of Sage 100',
        'effective-unknown': 'permissions in force were not determined',
        'partly-visible': 'only partly visible, or not readable',
        'read-only': 'db_datareader; nothing found that writes',
        'objects-not-checked': 'db_datareader; single objects were not checked',
      },
    },
    de: {
      title: 'Die SQL-Server-Anmeldung des Sync-Tools kann die Firmen von Sage 100 lesen und sonst nichts',
      why: 'Sage 100 hält seine Bücher selbst in Ordnung: eine Anmeldung, die an ihm vorbei schreiben kann, kann Preise, Aufträge und Konten spurlos ändern – und eine gestohlene täte es.',
      judged: [
        'Sie gilt für Sage 100 Premium, das seine Firmen auf SQL Server hält. Sind ERP oder Edition nicht genannt, verlangt das Aufmerksamkeit.',
        'Gebraucht werden MAS_System und die Datenbanken der produktiven Firmen. Ist keine Firma genannt, verlangt das Aufmerksamkeit, und die gesehenen werden aufgeführt; ebenso eine Datenbank, die es nicht gibt.',
        'In jeder gebrauchten Datenbank muss die Anmeldung zugeordnet und Mitglied von db_datareader sein, sonst ist es ein Mangel.',
        'In jeder Datenbank, der sie zugeordnet ist: eine Rolle außer public, db_datareader oder db_denydatawriter, Besitz, eine erteilte Berechtigung, die mehr als liest, eine wirksame Berechtigung, die mehr als liest, oder auch nur ein Objekt, das sie schreiben oder ausführen kann, ist ein Mangel. Eine erteilte Berechtigung, die nur liest, verlangt Aufmerksamkeit.',
        'Eine Serverrolle oder eine Serverberechtigung außer CONNECT SQL ist auf jeder Instanz ein Mangel.',
        'Einer anderen MAS_-Datenbank zugeordnet verlangt sie Aufmerksamkeit; jeder anderen außer den vier von SQL Server selbst ist ein Mangel.',
        'Was nicht zu sehen war, ist unbekannt: nicht ermittelte wirksame Berechtigungen und Instanzen, die nicht ganz sichtbar waren.',
      ],
      open: [
        'Datenbanken werden auf den Instanzen beurteilt, die MAS_System haben, Rechte auf dem Server auf jeder.',
        'Haben mehrere Instanzen MAS_System, muss die Anmeldung dort zugeordnet sein, wo es sie gibt; hat sie keine davon, gilt sie als nicht zugeordnet.',
        'Lesende Berechtigungen sind SELECT, VIEW und SHOWPLAN in jeder Form; CONNECT zählt nicht, weil ohne sie kein Benutzer hineinkäme.',
        'Ließ sich nicht ermitteln, welche Objekte die Anmeldung schreiben kann, ist die Prüfung bestanden und sagt das dazu.',
        'Eine nicht genannte oder nicht gefundene Anmeldung wird beurteilt wie bei der Prüfung der SQL-Anmeldung selbst.',
      ],
      steps: {
        'see-rights': {
          text: 'Ansehen, was die Anmeldung wirklich darf; LOGIN durch ihren Namen ersetzen. In Management Studio: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Benutzerzuordnung.',
        },
        map: {
          text: 'Sie MAS_System und jeder produktiven Firma zuordnen: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Benutzerzuordnung > Datenbank ankreuzen, darunter nur public und db_datareader.',
          undo: 'DROP USER [LOGIN]; in derselben Datenbank',
        },
        'take-rights': {
          text: 'Jede andere Rolle und jede erteilte Berechtigung in diesen Datenbanken entziehen: Benutzerzuordnung, Häkchen der Rolle entfernen; die Datenbank > Sicherheit > Benutzer > der Benutzer > Eigenschaften > Sicherungsfähige Elemente, Berechtigungen entfernen; ist sie Besitzer, die Datenbank > Eigenschaften > Dateien > Besitzer. Vorher den Hersteller fragen, danach eine Synchronisierung abwarten.',
          restarts: 'nichts; neue Anweisungen werden sofort abgewiesen',
          undo: 'ALTER ROLE [db_datawriter] ADD MEMBER [LOGIN]; GRANT EXECUTE TO [LOGIN]; – jeweils mit dem, was entzogen wurde',
        },
        'take-server-rights': {
          text: 'Serverrollen und Serverberechtigungen entziehen: Sicherheit > Anmeldungen > die Anmeldung > Eigenschaften > Serverrollen, nur public lassen; Sicherungsfähige Elemente, nur „SQL verbinden“ lassen.',
          restarts: 'nichts; neue Anweisungen werden sofort abgewiesen',
          undo: 'ALTER SERVER ROLE [ROLE] ADD MEMBER [LOGIN]; GRANT CONTROL SERVER TO [LOGIN];',
        },
        unmap: {
          text: 'Sie aus Datenbanken nehmen, die sie nicht braucht: Eigenschaften > Benutzerzuordnung, Häkchen der Datenbank entfernen.',
          undo: 'USE [DATABASE]; CREATE USER [LOGIN] FOR LOGIN [LOGIN]; und ihre Rollen erneut',
        },
        public: {
          text: 'Kann sie ohne eigene Rolle oder Berechtigung noch etwas schreiben oder ausführen, kommt das Recht von public, von einem Schema, das ihrem Benutzer gehört, oder von guest. Zuerst nur ansehen: andere Programme können sich darauf verlassen – den Sage-Partner fragen, bevor public etwas entzogen wird.',
        },
        tell: { text: 'ERP, Edition und die Datenbanken der produktiven Firmen in der Einrichtung eintragen und erneut prüfen.' },
      },
      messages: {
        'no-database': 'das ERP hat keine SQL-Server-Datenbank',
        'which-erp': 'welches ERP hier läuft, ist nicht genannt: ist es Sage 100 Premium?',
        'which-edition': 'welche Edition von Sage 100 hier läuft, ist nicht genannt: ist es Premium?',
        'other-erp': 'dieses ERP ist nicht Sage 100 Premium',
        'only-connectors': 'das Profil nennt nur Connectoren, und keiner davon verwendet eine SQL-Anmeldung',
        'not-named': {
          one: 'die SQL-Anmeldung von {{tools, list}} ist nicht genannt',
          other: 'die SQL-Anmeldungen von {{tools, list}} sind nicht genannt',
        },
        'not-found': {
          one: 'keine Instanz hier hat eine Anmeldung {{logins, list}}: stimmen Name und Server?',
          other: 'keine Instanz hier hat die Anmeldungen {{logins, list}}: stimmen Namen und Server?',
        },
        'not-seen': {
          one: 'die Anmeldung {{logins, list}} war nicht zu sehen, und nicht jede Instanz war ganz lesbar',
          other: 'die Anmeldungen {{logins, list}} waren nicht zu sehen, und nicht jede Instanz war ganz lesbar',
        },
        'companies-not-named': 'die Datenbanken der produktiven Firmen sind nicht genannt',
        'companies-seen': {
          one: 'die Datenbanken der produktiven Firmen sind nicht genannt; gesehen wurde {{databases, list}}',
          other: 'die Datenbanken der produktiven Firmen sind nicht genannt; gesehen wurden {{databases, list}}',
        },
        'no-system-database': 'keine lesbare Instanz hat MAS_System: ist das der richtige Server?',
        'no-such-database': {
          one: 'eine Datenbank {{databases, list}} gibt es neben MAS_System nicht: stimmt der Name?',
          other: 'die Datenbanken {{databases, list}} gibt es neben MAS_System nicht: stimmen die Namen?',
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
          one: '{{login}} besitzt die Datenbank {{databases, list}}',
          other: '{{login}} besitzt die Datenbanken {{databases, list}}',
        },
        role: {
          one: '{{login}} hat in {{database}} die Rolle {{roles, list}}',
          other: '{{login}} hat in {{database}} die Rollen {{roles, list}}',
        },
        grant: {
          one: '{{login}} wurde in {{database}} {{permissions, list}} erteilt',
          other: '{{login}} wurden in {{database}} {{permissions, list}} erteilt',
        },
        'reading-grant': {
          one: '{{login}} wurde in {{database}} außer db_datareader noch {{permissions, list}} erteilt: ist das nötig?',
          other: '{{login}} wurden in {{database}} außer db_datareader noch {{permissions, list}} erteilt: ist das nötig?',
        },
        effective: {
          one: '{{login}} hält in {{database}} die Berechtigung {{permissions, list}}',
          other: '{{login}} hält in {{database}} die Berechtigungen {{permissions, list}}',
        },
        writable: {
          one: '{{login}} kann in {{database}} {{count}} Objekt schreiben oder ausführen',
          other: '{{login}} kann in {{database}} {{count}} Objekte schreiben oder ausführen',
        },
        'not-mapped': {
          one: '{{login}} ist {{databases, list}} nicht zugeordnet',
          other: '{{login}} ist {{databases, list}} nicht zugeordnet',
        },
        'no-reader': {
          one: '{{login}} ist in {{databases, list}} kein Mitglied von db_datareader',
          other: '{{login}} ist in {{databases, list}} kein Mitglied von db_datareader',
        },
        'other-company': {
          one: '{{login}} ist auch {{databases, list}} zugeordnet, keiner produktiven Firma: ist das nötig?',
          other: '{{login}} ist auch {{databases, list}} zugeordnet, keinen produktiven Firmen: ist das nötig?',
        },
        'other-database': {
          one: '{{login}} ist {{databases, list}} zugeordnet, einer Datenbank, die mit Sage 100 nichts zu tun hat',
          other: '{{login}} ist {{databases, list}} zugeordnet, Datenbanken, die mit Sage 100 nichts zu tun haben',
        },
        'effective-unknown': {
          one: 'welche Berechtigungen {{login}} in {{databases, list}} wirklich hält, wurde nicht ermittelt',
          other: 'welche Berechtigungen {{login}} in {{databases, list}} wirklich hält, wurde nicht ermittelt',
        },
        'partly-visible': {
          one: 'die Instanz {{instances, list}} war nicht ganz lesbar',
          other: 'die Instanzen {{instances, list}} waren nicht ganz lesbar',
        },
        'read-only': {
          one: '{{login}} kann {{databases, list}} lesen und dort sonst nichts',
          other: '{{login}} kann {{databases, list}} lesen und dort sonst nichts',
        },
        'objects-not-checked': {
          one: '{{login}} liest {{databases, list}} durch db_datareader; einzelne Objekte wurden nicht auf andere Rechte geprüft',
          other: '{{login}} liest {{databases, list}} durch db_datareader; einzelne Objekte wurden nicht auf andere Rechte geprüft',
        },
      },
      evidence: {
        'which-erp': 'kein ERP-Produkt im Profil',
        'which-edition': 'keine Edition im Profil',
        'not-named': 'keine SQL-Anmeldung im Profil',
        'not-found': 'auf keiner Instanz, und alle waren ganz zu sehen',
        'not-seen': 'auf keiner Instanz, die ganz lesbar war',
        'companies-not-named': 'keine Firmendatenbanken im Profil',
        'companies-seen': 'keine Firmendatenbanken im Profil; gesehen: {{databases, list}}',
        'no-system-database': 'auf keiner lesbaren Instanz',
        'no-such-database': 'auf keiner Instanz, die MAS_System hat',
        'server-role': 'Serverrolle',
        'server-permission': 'Serverberechtigung',
        owner: 'tritt als dbo ein',
        role: 'Datenbankrolle, direkt oder über eine andere',
        grant: 'erteilt, und mehr als Lesen',
        'reading-grant': 'außer db_datareader erteilt; liest nur',
        effective: 'wirksame Berechtigung, mehr als Lesen',
        writable: 'Objekte, die sie schreiben oder ausführen kann: {{count}}',
        'not-mapped': 'kein Benutzer für die Anmeldung',
        'no-reader': 'nicht in db_datareader',
        'other-company': 'zugeordnet, aber keine produktive Firma',
        'other-database': 'zugeordnet, aber keine Datenbank von Sage 100',
        'effective-unknown': 'wirksame Berechtigungen nicht ermittelt',
        'partly-visible': 'nur teilweise zu sehen oder nicht lesbar',
        'read-only': 'db_datareader; nichts gefunden, das schreibt',
        'objects-not-checked': 'db_datareader; einzelne Objekte nicht geprüft',
      },
    },
  },
})
