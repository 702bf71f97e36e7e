import type { PlannedHolder, PlannedLogin } from '#shared/rotation/plan.ts'
import { type SqlUse, sqlUseKinds } from '#shared/rotation/preflight/readings.ts'
import type { Entry, Judge, Seen } from './by-hand-entries.ts'
import { judgeAge, type Moments, TOLERANCE_MS } from './by-hand-moments.ts'
import { type Named, namedIn, namesOf, type WantedNames } from './by-hand-names.ts'
import { lookAtSql, type SqlByHandPorts } from './by-hand-sql.ts'
import { isNamedUse, lookAtService, lookAtTask, lookAtUse, type WindowsByHandPorts } from './by-hand-windows.ts'

/** A holder, and what it shall have. */
export interface ByHandQuestion {
  readonly login: PlannedLogin
  readonly holder: Pick<PlannedHolder, 'key'>
  readonly generation: number
  readonly moments: Moments
}

/** Looks at what only a person changes; nothing is changed by it, and no password is ever read. */
export interface ByHandHands {
  look(question: ByHandQuestion): Promise<Seen>
}

export type ByHandPorts = WindowsByHandPorts & SqlByHandPorts

/** The key of a holder is the id of a dependant: its kind, a colon, and its name there. */
export function createByHandHands(ports: ByHandPorts): ByHandHands {
  return {
    look: async ({ login, holder: { key }, generation, moments }) => {
      // A program of the ERP keeps its own logins: nobody else looks into it.
      if (login.kind === 'erp') return 'not-told'
      const at = key.indexOf(':')
      const [kind, name] = [key.slice(0, at), key.slice(at + 1)]
      const names = namesOf(login, generation)
      const judge: Judge = (entry) => {
        const seen = judgeEntry(ports, entry, names, moments)
        return seen === 'unchanged' && mayBeNamesake(kind, login, entry) ? 'unchanged-or-namesake' : seen
      }
      if (kind === 'service') return await lookAtService(ports, name, judge, moments)
      if (kind === 'task') return lookAtTask(ports, name, judge)
      if (isNamedUse(kind)) return await lookAtUse(ports, kind, name, judge)
      return isSqlUse(kind) ? await lookAtSql(ports, kind, name, judge, moments) : 'not-told'
    },
  }
}

const isSqlUse = (kind: string): kind is SqlUse['kind'] => sqlUseKinds.some((known) => known === kind)

/** A linked server and a stored sign-in may belong to another computer that has a login of the same name. */
function mayBeNamesake(kind: string, login: PlannedLogin, { account }: Entry): boolean {
  if (kind === 'linked-server') return login.kind === 'sql-server'
  return kind === 'stored-credential' && !/[\\@]/.test(account)
}

const BY_NAME: Readonly<Record<Exclude<Named, 'wanted'>, Seen>> = {
  other: 'unchanged',
  elsewhere: 'gone-elsewhere',
  unclear: 'not-told',
}

function judgeEntry(ports: ByHandPorts, entry: Entry, names: WantedNames, moments: Moments): Seen {
  const { account, writtenAt, toleranceMs = TOLERANCE_MS, isOfMore = false } = entry
  const named = namedIn(ports, account, names)
  if (named !== 'wanted') return BY_NAME[named]
  const seen = writtenAt === null ? 'not-told' : judgeAge(writtenAt, moments, toleranceMs)
  return isOfMore && seen === 'changed' ? 'not-told' : seen
}
