import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as german } from '@zxcvbn-ts/language-de'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { answerStrength, joinWordLists, type StrengthQuestion } from '#shared/passwords/guesses.ts'

parentPort?.once('message', (question: StrengthQuestion) => {
  const reply = answerStrength(question, (password, words) => {
    const factory = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: joinWordLists({ common, english, german }) })
    return factory.check(password, words)
  })
  parentPort?.postMessage(reply)
})
