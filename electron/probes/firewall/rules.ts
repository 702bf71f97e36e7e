import { createBlockedCheck } from '../../policy/firewall-coverage.ts'
import { type FirewallRule, parseFirewallRule } from '../../policy/firewall-rule.ts'
import type { Registry } from '../../win32/registry.ts'
import type { NamedRegistryValue } from '../../win32/registry-values.ts'
import { describeFailure, errorCodes } from '../../win32/result.ts'
import { expandVariables } from '../environment-variables.ts'
import type { Notebook } from '../reading.ts'
import type { ProfileName, ReadProfile } from './profiles.ts'
import { LOCAL_STORE, POLICY_STORE, storeKey } from './store.ts'

/** An inbound rule with the name of its registry value. */
export interface StoredRule {
  readonly id: string
  readonly rule: FirewallRule
}

export interface RuleSources {
  readonly registry: Registry
  readonly environment: Readonly<Record<string, string | undefined>>
  /** the profiles as they were read */
  readonly profiles: readonly ReadProfile[]
}

/** More broken rules than this are counted, not named: the notes stay readable. */
const NAMED_RULES = 20

/** Variables that mean the same to the firewall service as to everyone else; those of a person do not. */
const MACHINE_VARIABLES: ReadonlySet<string> = new Set([
  'ALLUSERSPROFILE',
  'COMMONPROGRAMFILES',
  'COMMONPROGRAMFILES(X86)',
  'COMMONPROGRAMW6432',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'PROGRAMFILES(X86)',
  'PROGRAMW6432',
  'PUBLIC',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'WINDIR',
])

/** As rules name them; a rule that names none is for all. */
const PROFILE_NAMES: readonly ProfileName[] = ['domain', 'private', 'public']

/**
 * The inbound rules that let something in, of this machine and of policy, without those that a rule takes back entirely.
 *
 * Left out are the keys RestrictedServices and AppIso: they narrow what services and store apps may do and open nothing. Rules of this
 * machine do not count in a profile whose policy says so, and none counts in one that blocks all exceptions.
 */
export function readOpeningRules({ registry, environment, profiles }: RuleSources, notebook: Notebook): readonly StoredRule[] {
  const machine = Object.fromEntries(Object.entries(environment).filter(([name]) => MACHINE_VARIABLES.has(name.toUpperCase())))
  const closed = profiles.filter((profile) => profile.ignoresAllowRules).map(({ name }) => name)
  const unmerged = profiles.filter((profile) => profile.ignoresLocalRules).map(({ name }) => name)
  if (closed.length > 0) notebook.remark(`no rule lets anything in in: ${closed.join(', ')} (all exceptions are blocked)`)
  if (unmerged.length > 0) notebook.remark(`rules of this machine do not count in: ${unmerged.join(', ')} (policy)`)
  const local = readStore(registry, `${LOCAL_STORE}\\FirewallRules`, 'this machine', notebook)
  const policy = readStore(registry, `${POLICY_STORE}\\FirewallRules`, 'policy', notebook)
  const rules = [...withoutProfiles(local, [...closed, ...unmerged]), ...withoutProfiles(policy, closed)].map(({ id, rule }) => {
    return { id, rule: { ...rule, program: rule.program === null ? null : expandVariables(rule.program, machine) } }
  })
  const isBlocked = createBlockedCheck(rules.map(({ rule }) => rule))
  return rules.filter(({ rule }) => rule.action !== 'block' && !isBlocked(rule))
}

function readStore(registry: Registry, path: string, store: 'this machine' | 'policy', notebook: Notebook): readonly StoredRule[] {
  const opened = registry.key(storeKey(path), (key) => key.values())
  const read = opened.ok ? opened.value : opened
  if (read.ok) return parseAll(read.value, notebook)
  const isNormal = store === 'policy' && read.failure.code === errorCodes.fileNotFound
  if (!isNormal) notebook.gap(`firewall rules of ${store} are not known: ${describeFailure(read.failure)}`)
  return []
}

function parseAll(values: readonly NamedRegistryValue[], notebook: Notebook): readonly StoredRule[] {
  let broken = 0
  const rules = values.flatMap(({ name: id, value }): StoredRule[] => {
    const parsed = value.kind === 'text' ? parseFirewallRule(value.text) : ({ kind: 'malformed', reason: 'it is no text' } as const)
    if (parsed.kind === 'inbound') return [{ id, rule: parsed.rule }]
    if (parsed.kind === 'idle') return []
    broken += 1
    if (broken <= NAMED_RULES) notebook.gap(`firewall rule ${id} is left out: ${parsed.reason}`)
    return []
  })
  if (broken > NAMED_RULES) notebook.gap(`${broken - NAMED_RULES} more firewall rules are left out: they are malformed`)
  return rules
}

/** The rules in the profiles that are left; without those that are for none of them. */
function withoutProfiles(rules: readonly StoredRule[], ignoring: readonly ProfileName[]): readonly StoredRule[] {
  if (ignoring.length === 0) return rules
  const ignored = new Set<string>(ignoring)
  return rules.flatMap(({ id, rule }) => {
    const named = rule.conditions.get('profile')?.map((name) => name.toLowerCase()) ?? PROFILE_NAMES
    const left = named.filter((name) => !ignored.has(name))
    return left.length === 0 ? [] : [{ id, rule: { ...rule, conditions: new Map([...rule.conditions, ['profile', left]]) } }]
  })
}
