/** What a host needs to start the collector's workers in its own way. */
export { workerEnvironment } from '../collector/node-workers.ts'
export { END_OF_WORK, type StartWorker, WORKER_MARKER, type WorkerChannel } from '../collector/worker-port.ts'
