/** English texts; the keys are those of the German ones too. */
export const textsEn = {
  title: 'The sync tool is installed only where it is in use',
  why: 'A sync tool that was left on the old server still knows the way into the ERP, but nobody updates it, watches it or would miss it.',
  judged: [
    'After a move to another server (Setup > deployment: moved away): a service or program of the sync tool that is left here fails.',
    'If both are gone, the check passes and names what is left of the tool: Windows users, SQL logins, tasks. A user or login that is still enabled needs attention.',
    'Before: if nothing of the sync tool is installed here, that needs attention (is this the right server?); so does a tool that is installed while none of its services runs (is it still needed?).',
    'Where its services run, the check does not apply.',
  ],
  open: [
    'While a service or program is left, users and logins are not named: they are still needed for it.',
    'Domain accounts cannot be seen from this server and built-in ones stay: neither is named.',
    'Of several tools in the profile those that are installed are judged; if none is, all are named.',
    'A connector whose folder only its own probe found counts as installed without a running service, and after a move as something left.',
  ],
  steps: {
    'make-sure': {
      text: 'Make sure that syncing runs elsewhere or is given up: ask the vendor on which server the sync tool works now. If it still works here, set Setup > deployment to “live” and stop.',
    },
    stop: {
      text: "Stop and disable the sync tool's services, and wait a day to see whether anybody misses them: Server Manager > Tools > Services > the service > Properties > Startup type: Disabled, then Stop.",
      restarts: "stops the sync tool's services for good",
      undo: "Set-Service -Name 'WSP…' -StartupType Automatic; Start-Service -Name 'WSP…'",
    },
    uninstall: {
      text: 'Uninstall the program: Control Panel > Programs > Programs and Features > the sync tool > Uninstall. Ask the vendor first whether its settings are wanted for a move.',
      restarts: 'some uninstallers ask for a restart of the server',
      undo: 'none: the vendor has to install it again',
    },
    services: {
      text: 'If a service is left although its program is gone, delete it; put its name (not the display name) in place of SERVICE.',
      undo: 'none: note path, account and start type before',
    },
    tasks: {
      text: 'Delete scheduled tasks that ran for it: Server Manager > Tools > Task Scheduler > the task > Delete.',
      undo: 'export the task before (right-click > Export) and import it again',
    },
    user: {
      text: 'Disable its Windows user, and delete it once nothing has missed it: Server Manager > Tools > Computer Management > System Tools > Local Users and Groups > Users. A domain user is disabled by a domain administrator, unless the new server uses it.',
      undo: "Enable-LocalUser -Name 'NAME'; a deleted user does not come back",
    },
    login: {
      text: 'Disable its SQL login, and delete it later: Management Studio > Security > Logins > the login > Properties > Status > Login: Disabled. Not if the ERP database stays here and the new server signs in with this login.',
      undo: 'ALTER LOGIN [LOGIN] ENABLE;',
    },
  },
  messages: {
    'services-left': {
      one: 'the sync tool has moved away, but a service of it is left: {{services, list}}',
      other: 'the sync tool has moved away, but services of it are left: {{services, list}}',
    },
    'programs-left': {
      one: 'the sync tool has moved away, but a program of it is still installed: {{programs, list}}',
      other: 'the sync tool has moved away, but programs of it are still installed: {{programs, list}}',
    },
    'connector-left': {
      one: 'the sync tool has moved away, but the folder of {{tools, list}} is still here',
      other: 'the sync tool has moved away, but the folders of {{tools, list}} are still here',
    },
    gone: 'no service and no program of the sync tool is left here',
    'account-enabled': {
      one: 'the sync tool has moved away, but its Windows user {{accounts, list}} still exists and is enabled',
      other: 'the sync tool has moved away, but its Windows users {{accounts, list}} still exist and are enabled',
    },
    'account-disabled': {
      one: 'its Windows user {{accounts, list}} still exists, but is disabled',
      other: 'its Windows users {{accounts, list}} still exist, but are disabled',
    },
    'login-enabled': {
      one: 'the sync tool has moved away, but its SQL login {{logins, list}} still exists and is enabled',
      other: 'the sync tool has moved away, but its SQL logins {{logins, list}} still exist and are enabled',
    },
    'login-disabled': {
      one: 'its SQL login {{logins, list}} still exists, but is disabled',
      other: 'its SQL logins {{logins, list}} still exist, but are disabled',
    },
    'tasks-left': {
      one: 'a task under its user is left: {{tasks, list}}',
      other: 'tasks under its user are left: {{tasks, list}}',
    },
    'not-installed': {
      one: '{{tools, list}} is not installed here: is this the right server?',
      other: '{{tools, list}} are not installed here: is this the right server?',
    },
    'not-running': {
      one: '{{tools, list}} is installed, but no service of it runs: is it still needed here?',
      other: '{{tools, list}} are installed, but no services of them run: are they still needed here?',
    },
    'in-use': {
      one: '{{tools, list}} is in use on this server',
      other: '{{tools, list}} are in use on this server',
    },
  },
  evidence: {
    service: 'service “{{title}}”',
    program: 'installed program, folder {{location}}',
    connector: 'its folder exists',
    'account-enabled': 'enabled Windows user',
    'account-disabled': 'disabled Windows user',
    'login-enabled': 'enabled SQL login',
    'login-disabled': 'disabled SQL login',
    task: 'task under {{account}}',
    'not-installed': 'no service and no program of it found',
    'not-running': 'installed, no running service found',
    running: 'service is running',
  },
}
