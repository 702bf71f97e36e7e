import { ORPCError } from '@orpc/server'

import type { Language } from '#shared/contract/index.ts'
import { visibleText } from '#shared/visible-text.ts'
import { StoreRefusal } from '../../store/refusal.ts'
import type { App } from './app.ts'
import { AppFailure } from './failure.ts'

/**
 * The one place where a throw becomes what crosses to a screen.
 *
 * What the contract foresees gets its line; anything else is a fault of our own: it is noted down, and crosses without its message,
 * which might quote somebody's data. Every transport gets the same.
 */
export function asAnswer(error: unknown, app: App, procedure: string, language: Language): unknown {
  if (error instanceof AppFailure) {
    return new ORPCError(error.code, { data: { line: app.say(language).text(error.key, error.params) } })
  }
  if (error instanceof StoreRefusal) {
    const params = { path: visibleText(error.path), detail: visibleText(error.detail) }
    return new ORPCError('STORE', { data: { line: app.say(language).text(`app/store/${error.reason}`, params) } })
  }
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error
  app.ports.core.noteFault({ command: procedure, error: error instanceof ORPCError ? (error.cause ?? error) : error })
  return new ORPCError('INTERNAL_SERVER_ERROR')
}

/** The language that an input asks for, before anything else is known about it. */
export function languageIn(input: unknown): Language {
  const asked = typeof input === 'object' && input !== null && 'language' in input ? input.language : undefined
  return asked === 'de' ? 'de' : 'en'
}
