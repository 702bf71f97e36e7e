import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

import type { ProbeContext } from '#electron/probes/probe.ts'
import type { Windows } from '#electron/win32/windows.ts'
import { contextOf, number, registryOf, type StandInKey, type StandInRegistry, text, windowsOf } from './stand-in-windows.ts'

const GPO_LIST = '64-bit HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Group Policy\\State\\Machine\\GPO-List'

const REGISTRY_EXTENSION = '[{35378EAC-683F-11D2-A89A-00C04FBBCFA2}{D02B1F72-3407-48AE-BA88-E8213C6761F1}]'
const SECURITY_EXTENSION = '[{827D319E-6EAC-11D2-A4EA-00C04F79F83A}{803E14A0-B4FB-11D0-A0D0-00A0C90F574B}]'

export const SERVERS = '{11111111-2222-3333-4444-555555555555}'
export const DOMAIN_DEFAULT = '{31B2F340-016D-11D2-945F-00C04FB984F9}'

const GROUP_POLICY = 'System32/GroupPolicy'
const TEMPLATE = 'Microsoft/Windows NT/SecEdit/GptTmpl.inf'

/** Where files of policies lie, from the Windows folder. */
export const places = {
  localRegistry: `${GROUP_POLICY}/Machine/Registry.pol`,
  localTemplate: `${GROUP_POLICY}/Machine/${TEMPLATE}`,
  domainRegistry: (id: string) => `${GROUP_POLICY}/DataStore/0/sysvol/acme.example/Policies/${id}/Machine/Registry.pol`,
  domainTemplate: (id: string) => `${GROUP_POLICY}/DataStore/0/sysvol/acme.example/Policies/${id}/Machine/${TEMPLATE}`,
  cachedTemplate: (name: string) => `security/templates/policies/${name}`,
}

/** An entry of the list of applied policies. Link: 1 this machine, 3 domain, 4 organisational unit. */
export function appliedPolicy(id: string, displayName: string, link: 1 | 3 | 4, security = true): StandInKey {
  const values = {
    GPOName: text(id),
    DisplayName: text(displayName),
    GPOLink: number(link),
    FileSysPath: text(`\\\\acme.example\\SysVol\\acme.example\\Policies\\${id}\\Machine`),
    Extensions: text(security ? REGISTRY_EXTENSION + SECURITY_EXTENSION : REGISTRY_EXTENSION),
  }
  return { values }
}

export const localPolicy = appliedPolicy('Local Group Policy', 'Richtlinien der lokalen Gruppe', 1, false)
export const serversPolicy = appliedPolicy(SERVERS, 'Server – Größe', 4)
export const domainPolicy = appliedPolicy(DOMAIN_DEFAULT, 'Default Domain Policy', 3)

/** The list as Windows keeps it: a key for each policy, by its place in the order. */
export function listOf(...policies: readonly (StandInKey | number)[]): StandInRegistry {
  return { [GPO_LIST]: { subkeys: Object.fromEntries(policies.map((policy, index) => [String(index), policy])) } }
}

/** The policies of an ordinary member of a domain. */
export const usualList = listOf(localPolicy, domainPolicy, serversPolicy)

export const refusedList: StandInRegistry = { [GPO_LIST]: 5 }

/** What lies on the machine: files by their place, `null` for a folder. */
export type MachineFiles = Readonly<Record<string, Uint8Array | null>>

/** Makes machines with real files, removed when the tests of the file have run. */
export function policyMachines(): (
  registry: StandInRegistry,
  files?: MachineFiles,
  parts?: Partial<Windows>,
) => ProbeContext & { readonly windowsFolder: string } {
  const root = mkdtempSync(join(tmpdir(), 'policy-machine-'))
  let count = 0
  afterAll(() => {
    rmSync(root, { recursive: true })
  })
  return (registry, files = {}, parts = {}) => {
    count += 1
    const windowsFolder = join(root, String(count))
    for (const [place, bytes] of Object.entries(files)) {
      const path = join(windowsFolder, place)
      mkdirSync(bytes === null ? path : dirname(path), { recursive: true })
      if (bytes !== null) writeFileSync(path, bytes)
    }
    const windows = windowsOf({ registry: registryOf(registry), ...parts })
    return { ...contextOf(windows, { environment: { SYSTEMROOT: windowsFolder } }), windowsFolder }
  }
}
