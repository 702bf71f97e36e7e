import type { EvidenceKind } from '#shared/catalogue/match.ts'
import type { Item } from './item.ts'

const X86 = 'C:\\Program Files (x86)'
const X64 = 'C:\\Program Files'
const DATA = 'C:\\ProgramData'
const LOCAL = 'C:\\Users\\anna\\AppData\\Local'
const ROAMING = 'C:\\Users\\anna\\AppData\\Roaming'
const SYSTEM_LOCAL = 'C:\\Windows\\SysWOW64\\config\\systemprofile\\AppData\\Local'
const RESOLVE_ID = '1234567890123456789'
const SCREENCONNECT_ID = 'a1b2c3d4e5f60718'

/** What is on the server, and the one subject that it must show with exactly these kinds of evidence. */
export interface Installation {
  readonly of: string
  readonly items: readonly Item[]
  readonly subject: string
  readonly kinds: readonly EvidenceKind[]
  readonly strength?: 'name-not-verified'
}

const goto: readonly Installation[] = [
  {
    of: 'GoToAssist customer, installed',
    items: [
      { service: 'GoToAssist Remote Support Customer', path: `${X86}\\GoToAssist Remote Support Customer\\1732\\g2ax_service.exe` },
      { program: 'GoToAssist Customer 4.8.0.1732' },
      { process: 'g2ax_comm_customer.exe', path: `${X86}\\GoToAssist Remote Support Customer\\1732\\g2ax_comm_customer.exe` },
      { folder: `${X86}\\GoToAssist Remote Support Customer`, tool: 'goto-assist-customer-v4' },
    ],
    subject: 'goto-assist-customer-v4',
    kinds: ['service', 'program', 'process', 'folder'],
  },
  {
    of: 'GoToAssist customer, old package',
    items: [{ program: 'GoToAssist Customer 1.6.0.498' }],
    subject: 'goto-assist-customer-v4',
    kinds: ['program'],
  },
  { of: 'GoToAssist Express', items: [{ program: 'GoToAssist Express Customer' }], subject: 'goto-assist-customer-v4', kinds: ['program'] },
  {
    of: 'GoToAssist customer session beside the console',
    items: [
      { process: 'g2ax_comm_expert.exe', path: null },
      { process: 'g2ax_user_customer.exe', path: null },
    ],
    subject: 'goto-assist-customer-v4',
    kinds: ['process'],
  },
  {
    of: 'GoToAssist unattended',
    items: [
      { service: 'GoToAssist_8765432101', path: `${X86}\\GoToAssist Remote Support Unattended\\8765432101\\GoToAssistProcessChecker.exe` },
      { program: 'GoToAssist Remote Support Unattended 8765432101' },
      { process: 'GoToAssistService.exe', path: `${X86}\\GoToAssist Remote Support Unattended\\8765432101\\GoToAssistService.exe` },
    ],
    subject: 'goto-assist-unattended-v5:GoToAssist_8765432101',
    kinds: ['service', 'program', 'process'],
  },
  {
    of: 'GoToAssist unattended, service by its name alone',
    items: [{ service: 'GoToAssist_8765432101', path: 'D:\\x\\unknown.exe' }],
    subject: 'goto-assist-unattended-v5:GoToAssist_8765432101',
    kinds: ['service'],
    strength: 'name-not-verified',
  },
  {
    of: 'GoToAssist unattended, program',
    items: [{ program: 'GoToAssist Unattended Customer' }],
    subject: 'goto-assist-unattended-v5',
    kinds: ['program'],
  },
  {
    of: 'GoToAssist applet of a person',
    items: [{ process: 'GoToAssistService.exe', path: `${LOCAL}\\GoToAssist Remote Support Applet\\e3a1.tmp\\GoToAssistService.exe` }],
    subject: 'goto-assist-applet-v5',
    kinds: ['process'],
  },
  {
    of: 'GoToAssist applet as LocalSystem',
    items: [
      {
        process: 'GoToAssistCrashHandler.exe',
        path: `${SYSTEM_LOCAL}\\GoToAssist Remote Support Applet\\e3a1.tmp\\GoToAssistCrashHandler.exe`,
      },
    ],
    subject: 'goto-assist-applet-v5',
    kinds: ['process'],
  },
  {
    of: 'GoTo program whose place is hidden',
    items: [{ process: 'GoToAssistService.exe', path: null }],
    subject: 'goto-assist-applet-v5',
    kinds: ['process'],
  },
  {
    of: 'GoToAssist applet, folder left',
    items: [{ folder: `${LOCAL}\\GoToAssist Remote Support Applet`, tool: 'goto-assist-applet-v5' }],
    subject: 'goto-assist-applet-v5',
    kinds: ['folder'],
  },
  {
    of: 'GoToAssist Corporate',
    items: [
      { service: 'GoToAssist', path: `${X86}\\Citrix\\GoToAssist\\570\\g2aservice.exe` },
      { program: 'GoToAssist 8.0.0.570' },
      { process: 'G2AC_Host.exe', path: null },
    ],
    subject: 'goto-assist-corporate',
    kinds: ['service', 'program', 'process'],
  },
  {
    of: 'GoToAssist Corporate by a name from memory',
    items: [{ program: 'GoToAssist 8.0.0.570' }],
    subject: 'goto-assist-corporate',
    kinds: ['program'],
    strength: 'name-not-verified',
  },
  {
    of: 'GoTo Resolve unattended',
    items: [
      {
        service: `GoToResolve_${RESOLVE_ID}`,
        shown: 'GoTo Resolve',
        path: `"${X86}\\GoTo Resolve Unattended\\${RESOLVE_ID}\\GoToResolveProcessChecker.exe" -Service -WorkFolder "x" -ApplicationType "4"`,
      },
      { program: `GoTo Resolve Unattended ${RESOLVE_ID}` },
      { process: 'GoToResolveUnattendedUi.exe', path: `${X86}\\GoTo Resolve Unattended\\${RESOLVE_ID}\\GoToResolveUnattendedUi.exe` },
      { folder: `${X86}\\GoTo Resolve Unattended`, tool: 'goto-resolve-unattended' },
    ],
    subject: `goto-resolve-unattended:GoToResolve_${RESOLVE_ID}`,
    kinds: ['service', 'program', 'process', 'folder'],
  },
  {
    of: 'LogMeIn Resolve, program alone',
    items: [{ program: `LogMeIn Resolve Unattended ${RESOLVE_ID}` }],
    subject: 'goto-resolve-unattended',
    kinds: ['program'],
  },
  {
    of: 'GoTo Resolve applet',
    items: [{ process: 'GoToResolveService.exe', path: `${LOCAL}\\GoTo Resolve Applet\\ab12.tmp\\GoToResolveService.exe` }],
    subject: 'goto-resolve-applet',
    kinds: ['process'],
  },
]

