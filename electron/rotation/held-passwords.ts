import type { PlannedLogin } from '#shared/rotation/plan.ts'

/** A password that was just made. */
export interface MadePassword {
  readonly password: string
  readonly grade: 'best' | 'good' | 'weak'
  /** no other login that the keyed digests know has it */
  readonly unique: boolean
}

/** Why a person did not tell the program a password. `differently`: what they typed is not what was shown, or not twice the same. */
export type NotTyped = 'cancelled' | 'differently' | 'not-possible'

/** What a person typed, twice the same. */
export type Typed = { readonly kind: 'typed'; readonly password: string } | { readonly kind: 'not-typed'; readonly reason: NotTyped }

/** Has a person type the password of a login twice, in a window of the system; 0: the one from before the change. */
export type TypeTwice = (login: PlannedLogin, generation: number) => Promise<Typed>

/**
 * Passwords that a person holds, as far as this program has been told them.
 *
 * SECURITY: memory alone; they are gone with the program, and then the person types them again. What is offered was made and is shown to
 * the person, who has not confirmed yet that they have it: nothing uses it before.
 */
export interface HeldPasswords {
  /** null: the program was not told it, or has forgotten it */
  read(login: string, generation: number): string | null
  keep(login: string, generation: number, password: string): void
  /** The person has to type it again. */
  forget(login: string, generation: number): void
  /** Forgets every new one of the login. */
  forgetNew(login: string): void
  offered(login: string, generation: number): MadePassword | null
  offer(login: string, generation: number, made: MadePassword): void
}

/** Generation of what held before the change. */
const OLD = 0

export function createHeldPasswords(): HeldPasswords {
  const logins = new Map<string, { readonly kept: Map<number, string>; readonly offered: Map<number, MadePassword> }>()
  const of = (login: string) => {
    const known = logins.get(login) ?? { kept: new Map(), offered: new Map() }
    logins.set(login, known)
    return known
  }
  return {
    read: (login, generation) => of(login).kept.get(generation) ?? null,
    keep: (login, generation, password) => {
      of(login).offered.delete(generation)
      of(login).kept.set(generation, password)
    },
    forget: (login, generation) => {
      of(login).kept.delete(generation)
    },
    forgetNew: (login) => {
      const old = of(login).kept.get(OLD)
      logins.delete(login)
      if (old !== undefined) of(login).kept.set(OLD, old)
    },
    offered: (login, generation) => of(login).offered.get(generation) ?? null,
    offer: (login, generation, made) => {
      of(login).offered.set(generation, made)
    },
  }
}
