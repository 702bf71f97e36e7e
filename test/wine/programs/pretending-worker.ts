// A worker that asks for what this Windows only pretends to have: `host` waits until somebody ends it, `services` calls a function that
// ends its caller, `programs` and `logons` call what is not there.
import { writeFileSync } from 'node:fs'

import { startWorkerProcess } from '#electron/collector/worker-process.ts'
import { refusal } from '#electron/probes/reading.ts'
import { createNativeAccess, koffiSource, type SystemLibrary } from '#electron/win32/library.ts'

const native = createNativeAccess(koffiSource)
const setInformation = native.bind(
  'netapi32.dll',
  'uint32_t __stdcall NetUserSetInfo(str16 server, str16 name, uint32_t level, void *buffer, _Out_ uint32_t *parameter)',
  'status',
)
const missingExport = native.bind('netapi32.dll', 'uint32_t __stdcall NoSuchExport(str16 server)', 'status')
const missingLibrary = native.bind('no-such-library.dll' as SystemLibrary, 'int __stdcall Anything()', 'last-error')

await startWorkerProcess([
  {
    id: 'host',
    area: 'host',
    read: () => {
      writeFileSync('victim.pid', String(process.pid))
      return new Promise(() => setInterval(() => undefined, 1000))
    },
  },
  {
    id: 'services',
    area: 'services',
    read: () => {
      setInformation(null, 'nobody', 1008, null, [0])
      return { status: 'failed', reason: 'still there' }
    },
  },
  { id: 'programs', area: 'programs', read: () => refusal({ function: 'NoSuchExport', code: Number(missingExport(null)) }) },
  {
    id: 'logons',
    area: 'programs',
    read: () => refusal({ function: 'Anything', code: missingLibrary() ? 0 : native.lastError() }),
  },
])
