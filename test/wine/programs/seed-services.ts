// Creates services through the service control manager. Argument: a JSON file with the list. The product itself never does this.
import { readFileSync } from 'node:fs'

import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'

export interface ServiceSeed {
  readonly name: string
  readonly displayName: string
  readonly startType: number
  readonly imagePath: string
  readonly account: string | null
}

const SC_MANAGER_ALL_ACCESS = 0xf003f
const SERVICE_ALL_ACCESS = 0xf01ff
const SERVICE_WIN32_OWN_PROCESS = 0x10

const native = createNativeAccess(koffiSource)
const open = native.bind('advapi32.dll', 'uintptr_t __stdcall OpenSCManagerW(str16 machine, str16 database, uint32_t access)', 'last-error')
const create = native.bind(
  'advapi32.dll',
  'uintptr_t __stdcall CreateServiceW(uintptr_t manager, str16 name, str16 display, uint32_t access, uint32_t type, uint32_t start, uint32_t errors, str16 path, str16 group, void *tag, str16 dependencies, str16 account, str16 password)',
  'last-error',
)

const seeds: readonly ServiceSeed[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const manager = open(null, null, SC_MANAGER_ALL_ACCESS)
for (const seed of seeds) {
  const { name, displayName, startType, imagePath, account } = seed
  const password = account === null ? null : 'x'
  const type = SERVICE_WIN32_OWN_PROCESS
  const service = create(manager, name, displayName, SERVICE_ALL_ACCESS, type, startType, 0, imagePath, null, null, null, account, password)
  if (!service) throw new Error(`CreateServiceW for ${name} ended with error ${native.lastError()}`)
}
