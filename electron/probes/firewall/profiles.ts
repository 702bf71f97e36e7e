import type { Facts } from '#shared/facts/index.ts'
import type { Registry } from '../../win32/registry.ts'
import { describeFailure, succeeded, type Win32Result } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'
import { LOCAL_STORE, POLICY_STORE, readNumber } from './store.ts'

export type FirewallProfile = Facts['firewall']['profiles'][number]
export type ProfileName = FirewallProfile['name']

/** A profile with what decides about the rules of this machine. */
export interface ReadProfile extends FirewallProfile {
  /** policy says that only its own rules count */
  readonly ignoresLocalRules: boolean
}

/** Keys of each profile. The private one is the standard one of older Windows, and keeps that name on this machine. */
const PROFILE_KEYS: Readonly<Record<ProfileName, { readonly local: string; readonly policy: readonly string[] }>> = {
  domain: { local: 'DomainProfile', policy: ['DomainProfile'] },
  private: { local: 'StandardProfile', policy: ['PrivateProfile', 'StandardProfile'] },
  public: { local: 'PublicProfile', policy: ['PublicProfile'] },
}

/** What Windows takes where neither policy nor machine say anything: on, and closed to what no rule lets in. */
const ON = 1
const BLOCK = 1

/**
 * The three profiles as they are set; a value of policy wins over that of the machine, each for itself.
 *
 * A profile with a value that refuses or is neither 0 nor 1 is left out and named.
 */
export function readProfiles(registry: Registry, notebook: Notebook): readonly ReadProfile[] {
  return (Object.keys(PROFILE_KEYS) as ProfileName[]).flatMap((name) => {
    const { local, policy } = PROFILE_KEYS[name]
    const policyKeys = policy.map((key) => `${POLICY_STORE}\\${key}`)
    const keys = [...policyKeys, `${LOCAL_STORE}\\${local}`]
    const enabled = readSwitch(registry, keys, 'EnableFirewall', ON)
    const inbound = readSwitch(registry, keys, 'DefaultInboundAction', BLOCK)
    const merge = readSwitch(registry, policyKeys, 'AllowLocalPolicyMerge', ON)
    const unread = [enabled, inbound, merge].find((answer) => !answer.ok)
    if (unread !== undefined && !unread.ok) notebook.gap(`the ${name} profile is left out: ${describeFailure(unread.failure)}`)
    if (!enabled.ok || !inbound.ok || !merge.ok) return []
    if (enabled.value === null || inbound.value === null || merge.value === null) {
      notebook.gap(`the ${name} profile is left out: one of its settings is neither 0 nor 1`)
      return []
    }
    return [{ name, enabled: enabled.value, inboundDefault: inbound.value ? 'block' : 'allow', ignoresLocalRules: !merge.value }]
  })
}

/** The first of the keys that has the value decides. Null: it is neither 0 nor 1. */
function readSwitch(registry: Registry, keys: readonly string[], name: string, absent: number): Win32Result<boolean | null> {
  for (const key of keys) {
    const value = readNumber(registry, key, name)
    if (!value.ok) return value
    if (value.value === null) continue
    return succeeded(value.value === 0 || value.value === 1 ? value.value === 1 : null)
  }
  return succeeded(absent === 1)
}
