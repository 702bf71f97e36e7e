import type { PlannedHolder, PlannedLogin, RotationPlan } from '../../rotation/plan.ts'
import type { Translator } from '../../texts/translator.ts'
import { visibleText } from '../../visible-text.ts'
import { erpNames } from '../header.ts'

/** What a login is called: `login` as it was, `user` who has the new password – the same one, or the new designated user. */
export interface LoginNames {
  readonly login: string
  readonly user: string
}

/** The names that a report uses; each with what tells it from others of the same name. */
export interface RotationNames {
  readonly ofLogin: (key: string) => LoginNames
  /** as the plan calls it */
  readonly ofHolder: (login: string, key: string) => string
  /** with what it is */
  readonly ofHolderInFull: (login: string, key: string) => string
}

/** Names of everything in a plan; a key that the plan does not have is shown as it is. */
export function rotationNames({ logins }: RotationPlan, translator: Translator): RotationNames {
  const holderOf = (login: string, key: string): PlannedHolder | undefined =>
    logins.find((planned) => planned.key === login)?.holders.find((holder) => holder.key === key)
  const names = new Map(logins.map((planned) => [planned.key, loginNames(planned, translator)]))
  return {
    ofLogin: (key) => names.get(key) ?? { login: visibleText(key), user: visibleText(key) },
    ofHolder: (login, key) => visibleText(holderOf(login, key)?.name ?? key),
    ofHolderInFull: (login, key) => {
      const holder = holderOf(login, key)
      if (holder === undefined) return visibleText(key)
      return translator.text(`report/rotation/holder/${holder.kind}`, { name: visibleText(holder.name) })
    },
  }
}

function loginNames({ change, key, kind, name }: PlannedLogin, translator: Translator): LoginNames {
  const login = nameIn(kind, key, name, translator)
  return { login, user: change.kind === 'new-user' ? nameIn(kind, change.newKey, change.newName, translator) : login }
}

/** A Windows account is called as its key has it, with its server or domain; the others by their own name and the place that knows it. */
function nameIn(kind: PlannedLogin['kind'], key: string, name: string, translator: Translator): string {
  const rest = key.slice(`${kind}:`.length)
  if (kind === 'windows') return translator.text('report/rotation/login/windows', { name: visibleText(rest) })
  const place = rest.endsWith(`/${name}`) ? rest.slice(0, -name.length - 1) : rest.slice(0, Math.max(0, rest.lastIndexOf('/')))
  const known = Object.hasOwn(erpNames, place) ? erpNames[place] : undefined
  return translator.text(`report/rotation/login/${kind}`, { name: visibleText(name), place: visibleText(known ?? place) })
}
