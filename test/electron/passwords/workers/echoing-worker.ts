import { parentPort } from 'node:worker_threads'

// Answers with what reached it, in place of an estimate.
parentPort?.once('message', (question: { readonly password: string; readonly words: readonly string[] }) => {
  parentPort?.postMessage({ estimate: { ...question, environment: Object.keys(process.env), argumentCount: process.argv.length - 2 } })
})
