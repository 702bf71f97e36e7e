import { join } from 'node:path'

import type { AppliedPolicy } from './applied-policies.ts'
import { expandVariables } from './environment-variables.ts'
import { listLocalFolder, readLocalFile } from './local-files.ts'
import type { ProbeContext } from './probe.ts'

/** A file of a policy where it was found. */
export interface PolicyFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A refusal is one line that names the file. */
type FileAnswer = PolicyFile | { readonly refused: string } | null

/** Template of a policy as Windows copied it when it applied it. */
export interface CachedTemplate {
  readonly fileName: string
  readonly linkedToDomain: boolean
  readonly file: FileAnswer
}

/** The files of the group policies that lie on this machine; null and an empty list are proof of absence. */
export interface PolicyFiles {
  ofLocalPolicy(name: PolicyFileName): Promise<FileAnswer>
  /** From the copies that Windows keeps of a domain's policies; servers keep none unless told so. */
  ofDomainPolicy(policy: AppliedPolicy, name: PolicyFileName): Promise<FileAnswer>
  /** In the order in which they were applied. */
  cachedTemplates(): Promise<readonly CachedTemplate[] | { readonly refused: string }>
}

const FILES = { registry: ['Registry.pol'], template: ['Microsoft', 'Windows NT', 'SecEdit', 'GptTmpl.inf'] } as const
export type PolicyFileName = keyof typeof FILES

/** A baseline with thousands of settings has less than a megabyte. */
const FILE_LIMIT_BYTES = 16 * 1024 * 1024

/** `gpt00001.inf`; `.dom` where the policy is linked to the domain. */
const CACHED_TEMPLATE = /^gpt(\d{5,9})\.(inf|dom)$/i

/** Null: where Windows lies is not known, or is no place on this machine. */
export function openPolicyFiles({ environment }: Pick<ProbeContext, 'environment'>): PolicyFiles | null {
  const windows = expandVariables('%SystemRoot%', environment)
  // SECURITY: nothing is fetched from a network, whatever a variable says.
  if (windows.startsWith('%') || /^[\\/]{2}/.test(windows)) return null
  const groupPolicy = join(windows, 'System32', 'GroupPolicy')
  const copies = join(groupPolicy, 'DataStore', '0', 'sysvol')
  const templates = join(windows, 'security', 'templates', 'policies')
  let domainFolders: ReturnType<typeof listLocalFolder> | undefined
  return {
    ofLocalPolicy: (name) => read(join(groupPolicy, 'Machine', ...FILES[name])),
    ofDomainPolicy: async ({ id }, name) => {
      if (id === null) return null
      domainFolders ??= listLocalFolder(copies)
      const domains = await domainFolders
      if (domains?.kind === 'refused') return { refused: domains.reason }
      for (const domain of domains?.names ?? []) {
        const file = await read(join(copies, domain, 'Policies', id, 'Machine', ...FILES[name]))
        if (file !== null) return file
      }
      return null
    },
    cachedTemplates: async () => {
      const listed = await listLocalFolder(templates)
      if (listed?.kind === 'refused') return { refused: listed.reason }
      const found = (listed?.names ?? []).flatMap((fileName) => {
        const [, number, ending] = CACHED_TEMPLATE.exec(fileName) ?? []
        return number === undefined ? [] : [{ fileName, number: Number(number), linkedToDomain: ending?.toLowerCase() === 'dom' }]
      })
      found.sort((left, right) => left.number - right.number)
      return await Promise.all(
        found.map(async ({ fileName, linkedToDomain }) => ({ fileName, linkedToDomain, file: await read(join(templates, fileName)) })),
      )
    },
  }
}

async function read(path: string): Promise<FileAnswer> {
  const reading = await readLocalFile(path, FILE_LIMIT_BYTES)
  if (reading === null) return null
  return reading.kind === 'refused' ? { refused: reading.reason } : { path, bytes: reading.bytes }
}
