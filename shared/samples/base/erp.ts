import type { Facts } from '../../facts/index.ts'
import { type Program, program } from './programs.ts'
import { type Service, systemAccount } from './services.ts'

type Owner = Pick<Service, 'account' | 'accountSid'>

const DRIVER_FOLDER = 'C:\\Program Files (x86)\\Website Pipeline\\ERP Driver'

/** Services of the ERP Driver: they share one account. */
export function erpDriverServices(owner: Owner, changes: Partial<Service> = {}): Service[] {
  const common = { ...owner, startMode: 'auto', delayedStart: true, state: 'running', ...changes } as const
  return [
    {
      name: 'WSPErpDriverQueue',
      displayName: 'WSP ERP Driver Queue',
      executable: `${DRIVER_FOLDER}\\Queue\\WSP.ErpDriver.Queue.exe`,
      ...common,
    },
    {
      name: 'WSPErpDriverSync',
      displayName: 'WSP ERP Driver Sync',
      executable: `${DRIVER_FOLDER}\\Sync\\WSP.ErpDriver.Sync.exe`,
      ...common,
    },
  ]
}

export function erpDriverProgram(installedOn: string): Program {
  return program('ERP Driver', 'CIMcloud', '5.12.3', {
    installedOn,
    location: `${DRIVER_FOLDER}\\`,
    uninstallCommand: 'MsiExec.exe /X{2E0B7C1A-94D3-4F65-B8AA-51C6D7E2F903}',
  })
}

/** The Sage 100 server as a service; the vendor wants an administrator's account for it, not the system's. */
export function sageService(edition: 'Advanced' | 'Premium', owner: Owner): Service {
  return {
    name: 'Sage100AppServer',
    displayName: `Sage 100 ${edition} Application Server`,
    ...owner,
    executable: `D:\\Sage\\Sage 100 ${edition}\\MAS90\\Home\\pvxwin32.exe`,
    state: 'running',
    startMode: 'auto',
    delayedStart: true,
  }
}

export function sagePrograms(edition: 'Standard' | 'Advanced' | 'Premium', installedOn: string): Program[] {
  const more = { installedOn, uninstallCommand: 'MsiExec.exe /I{7C41D5B2-6E0A-4B8F-A2D9-03F5E6C7B814}' } as const
  return [
    program(`Sage 100 ${edition} 2025`, 'Sage Software, Inc.', '7.40.1.0', { ...more, location: `D:\\Sage\\Sage 100 ${edition}\\` }),
    program('Sage 100 Report Writer Runtime', 'Sage Software, Inc.', '7.40.0.0', more),
    program('SAP Crystal Reports runtime engine for .NET Framework (64-bit)', 'SAP', '13.0.34.4566', {
      installedOn,
      uninstallCommand: 'MsiExec.exe /I{5B1C8E90-7A3D-4C62-9F0E-D48A7B6C5E21}',
    }),
  ]
}

/** Sage 300 keeps its programs and its shared data apart; its companies are databases of SQL Server. */
export function sage300Programs(installedOn: string): Program[] {
  const more = { installedOn, uninstallCommand: 'MsiExec.exe /I{A3F7D1C8-2B59-4E06-9D84-6C10E5B7F432}' } as const
  return [
    program('Sage 300 2025', 'Sage Software, Inc.', '7.2.0.0', { ...more, location: 'D:\\Sage\\Sage 300\\' }),
    program('Sage 300 Workstation Setup', 'Sage Software, Inc.', '7.2.0.0', more),
    program('SAP Crystal Reports runtime engine for .NET Framework (32-bit)', 'SAP', '13.0.34.4566', {
      installedOn,
      uninstallCommand: 'MsiExec.exe /I{0E8A4B6D-F2C1-4D97-A35B-71C9D8E60F24}',
    }),
  ]
}

/** The part of Sage 300 that runs as a service, and that of its web screens where they are installed. */
export function sage300Services(webScreens: 'with-web-screens' | 'desktop-only'): Service[] {
  const auto = { ...systemAccount, state: 'running', startMode: 'auto', delayedStart: false } as const
  const remoting: Service = {
    name: 'Sage300NetRemoting',
    displayName: 'Sage 300 .NET Remoting Service',
    executable: 'D:\\Sage\\Sage 300\\Runtime\\Sage300.Remoting.exe',
    ...auto,
  }
  if (webScreens === 'desktop-only') return [remoting]
  const worker: Service = {
    name: 'Sage.CNA.WindowsService',
    displayName: 'Sage.CNA.WindowsService',
    executable: 'D:\\Sage\\Sage 300\\Online\\Worker\\Sage.CNA.WindowsService.exe',
    ...auto,
  }
  return [remoting, worker]
}

/** The guest tools of the hypervisor that the server runs on. */
export function guestTools(): { readonly services: Service[]; readonly programs: Program[] } {
  const folder = 'C:\\Program Files\\VMware\\VMware Tools'
  const auto = { ...systemAccount, state: 'running', startMode: 'auto', delayedStart: false } as const
  return {
    services: [
      {
        name: 'VGAuthService',
        displayName: 'VMware Alias Manager and Ticket Service',
        executable: `${folder}\\VMware VGAuth\\VGAuthService.exe`,
        ...auto,
      },
      { name: 'vm3dservice', displayName: 'VMware SVGA Helper Service', executable: 'C:\\Windows\\system32\\vm3dservice.exe', ...auto },
      { name: 'VMTools', displayName: 'VMware Tools', executable: `${folder}\\vmtoolsd.exe`, ...auto },
    ],
    programs: [
      program('VMware Tools', 'Broadcom Inc.', '13.0.5.24915695', {
        installedOn: '2025-11-18',
        location: `${folder}\\`,
        uninstallCommand: 'MsiExec.exe /I{C8D5D6E4-37F7-4B20-8E2C-7E0B5A9D1F66}',
      }),
    ],
  }
}

export const antivirusOf = (signaturesUpdatedAt: string): Facts['antivirus'] => ({
  products: [{ name: 'Microsoft Defender Antivirus', enabled: true, realTime: true, signaturesUpdatedAt }],
})
