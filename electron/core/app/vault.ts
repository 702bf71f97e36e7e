import type { Language, StoredPassword, VaultProblemLines } from '#shared/contract/index.ts'
import { visibleText } from '#shared/visible-text.ts'
import type { VaultProblem } from '../../vault/problem.ts'
import type { StoredGeneration } from '../../vault/register.ts'
import type { App } from './app.ts'
import type { Implementer } from './implementer.ts'
import type { RotationDesk } from './rotation-runs.ts'

/** Stored passwords, by names and times. SECURITY: no procedure gives a password. */
export function vaultProcedures(os: Implementer, app: App, rotations: RotationDesk) {
  return {
    list: os.vault.list.handler(async ({ input }) => {
      const vault = await app.ports.vault()
      // A change that goes on, or was interrupted, may still need what its journal names.
      const spared = await rotations.entriesInUse()
      const expired = spared === null ? null : await vault.expire(spared)
      const listed = expired?.ok === false ? expired : await vault.list()
      if (!listed.ok) return problemLines(app, listed.problem, input.language)
      const { generations, unreadable } = listed.value
      const passwords = generations.map(view).toSorted(byLogin)
      return { kind: 'stored' as const, storedIn: vault.storedIn, passwords, unreadable: unreadable.length }
    }),
    remove: os.vault.remove.handler(async ({ input }) => {
      const vault = await app.ports.vault()
      const listed = await vault.list()
      if (!listed.ok) return problemLines(app, listed.problem, input.language)
      const seen = listed.value.generations.find(({ generation }) => generation === input.generation)
      if (seen?.state !== input.state) return { kind: 'changed' as const }
      const removed = await vault.discard(input.generation)
      return removed.ok ? { kind: 'removed' as const } : problemLines(app, removed.problem, input.language)
    }),
  }
}

/** What is wrong with the keychain and what to do, in the language of the call. */
export function problemLines(app: App, { kind, ...params }: VaultProblem, language: Language): VaultProblemLines {
  const visible = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, visibleText(value)]))
  const say = (part: 'problem' | 'next'): string => app.say(language).text(`vault/${part}/${kind}`, visible)
  return { kind: 'problem', line: say('problem'), next: say('next') }
}

/** A login's key begins with its kind; what does not is shown as it stands. */
const LOGIN_KEY = /^(windows|sql-server|erp):(.+)$/s

function view({ generation, server, login, state, storedAt, keepUntil }: StoredGeneration): StoredPassword {
  const [, kind = null, name = login] = LOGIN_KEY.exec(login) ?? []
  const isKnown = kind === 'windows' || kind === 'sql-server' || kind === 'erp'
  return { generation, server: visibleText(server), kind: isKnown ? kind : null, login: visibleText(name), state, storedAt, keepUntil }
}

const ORDER: Readonly<Record<StoredPassword['state'], number>> = { current: 0, next: 1, previous: 2, unfinished: 3 }

/** By server and login; of one login, what is in use comes first. */
function byLogin(one: StoredPassword, other: StoredPassword): number {
  const names = (each: StoredPassword): string => `${each.server}\n${each.kind ?? ''}\n${each.login}`
  return names(one).localeCompare(names(other), 'en') || ORDER[one.state] - ORDER[other.state]
}
