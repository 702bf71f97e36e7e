import { parentPort } from 'node:worker_threads'

parentPort?.once('message', () => {
  for (;;) Math.sqrt(2)
})
