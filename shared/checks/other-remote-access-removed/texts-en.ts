/** English texts; the keys are those of the German ones too. */
export const textsEn = {
  title: 'No other remote access is left on the ERP server',
  why: 'To install something on an ERP server, many other ways than GoToAssist are opened, and nobody watches the ones that were forgotten.',
  judged: [
    'Remote-support tools, agents for remote management, tunnels, VPN clients and gateways are looked for among services, installed programs, running processes and folders.',
    "Windows' own ways are judged by their state: Remote Desktop and Remote Assistance that are on; SSH and WinRM that listen on the network; Remote Desktop Gateway, Routing and Remote Access and Telnet whose service is running.",
    'Malicious tools and changes to Remote Desktop itself fail.',
    'Everything else needs attention, with one line for each: installed, running or left over, with or without somebody at the server, and whether the firewall lets any address in.',
    'A match by a name that could not be verified needs attention, never more.',
    'What is yours can be kept with a note, or its risk accepted until a date; nothing found passes.',
  ],
  open: [
    'A tool counts as attended where that is the only way in which it works; agents, tunnels, VPN clients and gateways work with nobody at the server.',
    'Among services, only a running one, and among processes any counts as running; the rest is installed, and folders alone are left over.',
    'The firewall lets any address in where an enabled inbound rule allows the tool itself, its folder, or the port of a way of Windows without naming remote addresses, or where all firewall profiles are off or let everything in.',
    "Technicians' consoles, launchers and meeting programs let nobody in and are not listed.",
  ],
  steps: {
    sort: {
      text: 'Go through the list with whoever looks after this server. What they need stays: answer “kept” with a note, or accept the risk until a date. What was set up for the vendor, or what nobody knows, goes.',
    },
    malicious: {
      text: 'If something malicious is listed, treat it as an incident: take the server off the network, at the switch, in the hypervisor or with the command, leave it running, and follow your plan for security incidents before anything is removed.',
      restarts: 'everything on the network stops: users, the ERP, the sync. Only from the console, never in a remote session',
      undo: 'Get-NetAdapter | Enable-NetAdapter, once the incident is closed',
    },
    uninstall: {
      text: 'Uninstall the tool: Control Panel > Programs > Programs and Features (Windows key + R, appwiz.cpl) > the tool > Uninstall. Put a part of its name in place of NAME to find its entry.',
      restarts: 'some tools with a driver of their own ask for a restart of the server: plan it, the sync stops for as long',
      undo: "install it again with the maker's installation file",
    },
    service: {
      text: 'Where only the service is left, switch it off: Server Manager > Tools > Services > the service > Properties > Startup type Disabled > Stop.',
      restarts: 'only that service',
      undo: "Set-Service 'NAME' -StartupType Automatic; Start-Service 'NAME'",
    },
    rdp: {
      text: 'If nobody needs Remote Desktop, switch it off: Server Manager > Local Server > Remote Desktop > “Don’t allow remote connections to this computer”. If it is needed, keep it and narrow the firewall (last step).',
      restarts: 'no new session opens; do it at the console or from the hypervisor, or you lock yourself out',
      undo: 'the same command with -Value 0',
    },
    'remote-assistance': {
      text: 'Switch off Remote Assistance: Windows key + R, sysdm.cpl > Remote > clear “Allow Remote Assistance connections to this computer”. If it is set by policy: Computer Configuration > Administrative Templates > System > Remote Assistance.',
      undo: 'the same command with -Value 1',
    },
    ssh: {
      text: 'Switch off the SSH server: Server Manager > Tools > Services > OpenSSH SSH Server > Properties > Startup type Disabled > Stop. An SSH server of another maker is uninstalled like any program.',
      restarts: 'only the SSH server; open SSH sessions end',
      undo: 'Set-Service sshd -StartupType Automatic; Start-Service sshd',
    },
    winrm: {
      text: 'WinRM belongs to Windows Server and serves Server Manager: let it in from your management computers alone. Windows key + R, wf.msc > Inbound Rules > Windows Remote Management (HTTP-In) > Properties > Scope > Remote IP address > These IP addresses. In the command, put their addresses in place of 192.0.2.10.',
      undo: 'the same command with -RemoteAddress Any; for the rule of the public profile -RemoteAddress LocalSubnet',
    },
    gateways: {
      text: 'Remove roles that nobody needs: Server Manager > Manage > Remove Roles and Features > Remote Desktop Gateway, or Remote Access. To try it out first, stop and disable the service with the command.',
      restarts:
        'everyone who comes in through the gateway or VPN loses the connection; removing the role may ask for a restart of the server',
      undo: "Set-Service 'NAME' -StartupType Automatic; Start-Service 'NAME'",
    },
    firewall: {
      text: 'What stays is let in from known addresses alone: Windows key + R, wf.msc > Inbound Rules > the rule > Properties > Scope > Remote IP address > These IP addresses.',
      restarts: 'nothing; connections from elsewhere are refused from now on',
      undo: 'the same command with -RemoteAddress Any',
    },
  },
  messages: {
    malicious: {
      one: '{{tools, list}} is malicious: treat it as a security incident',
      other: '{{tools, list}} are malicious: treat this as a security incident',
    },
    'rdp-changed': {
      one: '{{tools, list}} changes how Remote Desktop itself works',
      other: '{{tools, list}} change how Remote Desktop itself works',
    },
    'running-unattended': {
      one: '{{tools, list}} is running and works with nobody at the server',
      other: '{{tools, list}} are running and work with nobody at the server',
    },
    'running-attended': {
      one: '{{tools, list}} is running, for attended sessions',
      other: '{{tools, list}} are running, for attended sessions',
    },
    'installed-unattended': {
      one: '{{tools, list}} is installed and works with nobody at the server',
      other: '{{tools, list}} are installed and work with nobody at the server',
    },
    'installed-attended': {
      one: '{{tools, list}} is installed, for attended sessions',
      other: '{{tools, list}} are installed, for attended sessions',
    },
    remnant: {
      one: 'only left-overs of {{tools, list}} are there',
      other: 'only left-overs of {{tools, list}} are there',
    },
    'not-verified': {
      one: '{{tools, list}} seems to be there, but its name is not verified: please look',
      other: '{{tools, list}} seem to be there, but their names are not verified: please look',
    },
    'on-unattended': {
      one: '{{tools, list}} is on and works with nobody at the server',
      other: '{{tools, list}} are on and work with nobody at the server',
    },
    'on-attended': {
      one: '{{tools, list}} is on, for attended sessions',
      other: '{{tools, list}} are on, for attended sessions',
    },
    'firewall-open': {
      one: 'the firewall lets any address in to {{tools, list}}',
      other: 'the firewall lets any address in to {{tools, list}}',
    },
    none: 'no other way in was found',
    'none-unseen-listeners': 'no other way in was found; whether SSH and WinRM listen was not looked at',
  },
  evidence: {
    unattended: '{{name}}: works with nobody at the server',
    attended: '{{name}}: for attended sessions',
    malicious: '{{name}}: malicious',
    'rdp-changed': '{{name}}: changes Remote Desktop',
    'service-running': 'service {{name}}, running',
    'service-stopped': 'service {{name}}, not running',
    program: 'installed program {{name}}',
    process: 'running process {{name}}',
    folder: 'folder {{name}}',
    listener: 'listens on {{address}}, port {{port}}: {{process}}',
    setting: 'switched on; port {{port}}',
    'setting-by-policy': 'switched on by policy; port {{port}}',
    'assistance-setting': 'switched on',
    'firewall-open': 'firewall rule “{{rule}}” lets any address in',
    'firewall-off': 'the firewall is off, or lets everything in, in all profiles',
  },
}
