import type { Facts } from '#shared/facts/index.ts'
import type { Registry } from '../../win32/registry.ts'
import { describeFailure, errorCodes, refused, succeeded, type Win32Result } from '../../win32/result.ts'
import type { Notebook } from '../reading.ts'
import { LOCAL_STORE, POLICY_STORE, readNumber } from './store.ts'

export type FirewallProfile = Facts['firewall']['profiles'][number]
export type ProfileName = FirewallProfile['name']

/** A profile with what decides about the rules of this machine. */
export interface ReadProfile extends FirewallProfile {
  /** policy says that only its own rules count */
  readonly ignoresLocalRules: boolean
  /** everything that comes in is blocked, whatever rules allow */
  readonly ignoresAllowRules: boolean
}

/** Keys of each profile. The private one is the standard one of older Windows, and keeps that name on this machine. */
const PROFILE_KEYS: Readonly<Record<ProfileName, { readonly local: string; readonly policy: readonly string[] }>> = {
  domain: { local: 'DomainProfile', policy: ['DomainProfile'] },
  private: { local: 'StandardProfile', policy: ['PrivateProfile', 'StandardProfile'] },
  public: { local: 'PublicProfile', policy: ['PublicProfile'] },
}

/** Settings that are 0 or 1, with what Windows takes where neither policy nor machine say anything. */
const SETTINGS = { EnableFirewall: true, DefaultInboundAction: true, DoNotAllowExceptions: false } as const
const POLICY_SETTINGS = { AllowLocalPolicyMerge: true } as const

/**
 * The three profiles as they are set; a value of policy wins over that of the machine, each for itself.
 *
 * A profile with a value that refuses or is neither 0 nor 1 is left out and named.
 */
export function readProfiles(registry: Registry, notebook: Notebook): readonly ReadProfile[] {
  return (Object.keys(PROFILE_KEYS) as ProfileName[]).flatMap((name) => {
    const { local, policy } = PROFILE_KEYS[name]
    const policyKeys = policy.map((key) => `${POLICY_STORE}\\${key}`)
    const settings = readSwitches(registry, [...policyKeys, `${LOCAL_STORE}\\${local}`], SETTINGS)
    const onlyPolicy = readSwitches(registry, policyKeys, POLICY_SETTINGS)
    if (settings.ok && onlyPolicy.ok) {
      const { EnableFirewall: enabled, DefaultInboundAction: blocks, DoNotAllowExceptions: ignoresAllowRules } = settings.value
      const ignoresLocalRules = !onlyPolicy.value.AllowLocalPolicyMerge
      return [{ name, enabled, inboundDefault: blocks ? 'block' : 'allow', ignoresLocalRules, ignoresAllowRules }]
    }
    const reason = settings.ok ? onlyPolicy : settings
    if (!reason.ok) notebook.gap(`the ${name} profile is left out: ${describeFailure(reason.failure)}`)
    return []
  })
}

/** Of each setting the first of the keys that has it decides; one that is neither 0 nor 1 is refused as invalid data. */
function readSwitches<Name extends string>(
  registry: Registry,
  keys: readonly string[],
  defaults: Readonly<Record<Name, boolean>>,
): Win32Result<Readonly<Record<Name, boolean>>> {
  const switches: Record<Name, boolean> = { ...defaults }
  for (const name of Object.keys(defaults) as Name[]) {
    for (const key of keys) {
      const value = readNumber(registry, key, name)
      if (!value.ok) return value
      if (value.value === null) continue
      if (value.value !== 0 && value.value !== 1)
        return refused('RegQueryValueExW', errorCodes.invalidData, { subject: `${key} value ${name}` })
      switches[name] = value.value === 1
      break
    }
  }
  return succeeded(switches)
}
