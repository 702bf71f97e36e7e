/** English texts; the keys are those of the German ones too. */
export const textsEn = {
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
}
