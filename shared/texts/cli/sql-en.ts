/** What the command line says in English about the sign-in to SQL Server. */
export const sqlCliTextsEn = {
  'cli/option/sql-server':
    'SQL Server to read: HOST, HOST\\INSTANCE or HOST,PORT; without this option the instances of this machine that are found',
  'cli/option/sql-login':
    'sign in to SQL Server as this SQL login, or as the Windows account DOMAIN\\USER; without this option as whoever runs the program. The password is taken from the variable ERP_CHECKUP_SQL_PASSWORD, else for a SQL login from the keychain of this account, else asked for unseen; never from an argument',
  'cli/option/sql-keep-password':
    'keep the password of the SQL login in the keychain of this account once SQL Server has accepted it: it is asked for anew, or taken from the variable, and takes the place of one that is kept already',
  'cli/option/sql-trust-certificate':
    'take the certificate of SQL Server although nobody vouches for it: another computer in between could then read the password; the snapshot notes it',
  'cli/error/sql-server': '--sql-server: expected HOST, HOST\\INSTANCE or HOST,PORT',
  'cli/error/sql-login': '--sql-login: expected the name of a SQL login, or DOMAIN\\USER for a Windows account',
  'cli/error/sql-keep': '--sql-keep-password: expected --sql-login with a SQL login; passwords of Windows accounts are not kept',
  'cli/error/sql-password-argument':
    'a password is never an argument, where others can see it: leave it out and it is asked for, or put it into the variable ERP_CHECKUP_SQL_PASSWORD',
  'cli/error/sql-without-reading': '{{option}} is for reading this server; leave it out where a snapshot or a sample is judged',
  'cli/error/sql-not-among': '{{option}} is for the part sql-server, which --only leaves out',

  'cli/sql/ask': 'Password of {{login}} for SQL Server (it is not shown): ',
  'cli/sql/refused/empty': '--sql-login: expected the password of the login, but it is empty',
  'cli/sql/refused/cancelled': '--sql-login: expected a password, but the entry was cancelled',
  'cli/sql/refused/not-hidden':
    '--sql-login: expected a terminal that can hide what is typed; use another window, or the variable ERP_CHECKUP_SQL_PASSWORD',
  'cli/sql/refused/no-terminal':
    '--sql-login: there is no terminal to ask for the password, and the keychain has none; put it into the variable ERP_CHECKUP_SQL_PASSWORD, or keep it once with --sql-keep-password',
  'cli/sql/refused/unusable':
    '--sql-login: expected a password that can be typed; type it again, or use the variable ERP_CHECKUP_SQL_PASSWORD',
  'cli/sql/refused/keep': '--sql-keep-password: {{problem}} {{next}}',
  'cli/sql/keychain': 'The keychain was not asked for the password: {{problem}} {{next}}',
  'cli/sql/several':
    'The keychain has different passwords of {{login}} for {{instances}}; name the SQL Server that is meant with --sql-server',
  'cli/sql/kept': 'The password of {{login}} is kept in the keychain of this account for {{instances}}.',
  'cli/sql/not-kept': 'The password of {{login}} was not kept: {{problem}} {{next}}',
  'cli/sql/not-accepted': 'The password of {{login}} was not kept: no SQL Server accepted it.',
  'cli/sql/stored-refused':
    'The password of {{login}} came from the keychain and is not accepted. If it was changed, start again with --sql-keep-password and type the new one.',
  'cli/sql/problem': 'SQL Server {{instance}} was not read: {{what}} {{next}}',
  'cli/sql/unread': 'SQL Server {{instance}} was not read: {{line}}',
  'cli/sql/none': 'No SQL Server was found on this machine; name one: --sql-server HOST,PORT',
} as const
