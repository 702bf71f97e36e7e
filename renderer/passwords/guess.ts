import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as german } from '@zxcvbn-ts/language-de'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { answerStrength, joinWordLists, type StrengthQuestion, type StrengthReply } from '#shared/passwords/guesses.ts'

/** Estimates how hard a password is to guess; loads 2.5 MB of word lists and takes its time, so it belongs into a worker. */
export function answer(question: StrengthQuestion): StrengthReply {
  return answerStrength(question, (password, words) => {
    const factory = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: joinWordLists({ common, english, german }) })
    return factory.check(password, words)
  })
}
