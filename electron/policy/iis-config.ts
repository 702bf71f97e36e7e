import { parseXml, type XmlElement } from './xml.ts'

/** An account that the web server itself signs in with. The password that stands beside it is never looked at. */
export interface IisIdentity {
  readonly kind: 'pool' | 'virtual-directory' | 'anonymous-user'
  /** name of the pool, site with path, or path of the location; empty: it is the default of all */
  readonly name: string
  readonly account: string
}

export interface IisConfiguration {
  readonly identities: readonly IisIdentity[]
  /** One line for each part that cannot be read: an encrypted section, one that lies in another file. */
  readonly gaps: readonly string[]
}

/** Where a farm keeps the configuration that its servers share. */
export interface IisRedirection {
  readonly enabled: boolean
  readonly path: string
  /** empty: the share is read as the server itself */
  readonly account: string
}

/** Identity types that use the name beside them: by that word, or by its number. */
const SPECIFIC_USER: ReadonlySet<string> = new Set(['specificuser', '3'])

/** What IIS writes before a value that it encrypted. */
const ENCRYPTED = '[enc:'

/**
 * Reads `applicationHost.config` of IIS 7 and later.
 *
 * Sample (Windows Server 2019, English): `<configuration><system.applicationHost><applicationPools><add name="Sage CRM App Pool">
 * <processModel identityType="SpecificUser" userName="ERP01\crm" password="[enc:IISWASOnlyAesProvider:…:enc]" />…`.
 * Null: it is no such file, or was cut short.
 */
export function parseIisConfiguration(source: string): IisConfiguration | null {
  const root = configurationOf(source)
  if (root === null) return null
  const identities: IisIdentity[] = []
  const gaps: string[] = []
  const add = (kind: IisIdentity['kind'], name: string, element: XmlElement): void => {
    const account = (element.attributes.get('userName') ?? '').trim()
    if (account.startsWith(ENCRYPTED)) gaps.push(`the account of ${name === '' ? element.name : name} is encrypted`)
    else if (account !== '') identities.push({ kind, name, account })
  }
  for (const { path, element } of sectionsOf(root, '')) {
    if (element.attributes.has('configSource')) gaps.push(`${element.name} lies in another file`)
    if (element.attributes.has('configProtectionProvider')) gaps.push(`${element.name} is encrypted`)
    switch (element.name) {
      case 'applicationPools':
        readPools(element, add)
        break
      case 'sites':
        readSites(element, add)
        break
      case 'anonymousAuthentication':
        // Without the switch it is on: the schema says so.
        if (element.attributes.get('enabled') !== 'false') add('anonymous-user', path, element)
    }
  }
  return { identities, gaps }
}

/** Reads `redirection.config`, which lies beside it. Null: it is no such file, or was cut short. */
export function parseIisRedirection(source: string): IisRedirection | null {
  const root = configurationOf(source)
  if (root === null) return null
  const redirection = root.children.find(({ name }) => name === 'configurationRedirection')?.attributes
  return {
    enabled: redirection?.get('enabled')?.toLowerCase() === 'true',
    path: redirection?.get('path') ?? '',
    account: (redirection?.get('userName') ?? '').trim(),
  }
}

function configurationOf(source: string): XmlElement | null {
  const root = parseXml(source.replace(/^\uFEFF/, ''))
  return root?.name === 'configuration' ? root : null
}

type Section = { readonly path: string; readonly element: XmlElement }
type Add = (kind: IisIdentity['kind'], name: string, element: XmlElement) => void

/** Groups, sections and what lies in them; a location tells for which site or application its sections hold. */
function sectionsOf(parent: XmlElement, path: string): readonly Section[] {
  return parent.children.flatMap((element) => {
    const inside = element.name === 'location' ? (element.attributes.get('path') ?? '') : path
    return [{ path: inside, element }, ...sectionsOf(element, inside)]
  })
}

function readPools(pools: XmlElement, add: Add): void {
  for (const pool of pools.children) {
    const name = pool.name === 'add' ? (pool.attributes.get('name') ?? '') : ''
    for (const model of pool.children.filter((child) => child.name === 'processModel')) {
      const type = model.attributes.get('identityType')?.toLowerCase()
      // A pool that says nothing may have its type from the defaults.
      if (type === undefined || SPECIFIC_USER.has(type)) add('pool', name, model)
    }
  }
}

function readSites(sites: XmlElement, add: Add): void {
  const within = (parent: XmlElement, name: string): void => {
    for (const child of parent.children) {
      const path = child.attributes.get('path') ?? ''
      if (child.name === 'virtualDirectory') add('virtual-directory', joined(name, path), child)
      else if (child.name === 'virtualDirectoryDefaults') add('virtual-directory', name, child)
      else within(child, child.name === 'site' ? (child.attributes.get('name') ?? '') : joined(name, path))
    }
  }
  within(sites, '')
}

/** `Sage300` and `/Online`: the path of an application begins with a slash, and that of its root is nothing else. */
function joined(name: string, path: string): string {
  return path === '' || path === '/' ? name : `${name.replace(/\/$/, '')}${path}`
}
