import { probes } from '../probes/index.ts'
import { startWorkerProcess } from './worker-process.ts'

await startWorkerProcess(probes)
