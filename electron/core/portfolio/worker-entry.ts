import { parentPort, workerData } from 'node:worker_threads'

import { startJudgeWorker } from './worker.ts'

if (parentPort === null) throw new Error('this file is started as a worker thread')
startJudgeWorker(parentPort, workerData)
