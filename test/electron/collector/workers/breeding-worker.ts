// A worker that tries to start workers, by the port and by a whole scan; its record tells what came of it.
import { collect } from '#electron/collector/collect.ts'
import { nodeWorkers } from '#electron/collector/node-workers.ts'
import { startWorkerProcess } from '#electron/collector/worker-process.ts'

async function outcomeOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt()
    return 'started'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const startWorker = nodeWorkers(import.meta.filename)

await startWorkerProcess([
  {
    id: 'host',
    area: 'host',
    read: async () => {
      const attempts = [() => startWorker('host'), () => collect({ version: '', now: () => new Date(0), startWorker, platform: 'win32' })]
      const outcomes = await Promise.all(attempts.map(outcomeOf))
      const kept = Object.keys(process.env).filter((name) => name.startsWith('NODE_') || name.startsWith('ERP_CHECKUP_'))
      return { status: 'failed', reason: [...outcomes, ...kept, ...process.execArgv].join('; ') }
    },
  },
])
