/** English texts; the keys are those of the German ones too. */
export const textsEn = {
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
}
