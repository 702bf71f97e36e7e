import { decodeRegistryValue } from '../../win32/registry-values.ts'
import { setByNote } from '../policy-titles.ts'
import { type RegistryPolicies, whoSets } from '../registry-policies.ts'
import type { SecurityTemplates } from '../security-templates.ts'
import { POLICY_KEY, type Setting, type Settings } from './settings.ts'

/** Names of the values that a policy sets, and a note on each whose policy is known. */
export function settingsOfPolicies(
  settings: Settings,
  policies: RegistryPolicies,
  templates: SecurityTemplates,
): { readonly names: readonly string[]; readonly notes: readonly string[] } {
  const names: string[] = []
  const notes: string[] = []
  for (const setting of settings.values()) {
    const title = titleOf(setting, policies, templates)
    if (title !== null || setting.key === POLICY_KEY) names.push(setting.name)
    if (title !== null) notes.push(setByNote([setting.name], title))
  }
  return { names, notes }
}

/** Null: no policy that lies on this machine sets the value to what is in force. */
function titleOf({ key, name, number }: Setting, policies: RegistryPolicies, { templates }: SecurityTemplates): string | null {
  const set = whoSets(policies, key, name)
  const value = set === null ? null : decodeRegistryValue(set.type, set.data)
  if (set !== null && value?.kind === 'number' && value.number === number) return set.title
  const path = `MACHINE\\${key}\\${name}`.toLowerCase()
  const last = templates
    .flatMap(({ title, template }) => template.registryValues.map((one) => ({ title, ...one })))
    .findLast((one) => one.path.toLowerCase() === path)
  return last?.data[0] === String(number) ? last.title : null
}
