import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import type { CredentialName, CredentialNames } from '../../win32/credential-names.ts'
import { read, unread } from './reading.ts'

/** Only its owner sees the entries of an account. */
const OWN_ALONE = 'Credential Manager shows the entries of the present account alone'

/**
 * Entries of Credential Manager that name a user, by target and user.
 *
 * Those of this product bear no name of a login. What other accounts keep stays unknown: a gap, always.
 */
export function readStoredCredentials(names: CredentialNames): Reading<readonly NamedUse[]> {
  const dated = datedCredentials(names)
  return dated.status === 'read' ? { ...dated, value: dated.value.map(({ lastWritten: _, ...use }) => use) } : dated
}

interface DatedCredential extends NamedUse {
  readonly lastWritten: CredentialName['lastWritten']
}

/** The same with the time at which each entry was written last. */
export function datedCredentials(names: CredentialNames): Reading<readonly DatedCredential[]> {
  const listed = names.list()
  if (!listed.ok) return unread(listed.failure)
  const uses = listed.value
    .filter(({ userName }) => userName !== '')
    .map(({ target, userName, lastWritten }) => ({ kind: 'stored-credential' as const, name: target, account: userName, lastWritten }))
  return read(uses, [OWN_ALONE])
}
