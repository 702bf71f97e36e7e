import { nextIntent } from './back-work.ts'
import { isNewUser, type Ledger, type LoginLedger, loginsInOrder } from './ledger.ts'
import type { PlannedHolder, PlannedLogin } from './plan.ts'

/** Which password somebody has: `superseded` was generated in this rotation and replaced since. */
export type Holding = 'old' | 'new' | 'superseded' | 'unknown'

export interface HolderRow {
  readonly holder: string
  readonly kind: PlannedHolder['kind']
  readonly name: string
  readonly holds: Holding
}

/** Who has which password of a login. */
export interface LoginRow {
  readonly login: string
  /** what the login itself takes; of a move to a new user, which of both logins is meant */
  readonly takes: Holding
  readonly holders: readonly HolderRow[]
  readonly agree: boolean
}

/** A login whose holders disagree, and the act that comes next; null: a question or a decision comes first. */
export interface Disagreement {
  readonly login: string
  readonly holders: readonly string[]
  readonly nextAct: string | null
}

function holding(generation: number | null | undefined, { generated }: LoginLedger): Holding {
  if (generation === null || generation === undefined) return 'unknown'
  if (generation === 0) return 'old'
  return generation === generated ? 'new' : 'superseded'
}

function takes(planned: PlannedLogin, login: LoginLedger, pending: boolean): Holding {
  if (pending) return 'unknown'
  if (!isNewUser(planned)) return holding(login.held, login)
  // Both logins work until the end, so what the holders moved to is what counts.
  const moved = login.created && Object.values(login.holders).some((held) => held !== 0)
  return moved || (login.created && planned.holders.length === 0) ? holding(login.held, login) : 'old'
}

/** Who holds which password of each login, in the order of their change. */
export function holdersOf(ledger: Ledger): readonly LoginRow[] {
  const pending = ledger.pending?.intent
  return loginsInOrder(ledger).map(([planned, login]) => {
    const isPending = pending?.login === planned.key
    const own = takes(planned, login, isPending && pending.holder === undefined && pending.how !== undefined)
    const holders = planned.holders.map(({ key, kind, name }) => {
      const acts = isPending && pending.holder === key && pending.act !== 'verify-holder'
      return { holder: key, kind, name, holds: acts ? 'unknown' : holding(login.holders[key], login) }
    })
    return { login: planned.key, takes: own, holders, agree: own !== 'unknown' && holders.every(({ holds }) => holds === own) }
  })
}

/** The logins whose holders do not agree with them, named, with what comes next. */
export function disagreementsOf(ledger: Ledger): readonly Disagreement[] {
  const blocked = ledger.questions.length > 0 || ledger.trouble !== null
  const nextAct = blocked ? null : (nextIntent(ledger)?.id ?? null)
  return holdersOf(ledger)
    .filter(({ agree }) => !agree)
    .map((row) => ({
      login: row.login,
      holders: row.holders.filter(({ holds }) => holds !== row.takes || holds === 'unknown').map(({ holder }) => holder),
      nextAct,
    }))
}
