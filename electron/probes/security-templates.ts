import { parseSecurityTemplate, type SecurityTemplate } from '../policy/security-template.ts'
import { describeFailure } from '../win32/result.ts'
import { type AppliedPolicy, isLocalPolicy, readAppliedPolicies } from './applied-policies.ts'
import { type CachedTemplate, openPolicyFiles, type PolicyFile, type PolicyFiles } from './policy-files.ts'
import { LOCAL_POLICY, policyTitle } from './policy-titles.ts'
import type { ProbeContext } from './probe.ts'

interface AppliedTemplate {
  readonly title: string
  /** as its administrators call it */
  readonly name: string
  readonly linkedToDomain: boolean
  readonly template: SecurityTemplate
}

/** Security settings of the policies of this machine, in the order in which they were applied. */
export interface SecurityTemplates {
  readonly templates: readonly AppliedTemplate[]
  /** One line for each file or folder that could not be read, or not to its end. */
  readonly unread: readonly string[]
  /** Each policy with security settings is among the templates, and each of these is free of faults. */
  readonly complete: boolean
}

/**
 * The templates that apply: those that Windows copied when it applied them, else its copies of the domain's policies.
 *
 * A template counts only where its policy is in the list of those applied: the files of others are left-overs.
 */
export async function readSecurityTemplates(context: Pick<ProbeContext, 'windows' | 'environment'>): Promise<SecurityTemplates> {
  const files = openPolicyFiles(context)
  if (files === null) return { templates: [], unread: ['the Windows folder is not known'], complete: false }
  const applied = readAppliedPolicies(context.windows.registry)
  if (!applied.ok) return { templates: [], unread: [describeFailure(applied.failure)], complete: false }
  const withSettings = applied.value.filter((policy) => policy.hasSecuritySettings !== false)
  if (withSettings.length === 0) return { templates: [], unread: [], complete: true }
  const cached = await files.cachedTemplates()
  if ('refused' in cached) return { templates: [], unread: [cached.refused], complete: false }
  return collect(cached.length > 0 ? ofCache(cached, withSettings) : await ofCopies(files, withSettings))
}

/** A policy's template before it is parsed; null: no copy of it is kept. */
interface Found extends PolicyCalled {
  readonly linkedToDomain: boolean
  readonly file: PolicyFile | { readonly refused: string } | null
}

/** The cache has numbers instead of names: they are those of the list where both agree. */
function ofCache(cached: readonly CachedTemplate[], policies: readonly AppliedPolicy[]): readonly Found[] {
  const agree =
    cached.length === policies.length && cached.every((one, index) => (policies[index]?.linkedToDomain ?? null) === one.linkedToDomain)
  return cached.map(({ fileName, linkedToDomain, file }, index) => {
    const policy = agree ? policies[index] : undefined
    const unknown = { title: `a group policy (${fileName})`, name: fileName }
    return { ...(policy === undefined ? unknown : called(policy)), linkedToDomain, file }
  })
}

async function ofCopies(files: PolicyFiles, policies: readonly AppliedPolicy[]): Promise<readonly Found[]> {
  return await Promise.all(
    policies.map(async (policy) => ({
      ...called(policy),
      linkedToDomain: policy.linkedToDomain === true,
      file: isLocalPolicy(policy) ? await files.ofLocalPolicy('template') : await files.ofDomainPolicy(policy, 'template'),
    })),
  )
}

type PolicyCalled = Pick<AppliedTemplate, 'title' | 'name'>

function called(policy: AppliedPolicy): PolicyCalled {
  if (isLocalPolicy(policy)) return { title: LOCAL_POLICY, name: 'Local Group Policy' }
  return { title: policyTitle(policy), name: policy.displayName || (policy.id ?? '') }
}

function collect(found: readonly Found[]): SecurityTemplates {
  const templates: AppliedTemplate[] = []
  const unread: string[] = []
  for (const { title, name, linkedToDomain, file } of found) {
    if (file === null) continue
    if ('refused' in file) unread.push(file.refused)
    else {
      const parsed = parseSecurityTemplate(file.bytes)
      if (parsed.kind === 'refused') unread.push(`${file.path}: ${parsed.reason}`)
      else {
        templates.push({ title, name, linkedToDomain, template: parsed.template })
        if (!parsed.template.whole) unread.push(`${file.path} is cut short or lacks its signature`)
      }
    }
  }
  const sound = templates.length === found.length && templates.every(({ template }) => template.faults.length === 0)
  return { templates, unread: [...new Set(unread)], complete: sound }
}

/** Names by the policy whose template is the last to define them. */
export function definedBy(
  templates: readonly AppliedTemplate[],
  names: readonly string[],
  defines: (template: SecurityTemplate, name: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const byTitle = new Map<string, string[]>()
  for (const name of names) {
    const last = templates.findLast(({ template }) => defines(template, name))
    if (last !== undefined) byTitle.set(last.title, [...(byTitle.get(last.title) ?? []), name])
  }
  return byTitle
}
