// A worker whose areas say what they should not: `host` has a bug, `services` sends facts that are none, `programs` sends no message of ours.
import { startWorkerProcess } from '#electron/collector/worker-process.ts'

await startWorkerProcess([
  {
    id: 'host',
    area: 'host',
    read: () => {
      throw new Error('index out of range')
    },
  },
  { id: 'services', area: 'services', read: () => ({ status: 'ok', facts: { services: [{ name: 'half a service' }] } as never }) },
  {
    id: 'programs',
    area: 'programs',
    read: () => {
      process.send?.({ kind: 'gossip' })
      return new Promise(() => setInterval(() => undefined, 1000))
    },
  },
])
