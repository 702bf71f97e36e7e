import { gradeGenerated } from '#shared/passwords/grade.ts'
import { longestFor } from '#shared/passwords/policy.ts'
import { namesOf } from '#shared/passwords/rules.ts'
import type { PlannedLogin } from '#shared/rotation/plan.ts'
import { generatePassword } from '../../passwords/generate.ts'
import { isUniquePassword, passwordDigest } from '../../passwords/uniqueness.ts'
import type { MadePassword } from '../../rotation/held-passwords.ts'
import type { Vault } from '../../vault/vault.ts'

/**
 * A new password for a login, graded, and compared with every other one that the keychain holds.
 *
 * Comparing goes by keyed digests of this moment, so that no two passwords are ever held at once for longer than that takes. What the
 * keychain does not give cannot be compared: the password is random, and counts as unique.
 */
export async function makePassword(vault: Vault, server: string, login: PlannedLogin): Promise<MadePassword> {
  const { kind, length, name, change } = login
  const user = change.kind === 'new-user' ? change.newName : name
  const names = namesOf({ login: user, server })
  const password = generatePassword({ length: Math.min(length, longestFor(kind)), names })
  const unique = await isUnique(vault, password)
  const { grade } = gradeGenerated({ password, target: kind, names, isUnique: unique })
  return { password, grade, unique }
}

async function isUnique(vault: Vault, password: string): Promise<boolean> {
  const key = await vault.secretBytes('password-uniqueness')
  const listed = await vault.list()
  if (!key.ok || !listed.ok) return true
  const digests: string[] = []
  for (const { generation, state } of listed.value.generations) {
    const known = state === 'unfinished' ? null : await vault.read(generation)
    if (known?.ok === true) digests.push(passwordDigest(key.value, known.value))
  }
  return isUniquePassword(key.value, password, digests)
}
