// Reads everything that a preflight wants of this Windows. Arguments: output file, names of local users.
import { writeFileSync } from 'node:fs'

import { readPreflight } from '#electron/rotation/dependants/read-preflight.ts'
import { createAccountExpiry } from '#electron/win32/account-expiry.ts'
import { createCom } from '#electron/win32/com.ts'
import { createComponentCatalogue } from '#electron/win32/component-catalogue.ts'
import { createCredentialNames } from '#electron/win32/credential-names.ts'
import { createDomainAccounts } from '#electron/win32/domain-accounts.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { createRegistry } from '#electron/win32/registry.ts'

const [outputFile = '', ...users] = process.argv.slice(2)
const native = createNativeAccess(koffiSource)
const readings = await readPreflight({
  registry: createRegistry(native),
  credentialNames: createCredentialNames(native),
  componentCatalogue: createComponentCatalogue(createCom(native)),
  accountExpiry: createAccountExpiry(native),
  domainAccounts: createDomainAccounts(native),
  systemDirectory: 'C:\\windows\\system32',
  journalFolder: 'C:\\ProgramData\\not yet\\there',
  users,
  domainUsers: ['NOWHERE\\erpsync'],
  keychain: undefined,
  policyRights: undefined,
  sqlServers: [],
})
writeFileSync(outputFile, JSON.stringify(readings))
