// A worker whose areas go wrong inside of native code: `host` reads one probe and then touches memory that is not its own, `services`
// never comes back from a call, `programs` is well.
import { startWorkerProcess } from '#electron/collector/worker-process.ts'
import { hostProbe } from '#electron/probes/host/probe.ts'
import { programsProbe } from '#electron/probes/programs/probe.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'

const INFINITE_MS = 0xffffffff

const native = createNativeAccess(koffiSource)
const sleep = native.bind('kernel32.dll', 'void __stdcall Sleep(uint32_t milliseconds)', 'status')
const move = native.bind('kernel32.dll', 'void __stdcall RtlMoveMemory(uintptr_t target, uintptr_t source, size_t bytes)', 'status')

await startWorkerProcess([
  hostProbe,
  {
    id: 'updates',
    area: 'host',
    read: () => {
      move(1n, 2n, 16n)
      return { status: 'failed', reason: 'still there' }
    },
  },
  {
    id: 'services',
    area: 'services',
    read: () => {
      sleep(INFINITE_MS)
      return { status: 'failed', reason: 'still there' }
    },
  },
  programsProbe,
])
