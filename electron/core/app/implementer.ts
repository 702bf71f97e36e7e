import { implement } from '@orpc/server'

import { contract } from '#shared/contract/index.ts'
import type { App } from './app.ts'
import { asAnswer, languageIn } from './boundary.ts'

/** The contract, ready to be filled: whatever its handlers throw goes through the one boundary. */
export function createImplementer(app: App) {
  return implement(contract).use(async ({ next, path }, input) => {
    try {
      return await next()
    } catch (error) {
      throw asAnswer(error, app, path.join('.'), languageIn(input))
    }
  })
}

export type Implementer = ReturnType<typeof createImplementer>
