/**
 * Services of endpoint-protection products, by the product's name.
 *
 * Names are whole globs without case. They tell that an agent is there, never that it is up to date.
 */
export const endpointProtection: readonly { readonly product: string; readonly services: readonly string[] }[] = [
  { product: 'Microsoft Defender Antivirus', services: ['WinDefend'] },
  { product: 'Microsoft Defender for Endpoint', services: ['Sense'] },
  { product: 'CrowdStrike Falcon', services: ['CSFalconService'] },
  { product: 'SentinelOne', services: ['SentinelAgent'] },
  { product: 'Sophos', services: ['Sophos Endpoint Defense Service', 'SAVService'] },
  { product: 'ESET', services: ['ekrn'] },
  { product: 'Bitdefender', services: ['EPSecurityService', 'bdredline'] },
  { product: 'Symantec Endpoint Protection', services: ['SepMasterService'] },
  { product: 'Trellix', services: ['mfemms', 'masvc'] },
  { product: 'Trend Micro', services: ['ntrtscan', 'ds_agent', 'TmListen'] },
  { product: 'Kaspersky', services: ['AVP*', 'klnagent'] },
  { product: 'Webroot', services: ['WRSVC'] },
  { product: 'Cylance', services: ['CylanceSvc'] },
  { product: 'Carbon Black', services: ['CbDefense'] },
  { product: 'Huntress', services: ['HuntressAgent'] },
  { product: 'Malwarebytes', services: ['MBAMService', 'MBEndpointAgent'] },
  { product: 'Palo Alto Cortex XDR', services: ['cyserver'] },
  { product: 'WatchGuard / Panda', services: ['PSUAService'] },
  { product: 'ThreatLocker', services: ['ThreatLockerService'] },
]
