/** English texts; the keys are those of the German ones too. */
export const textsEn = {
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
}
