// A worker that never ends by itself.
import { startWorkerProcess } from '#electron/collector/worker-process.ts'
import type { ProbeReading } from '#electron/probes/probe.ts'

const never = (): Promise<ProbeReading<never>> => new Promise(() => setInterval(() => undefined, 1000))

await startWorkerProcess([
  { id: 'host', area: 'host', read: never },
  { id: 'services', area: 'services', read: never },
  { id: 'programs', area: 'programs', read: never },
])
