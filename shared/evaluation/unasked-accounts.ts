import type { World } from './world.ts'

/**
 * Whether the profile names an account that the domain of this controller was not asked for, so that nobody knows of it.
 *
 * That happens where the profile was written or changed after the reading: the list of users is whole only for the names of its time.
 */
export function namesUnaskedAccount({ profile, accounts }: Pick<World, 'profile' | 'accounts'>): boolean {
  const named = [...(profile.remoteAccessUsers ?? []), ...profile.syncTools.map((tool) => tool.windowsAccount ?? '')]
  return named
    .filter((name) => name.trim() !== '')
    .map((name) => accounts.resolve(name))
    .some((account) => account.kind === 'local' && account.exists === undefined)
}
