import { parentPort } from 'node:worker_threads'

// Quotes what it was asked, as a careless library would.
parentPort?.once('message', (question: { readonly password: string }) => {
  console.log(question.password)
  console.error(question.password)
  throw new RangeError(`cannot handle ${question.password}`)
})
