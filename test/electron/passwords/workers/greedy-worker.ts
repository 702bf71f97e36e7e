import { parentPort } from 'node:worker_threads'

parentPort?.once('message', () => {
  const kept: number[][] = []
  for (;;) kept.push(Array.from({ length: 1_000_000 }, Math.random))
})
