import type { SecurityTemplate } from '../../policy/security-template.ts'
import type { Windows } from '../../win32/windows.ts'
import { isDomainController } from '../domain-controller.ts'
import type { SecurityTemplates } from '../security-templates.ts'

/** Settings of a template's System Access section that make up the facts. */
export const SETTINGS = [
  'MinimumPasswordLength',
  'MinimumPasswordAge',
  'PasswordComplexity',
  'PasswordHistorySize',
  'MaximumPasswordAge',
  'LockoutBadCount',
  'LockoutDuration',
]

export function defines(template: SecurityTemplate, setting: string): boolean {
  return template.systemAccess.has(setting.toLowerCase())
}

/**
 * The templates that can set rules for the passwords of this machine's accounts.
 *
 * On a domain controller these are the domain's accounts, and only policies linked to the domain set their rules. Where the role of the
 * machine is not known, neither is whose rules hold.
 */
export function templatesForAccounts(all: SecurityTemplates, windows: Windows): SecurityTemplates {
  if (all.templates.length === 0) return all
  const controller = isDomainController(windows)
  if (!controller.ok) return { ...all, templates: [], complete: false }
  return controller.value ? { ...all, templates: all.templates.filter(({ linkedToDomain }) => linkedToDomain) } : all
}

/** Undefined: no template decides it, it stands twice, or a template that could decide it was not read. */
export function complexityIn({ templates, complete }: SecurityTemplates): boolean | undefined {
  if (!complete) return undefined
  const last = templates.findLast(({ template }) => defines(template, 'PasswordComplexity'))
  const setting = last?.template.systemAccess.get('passwordcomplexity')
  if (setting === undefined || setting.repeated) return undefined
  return setting.value === '0' || setting.value === '1' ? setting.value === '1' : undefined
}
