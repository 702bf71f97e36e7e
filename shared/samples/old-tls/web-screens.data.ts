import type { Facts } from '../../facts/index.ts'
import { inboundRule } from '../base/network.ts'
import { type Program, program } from '../base/programs.ts'
import { type Service, systemAccount } from '../base/services.ts'

type Endpoint = Facts['tls-endpoints']['endpoints'][number]
type Certificate = NonNullable<Endpoint['certificate']>

const crmFolder = 'C:\\Program Files (x86)\\Sage\\CRM'

/** The binding of the CRM still lets old clients in, that of the web screens refuses them but needs a new certificate, the shop lies at a hoster. */
export function endpoints(): Endpoint[] {
  return [
    {
      ...answering('crm.example.org', '/crm', 'TLSv1.2', { validFrom: '2026-03-02T00:00:00Z', validTo: '2027-03-02T23:59:59Z' }),
      acceptedLegacyProtocols: ['TLSv1', 'TLSv1.1'],
      plainHttp: 'serves',
      hsts: false,
    },
    answering('erp.example.org', '/Sage300', 'TLSv1.2', { validFrom: '2025-11-26T00:00:00Z', validTo: '2026-11-26T23:59:59Z' }),
    {
      ...answering('shop.example.org', '', 'TLSv1.3', {
        validFrom: '2026-10-20T06:14:33Z',
        validTo: '2027-01-18T06:14:32Z',
        keyType: 'EC',
        keyBits: 256,
      }),
      hsts: true,
    },
  ]
}

type Term = Pick<Certificate, 'validFrom' | 'validTo'>

function answering(name: string, path: string, protocol: string, certificate: Term & Partial<Certificate>): Endpoint {
  return {
    url: `https://${name}${path}`,
    reachable: true,
    error: null,
    protocol,
    acceptedLegacyProtocols: [],
    certificate: {
      subject: `CN=${name}`,
      issuer: 'CN=Example Issuing CA 2, O=Example Trust',
      keyType: 'RSA',
      keyBits: 2048,
      trusted: true,
      hostnameMatches: true,
      ...certificate,
    },
    plainHttp: 'redirects',
    hsts: false,
  }
}

export function webServices(): Service[] {
  const auto = { ...systemAccount, state: 'running', startMode: 'auto', delayedStart: false } as const
  const hosted = { ...systemAccount, state: 'running', executable: 'C:\\Windows\\system32\\svchost.exe' } as const
  const crm = (name: string): Service => ({
    name: `CRM${name}Service`,
    displayName: `CRM ${name} Service`,
    ...auto,
    executable: `${crmFolder}\\Services\\CRM${name}Service.exe`,
  })
  return [
    { name: 'AppHostSvc', displayName: 'Application Host Helper Service', ...hosted, startMode: 'auto', delayedStart: false },
    { name: 'W3SVC', displayName: 'World Wide Web Publishing Service', ...hosted, startMode: 'auto', delayedStart: false },
    { name: 'WAS', displayName: 'Windows Process Activation Service', ...hosted, startMode: 'manual' },
    ...['Escalation', 'Indexer', 'QuickFind'].map(crm),
    {
      name: 'CRMTomcat',
      displayName: 'Apache Tomcat for Sage CRM',
      ...auto,
      executable: `${crmFolder}\\Services\\tomcat\\bin\\tomcat9.exe`,
    },
  ]
}

/** The CRM with what it needs, and a browser that somebody once tried it with. */
export function webPrograms(): Program[] {
  return [
    program('Sage CRM 2026 R1', 'Sage', '26.1.0.2', {
      installedOn: '2026-09-05',
      location: `${crmFolder}\\`,
      uninstallCommand: 'MsiExec.exe /I{4D2F9B70-8C6E-4A13-B5D8-09E7A1C3F652}',
    }),
    program('IIS URL Rewrite Module 2', 'Microsoft Corporation', '7.2.1993', {
      installedOn: '2024-08-13',
      uninstallCommand: 'MsiExec.exe /I{9BCA2118-F753-4A1E-BCF3-5A820729965C}',
    }),
    program('Mozilla Firefox ESR (x64 en-US)', 'Mozilla', '128.14.0', {
      installedOn: '2025-08-19',
      location: 'C:\\Program Files\\Mozilla Firefox',
      uninstallCommand: '"C:\\Program Files\\Mozilla Firefox\\uninstall\\helper.exe"',
    }),
  ]
}

export function webRules(): Facts['firewall']['inboundAllow'] {
  return [
    inboundRule('World Wide Web Services (HTTP Traffic-In)', 'TCP', '80', { program: 'System' }),
    inboundRule('World Wide Web Services (HTTPS Traffic-In)', 'TCP', '443', { program: 'System' }),
  ]
}
