import type { Facts } from '../../facts/index.ts'

export const connectorFolder = 'D:\\SIA\\connector'

/** The connector with its key pair: the private key is readable for every user of the server. */
export function connectorInstallation(owner: { readonly account: string; readonly accountSid: string }): Facts['connector']['installations'][number] {
  const keepers = [
    { sid: 'S-1-5-18', name: 'NT AUTHORITY\\SYSTEM' },
    { sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' },
    { sid: owner.accountSid, name: owner.account.replace(/^\./, 'ESG-RDS1') },
  ]
  const everyUser = { sid: 'S-1-5-32-545', name: 'BUILTIN\\Users' }
  return {
    product: 'Sage Inventory Advisor',
    location: connectorFolder,
    keys: [
      { path: `${connectorFolder}\\keys\\id_rsa`, kind: 'private', algorithm: 'RSA', bits: 2048, readableBy: [...keepers, everyUser] },
      { path: `${connectorFolder}\\keys\\id_rsa.pub`, kind: 'public', algorithm: 'RSA', bits: 2048, readableBy: [...keepers, everyUser] },
    ],
    reachability: [
      { host: 'comms.inventory.example.org', port: 443, via: 'direct', ok: true, error: null },
      { host: 'comms.inventory.example.org', port: 80, via: 'direct', ok: true, error: null },
    ],
  }
}

type Endpoint = Facts['tls-endpoints']['endpoints'][number]

export function endpoints(): Endpoint[] {
  const issuer = 'CN=Example Issuing CA 3, O=Example Trust, C=US'
  const sound = { reachable: true, error: null, hsts: true, plainHttp: 'redirects' } as const
  return [
    {
      url: 'https://crm.esg.example.com/',
      ...sound,
      protocol: 'TLSv1.3',
      acceptedLegacyProtocols: [],
      certificate: {
        subject: 'CN=crm.esg.example.com',
        issuer,
        validFrom: '2026-09-10T00:00:00Z',
        validTo: '2026-12-09T23:59:59Z',
        keyType: 'RSA',
        keyBits: 2048,
        trusted: true,
        hostnameMatches: true,
      },
    },
    {
      url: 'https://portal.esg.example.com/',
      ...sound,
      hsts: false,
      protocol: 'TLSv1.2',
      acceptedLegacyProtocols: ['TLSv1', 'TLSv1.1'],
      certificate: {
        subject: 'CN=portal.esg.example.com',
        issuer,
        validFrom: '2026-10-28T00:00:00Z',
        validTo: '2027-05-13T23:59:59Z',
        keyType: 'EC',
        keyBits: 256,
        trusted: true,
        hostnameMatches: true,
      },
    },
  ]
}
