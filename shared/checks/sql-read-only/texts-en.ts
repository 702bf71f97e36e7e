/** English texts; the keys are those of the German ones too. */
export const textsEn = {
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
}
