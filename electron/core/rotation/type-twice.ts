import type { PlannedLogin } from '#shared/rotation/plan.ts'
import type { Translator } from '#shared/texts/translator.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { Typed, TypeTwice } from '../../rotation/held-passwords.ts'

/** What a person is asked in a window of the system. */
export interface PasswordQuestion {
  readonly title: string
  readonly line: string
  /** whose password it is; null: the person types that as well */
  readonly user: string | null
}

export interface TypedSignIn {
  readonly user: string
  readonly password: string
}

/**
 * Asks for a password in a window that belongs to the system; null: the person closed it.
 *
 * SECURITY: what is typed goes from there into the memory of this process, and through no page. Throws where the window cannot be shown.
 */
export type AskPassword = (question: PasswordQuestion) => Promise<TypedSignIn | null>

/** Asks twice, so that a slip shows before anything takes the password. */
export function createTypeTwice(ask: AskPassword | null, say: () => Translator, noteFault: (error: unknown) => void): TypeTwice {
  return async (login, generation): Promise<Typed> => {
    if (ask === null) return { kind: 'not-typed', reason: 'not-possible' }
    const translator = say()
    const [user, age] = [userOf(login, generation), generation === 0 ? 'old' : 'new']
    const title = translator.text('type-password/title')
    const asked = async (turn: 'first' | 'again'): Promise<string | null> =>
      (await ask({ title, line: translator.text(`type-password/${age}/${turn}`, { user: visibleText(user) }), user }))?.password ?? null
    try {
      const first = await asked('first')
      if (first === null) return { kind: 'not-typed', reason: 'cancelled' }
      const again = await asked('again')
      if (again === null) return { kind: 'not-typed', reason: 'cancelled' }
      return first === again ? { kind: 'typed', password: first } : { kind: 'not-typed', reason: 'differently' }
    } catch (error) {
      noteFault(error)
      return { kind: 'not-typed', reason: 'not-possible' }
    }
  }
}

/** Of a move to a new user every password but the old one is the new user's. */
const userOf = ({ name, change }: PlannedLogin, generation: number): string =>
  change.kind === 'new-user' && generation > 0 ? change.newName : name