const remoteControl: readonly Installation[] = [
  {
    of: 'GoToMyPC',
    items: [{ service: 'GoToMyPC', path: `${X86}\\GoToMyPC\\g2svc.exe` }, { program: 'GoToMyPC' }],
    subject: 'gotomypc',
    kinds: ['service', 'program'],
  },
  {
    of: 'LogMeIn with its shared guardian',
    items: [
      { service: 'LogMeIn', path: `${X86}\\LogMeIn\\x64\\LogMeIn.exe` },
      { service: 'LMIGuardianSvc', path: `${X86}\\LogMeIn\\x64\\LMIGuardianSvc.exe` },
      { process: 'LogMeInSystray.exe', path: null },
    ],
    subject: 'logmein',
    kinds: ['service', 'service', 'process'],
  },
  {
    of: 'LogMeIn Rescue',
    items: [{ service: 'LMIRescue_5f0d', path: `${LOCAL}\\LogMeIn Rescue Applet\\LMIR1.tmp\\lmi_rescue_srv.exe` }],
    subject: 'logmein-rescue',
    kinds: ['service'],
  },
  {
    of: 'Hamachi',
    items: [{ service: 'Hamachi2Svc', path: `${X86}\\LogMeIn Hamachi\\hamachi-2.exe` }],
    subject: 'logmein-hamachi',
    kinds: ['service'],
  },
  {
    of: 'TeamViewer 15',
    items: [{ service: 'TeamViewer', path: `${X64}\\TeamViewer\\TeamViewer_Service.exe` }, { program: 'TeamViewer' }],
    subject: 'teamviewer',
    kinds: ['service', 'program'],
  },
  { of: 'TeamViewer Host of a major version', items: [{ program: 'TeamViewer 15 Host' }], subject: 'teamviewer', kinds: ['program'] },
  {
    of: 'TeamViewer QuickSupport',
    items: [{ process: 'TeamViewerQS.exe', path: 'C:\\Users\\anna\\Downloads\\TeamViewerQS.exe' }],
    subject: 'teamviewer',
    kinds: ['process'],
  },
  {
    of: 'AnyDesk',
    items: [{ service: 'AnyDesk', shown: 'AnyDesk Service', path: `"${X86}\\AnyDesk\\AnyDesk.exe" --service` }, { program: 'AnyDesk' }],
    subject: 'anydesk',
    kinds: ['service', 'program'],
  },
  { of: 'AnyDesk package', items: [{ program: 'AnyDesk MSI' }], subject: 'anydesk', kinds: ['program'] },
  { of: 'AnyDesk, portable', items: [{ folder: `${ROAMING}\\AnyDesk`, tool: 'anydesk' }], subject: 'anydesk', kinds: ['folder'] },
  {
    of: 'ScreenConnect',
    items: [
      {
        service: `ScreenConnect Client (${SCREENCONNECT_ID})`,
        path: `${X86}\\ScreenConnect Client (${SCREENCONNECT_ID})\\ScreenConnect.ClientService.exe`,
      },
      { program: `ScreenConnect Client (${SCREENCONNECT_ID})` },
      {
        process: 'ScreenConnect.WindowsClient.exe',
        path: `${X86}\\ScreenConnect Client (${SCREENCONNECT_ID})\\ScreenConnect.WindowsClient.exe`,
      },
      { folder: `${DATA}\\ScreenConnect Client (${SCREENCONNECT_ID})`, tool: 'screenconnect-client' },
    ],
    subject: `screenconnect-client:ScreenConnect Client (${SCREENCONNECT_ID})`,
    kinds: ['service', 'program', 'process', 'folder'],
  },
  {
    of: 'Splashtop Streamer',
    items: [
      {
        service: 'SplashtopRemoteService',
        shown: 'Splashtop® Remote Service',
        path: `${X86}\\Splashtop\\Splashtop Remote\\Server\\SRService.exe`,
      },
      { program: 'Splashtop Software Updater' },
    ],
    subject: 'splashtop-streamer',
    kinds: ['service', 'program'],
  },
  {
    of: 'BeyondTrust Jump Client',
    items: [
      { service: 'bomgar-scc-0x5a1b2c3d', path: `${DATA}\\bomgar-scc-0x5a1b2c3d\\bomgar-scc.exe` },
      { process: 'bomgar-scc.exe', path: `${DATA}\\bomgar-scc-0x5a1b2c3d\\bomgar-scc.exe` },
    ],
    subject: 'beyondtrust-jumpclient:bomgar-scc-0x5a1b2c3d',
    kinds: ['service', 'process'],
  },
  {
    of: 'RustDesk',
    items: [{ service: 'RustDesk', path: `${X64}\\RustDesk\\RustDesk.exe` }, { program: 'RustDesk' }],
    subject: 'rustdesk',
    kinds: ['service', 'program'],
  },
  {
    of: 'RustDesk, portable',
    items: [{ process: 'rustdesk-1.2.3-x86_64.exe', path: 'C:\\Users\\anna\\Downloads\\rustdesk-1.2.3-x86_64.exe' }],
    subject: 'rustdesk',
    kinds: ['process'],
  },
  {
    of: 'Chrome Remote Desktop',
    items: [
      { service: 'chromoting', path: `${X86}\\Google\\Chrome Remote Desktop\\127.0.6533.5\\remoting_host.exe` },
      { program: 'Chrome Remote Desktop Host' },
    ],
    subject: 'chrome-remote-desktop',
    kinds: ['service', 'program'],
  },
  {
    of: 'DWService',
    items: [{ service: 'DWAgent', path: `${X64}\\DWAgent\\native\\dwagsvc.exe` }, { program: 'DWAgent' }],
    subject: 'dwservice',
    kinds: ['service', 'program'],
  },
  {
    of: 'Supremo',
    items: [{ service: 'SupremoService', path: `${X86}\\Supremo\\SupremoService.exe` }],
    subject: 'supremo',
    kinds: ['service'],
  },
  {
    of: 'Zoho Assist',
    items: [
      { service: 'Zoho Assist-Unattended Support', path: `${X86}\\ZohoMeeting\\UnAttended\\ZohoMeeting\\ZohoURSService.exe` },
      { program: 'Zoho Assist Unattended Agent' },
    ],
    subject: 'zoho-assist',
    kinds: ['service', 'program'],
  },
  {
    of: 'Zoho Assist by a weak name in its folder',
    items: [{ process: 'connect.exe', path: `${X86}\\ZohoMeeting\\UnAttended\\ZohoMeeting\\connect.exe` }],
    subject: 'zoho-assist',
    kinds: ['process'],
  },
  {
    of: 'UltraViewer',
    items: [{ service: 'UltraViewService', path: `${X86}\\UltraViewer\\UltraViewer_Service.exe` }],
    subject: 'ultraviewer',
    kinds: ['service'],
  },
  {
    of: 'Radmin Server',
    items: [{ service: 'RServer3', path: 'C:\\Windows\\SysWOW64\\rserver30\\rserver3.exe' }, { program: 'Radmin Server 3.5.2' }],
    subject: 'radmin',
    kinds: ['service', 'program'],
  },
  {
    of: 'Radmin Server 2 in System32, by its service',
    items: [{ service: 'r_server', path: 'C:\\WINDOWS\\system32\\r_server.exe' }],
    subject: 'radmin',
    kinds: ['service'],
  },
  { of: 'Dameware', items: [{ service: 'dwmrcs', path: 'C:\\Windows\\dwrcs\\DWRCS.EXE' }], subject: 'dameware', kinds: ['service'] },
  {
    of: 'NetSupport Manager',
    items: [
      { service: 'Client32', path: `${X86}\\NetSupport\\NetSupport Manager\\client32.exe` },
      { process: 'client32.exe', path: `${X86}\\NetSupport\\NetSupport Manager\\client32.exe` },
    ],
    subject: 'netsupport-manager',
    kinds: ['service', 'process'],
  },
  {
    of: 'ISL AlwaysOn',
    items: [{ service: 'ISL AlwaysOn Main Service', path: `${X86}\\ISL Online\\ISL AlwaysOn\\ISLAlwaysOn.exe` }],
    subject: 'isl-online',
    kinds: ['service'],
  },
  {
    of: 'RemotePC',
    items: [{ service: 'RPCService', path: `${X86}\\RemotePC\\RemotePCService.exe` }, { program: 'RemotePC' }],
    subject: 'remotepc',
    kinds: ['service', 'program'],
  },
  {
    of: 'Remote Utilities',
    items: [{ service: 'RManService', path: `${X86}\\Remote Utilities - Host\\rutserv.exe` }, { program: 'Remote Utilities - Host 7.2' }],
    subject: 'remote-utilities',
    kinds: ['service', 'program'],
  },
  {
    of: 'Parsec with a weak name in its folder',
    items: [
      { service: 'Parsec', path: `${X64}\\Parsec\\pservice.exe` },
      { process: 'teams.exe', path: `${X64}\\Parsec\\teams.exe` },
    ],
    subject: 'parsec',
    kinds: ['service', 'process'],
  },
  {
    of: 'SimpleHelp',
    items: [
      { service: 'Remote Access Service', path: `${DATA}\\JWrapper-Remote Access\\JWAppsSharedConfig\\SimpleService.exe` },
      { program: 'Remote Access' },
    ],
    subject: 'simplehelp',
    kinds: ['service', 'program'],
  },
  {
    of: 'Ammyy Admin',
    items: [{ process: 'AA_v3.exe', path: 'C:\\Users\\anna\\Downloads\\AA_v3.exe' }],
    subject: 'ammyy-admin',
    kinds: ['process'],
  },
  {
    of: 'AnyViewer, weak service in its folder',
    items: [{ service: 'RCService', path: `${X86}\\AnyViewer\\RCService.exe` }],
    subject: 'anyviewer',
    kinds: ['service'],
  },
  {
    of: 'PsExec left behind',
    items: [{ service: 'PSEXESVC', path: 'C:\\Windows\\PSEXESVC.exe' }],
    subject: 'psexec',
    kinds: ['service'],
    strength: 'name-not-verified',
  },
  {
    of: 'RDP Wrapper',
    items: [{ program: 'RDP Wrapper Library' }, { process: 'RDPWInst.exe', path: `${X64}\\RDP Wrapper\\RDPWInst.exe` }],
    subject: 'rdpwrap',
    kinds: ['program', 'process'],
  },
  {
    of: 'RealVNC',
    items: [{ service: 'vncserver', path: `${X64}\\RealVNC\\VNC Server\\vncserver.exe` }, { program: 'VNC Server 6.7.2' }],
    subject: 'realvnc',
    kinds: ['service', 'program'],
  },
  {
    of: 'TightVNC',
    items: [{ service: 'tvnserver', path: `${X64}\\TightVNC\\tvnserver.exe` }, { program: 'TightVNC' }],
    subject: 'tightvnc',
    kinds: ['service', 'program'],
  },
  {
    of: 'UltraVNC',
    items: [{ service: 'uvnc_service', path: `${X64}\\uvnc bvba\\UltraVNC\\winvnc.exe` }, { program: 'UltraVnc' }],
    subject: 'ultravnc',
    kinds: ['service', 'program'],
  },
]

