// A worker whose areas go wrong in three ways: `host` reads one probe, dies in the second and has not come to the third, `services` hangs
// where no timer of its own can run, `programs` is well.
import { startWorkerProcess } from '#electron/collector/worker-process.ts'

await startWorkerProcess([
  { id: 'host', area: 'host', read: () => ({ status: 'unsupported', reason: 'a record before the crash' }) },
  {
    id: 'updates',
    area: 'host',
    read: () => {
      process.kill(process.pid, 'SIGSEGV')
      for (;;);
    },
  },
  { id: 'logons', area: 'host', read: () => ({ status: 'denied', reason: 'read by another worker' }) },
  {
    id: 'services',
    area: 'services',
    read: () => {
      for (;;);
    },
  },
  { id: 'programs', area: 'programs', read: () => ({ status: 'ok', facts: { programs: [] }, notes: ['well'] }) },
])
