// Stores entries in Credential Manager whose names begin as those of the vault's register do.
import { openKeychain } from '#electron/vault/keychain.ts'

const keychain = openKeychain()
if (keychain === null) throw new Error('there is no keychain')
const generation = 'ab'.repeat(16)
for (const service of ['erp-sync-security-checkup/register/of-another-program', 'erp-sync-security-checkup/register//deeper']) {
  await keychain.write(service, generation, JSON.stringify({ format: 1, server: 'X', login: 'y', stagedAt: '2026-01-01T00:00:00.000Z' }))
}