const agentsAndTunnels: readonly Installation[] = [
  {
    of: 'Atera',
    items: [{ service: 'AteraAgent', path: `${X64}\\ATERA Networks\\AteraAgent\\AteraAgent.exe` }, { program: 'AteraAgent' }],
    subject: 'atera',
    kinds: ['service', 'program'],
  },
  {
    of: 'Atera with a driver of many products',
    items: [
      { service: 'AteraAgent', path: `${X64}\\ATERA Networks\\AteraAgent\\AteraAgent.exe` },
      { service: 'WinRing0_1_2_0', path: 'C:\\x.sys' },
    ],
    subject: 'atera',
    kinds: ['service', 'service'],
  },
  {
    of: 'NinjaOne',
    items: [{ service: 'NinjaRMMAgent', path: `${X86}\\example-5.3\\NinjaRMMAgent.exe` }, { program: 'NinjaRMMAgent' }],
    subject: 'ninjaone',
    kinds: ['service', 'program'],
  },
  {
    of: 'Datto RMM',
    items: [{ service: 'CagService', path: `${X86}\\CentraStage\\CagService.exe` }, { program: 'Datto RMM' }],
    subject: 'datto-rmm',
    kinds: ['service', 'program'],
  },
  {
    of: 'N-central',
    items: [
      { process: 'winagent.exe', path: `${X86}\\N-able Technologies\\Windows Agent\\bin\\winagent.exe` },
      { program: 'Windows Agent' },
    ],
    subject: 'nable-ncentral',
    kinds: ['program', 'process'],
  },
  {
    of: 'N-sight',
    items: [{ service: 'Advanced Monitoring Agent', path: `${X86}\\Advanced Monitoring Agent\\winagent.exe` }],
    subject: 'nable-nsight',
    kinds: ['service'],
  },
  {
    of: 'Take Control',
    items: [
      {
        service: 'BASupportExpressStandaloneService_N_Central',
        path: `${X86}\\BeAnywhere Support Express\\GetSupportService_N-Central\\BASupSrvc.exe`,
      },
    ],
    subject: 'nable-takecontrol',
    kinds: ['service'],
  },
  {
    of: 'Kaseya VSA',
    items: [
      { service: 'KACUST123456789012', shown: 'Kaseya Agent', path: `${X86}\\Kaseya\\CUST123456789012\\AgentMon.exe` },
      { folder: `${X86}\\Kaseya`, tool: 'kaseya-vsa' },
    ],
    subject: 'kaseya-vsa:KACUST123456789012',
    kinds: ['service', 'folder'],
  },
  {
    of: 'ConnectWise Automate',
    items: [{ service: 'LTService', path: 'C:\\Windows\\LTSvc\\LTSVC.exe' }, { program: 'ConnectWise Automate Remote Agent' }],
    subject: 'connectwise-automate',
    kinds: ['service', 'program'],
  },
  {
    of: 'MeshCentral',
    items: [{ service: 'Mesh Agent', shown: 'Mesh Agent background service', path: `${X64}\\Mesh Agent\\MeshAgent.exe` }],
    subject: 'meshcentral',
    kinds: ['service'],
  },
  {
    of: 'Tactical RMM',
    items: [{ service: 'tacticalrmm', path: `${X64}\\TacticalAgent\\tacticalrmm.exe` }],
    subject: 'tactical-rmm',
    kinds: ['service'],
  },
  {
    of: 'Syncro',
    items: [{ service: 'Syncro', path: `${X64}\\RepairTech\\Syncro\\Syncro.Service.Runner.exe` }, { program: 'Syncro' }],
    subject: 'syncro',
    kinds: ['service', 'program'],
  },
  {
    of: 'Level',
    items: [
      { service: 'Level', path: `${X64}\\Level\\level.exe` },
      { program: 'Level', location: `${X64}\\Level\\` },
    ],
    subject: 'level',
    kinds: ['service', 'program'],
  },
  {
    of: 'Action1',
    items: [{ service: 'A1Agent', path: 'C:\\Windows\\Action1\\action1_agent.exe' }],
    subject: 'action1',
    kinds: ['service'],
  },
  {
    of: 'PDQ Connect',
    items: [{ service: 'PDQConnectAgent', path: `${X64}\\PDQ\\PDQConnectAgent\\pdq-connect-agent.exe` }, { program: 'PDQConnectAgent' }],
    subject: 'pdq-connect',
    kinds: ['service', 'program'],
  },
  {
    of: 'ManageEngine',
    items: [{ service: 'ManageEngine UEMS - Agent', path: `${X86}\\ManageEngine\\UEMS_Agent\\bin\\dcagentservice.exe` }],
    subject: 'manageengine-ec',
    kinds: ['service'],
  },
  {
    of: 'Komari behind a shared wrapper',
    items: [{ service: 'Windows Update Service', path: `${X64}\\Komari\\nssm.exe` }],
    subject: 'komari',
    kinds: ['service'],
  },
  {
    of: 'Teramind hidden in a component name',
    items: [{ process: 'dwm.exe', path: `${DATA}\\Teramind Agent\\23.1\\{6D99445F-F40F-45CB-B433-06302DAE6C70}\\dwm.exe` }],
    subject: 'teramind',
    kinds: ['process'],
  },
  {
    of: 'TrustConnect',
    items: [{ service: 'TrustConnect Agent', path: `${X64}\\TrustConnect Agent\\TrustConnectAgent.exe` }],
    subject: 'trustconnect',
    kinds: ['service'],
  },
  {
    of: 'Configuration Manager',
    items: [{ service: 'CcmExec', path: 'C:\\Windows\\CCM\\CcmExec.exe' }, { program: 'Configuration Manager Client' }],
    subject: 'sccm-remote-control',
    kinds: ['service', 'program'],
  },
  {
    of: 'Tailscale',
    items: [{ service: 'Tailscale', path: `${X64}\\Tailscale\\tailscaled.exe` }],
    subject: 'tailscale',
    kinds: ['service'],
  },
  {
    of: 'NetBird',
    items: [
      { service: 'Netbird', path: `${X64}\\Netbird\\netbird.exe` },
      { folder: `${DATA}\\Netbird`, tool: 'netbird' },
    ],
    subject: 'netbird',
    kinds: ['service', 'folder'],
  },
  {
    of: 'ZeroTier by two names from memory',
    items: [{ service: 'ZeroTierOneService', path: 'D:\\zt.exe' }, { program: 'ZeroTier One' }],
    subject: 'zerotier',
    kinds: ['service', 'program'],
  },
  {
    of: 'ZeroTier by one name from memory',
    items: [{ program: 'ZeroTier One' }],
    subject: 'zerotier',
    kinds: ['program'],
    strength: 'name-not-verified',
  },
  {
    of: 'WireGuard tunnel',
    items: [{ service: 'WireGuardTunnel$office', path: 'D:\\tools\\wg.exe' }],
    subject: 'wireguard',
    kinds: ['service'],
    strength: 'name-not-verified',
  },
  {
    of: 'OpenVPN with build and architecture',
    items: [{ program: 'OpenVPN 2.6.8-I001 amd64' }],
    subject: 'openvpn',
    kinds: ['program'],
    strength: 'name-not-verified',
  },
  { of: 'ngrok as a bare file', items: [{ process: 'ngrok.exe', path: 'C:\\Temp\\ngrok.exe' }], subject: 'ngrok', kinds: ['process'] },
  {
    of: 'cloudflared',
    items: [{ service: 'Cloudflared', path: `${X86}\\cloudflared\\cloudflared.exe` }],
    subject: 'cloudflared',
    kinds: ['service'],
  },
  {
    of: 'plink in the folder of a discovery probe',
    items: [{ process: 'plink.exe', path: `${X86}\\Freshworks\\FreshServiceProbe\\bin\\plink.exe` }],
    subject: 'freshservice',
    kinds: ['process'],
  },
  {
    of: 'Bitvise',
    items: [{ service: 'BvSshServer', path: `${X64}\\Bitvise SSH Server\\BvSshServer.exe` }],
    subject: 'bitvise-ssh-server',
    kinds: ['service'],
  },
]

export const installations: readonly Installation[] = [...goto, ...remoteControl, ...agentsAndTunnels]
