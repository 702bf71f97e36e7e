import type { Language } from '#shared/contract/index.ts'
import { visibleText } from '#shared/visible-text.ts'
import { connectProblemKinds } from '../../sql/connect-problem.ts'
import type { SqlSignIn } from '../../sql/sign-in.ts'
import { rightsOn } from '../rotation/sql-administrators.ts'
import type { TypedSignIn } from '../rotation/type-twice.ts'
import type { App } from './app.ts'
import { AppFailure, found } from './failure.ts'
import { questionsOf, whyOnlyRehearsal } from './prepare-rotation.ts'

interface Wanted {
  readonly id: string
  readonly instance: string
  readonly language: Language
}

interface Came {
  readonly done: boolean
  readonly line: string
}

/**
 * A person signs in to SQL Server as somebody who may change its logins, where whoever runs this may not.
 *
 * It counts for this program as long as it lives, and only once SQL Server has said that the rights are there.
 */
export async function signInToSql(app: App, { id, instance, language }: Wanted): Promise<Came> {
  const stored = found(await app.cases.read(id))
  const { askPassword, readServer } = app.ports
  const questions = await questionsOf(app, stored)
  const isKnown = questions.sqlServers.some((known) => known.instance === instance)
  const isPossible = isKnown && askPassword !== null && readServer !== null && (await whyOnlyRehearsal(app, stored)) === null
  if (!isPossible) throw new AppFailure('REFUSED', 'rotation/refused/only-rehearsal')
  const { text } = app.say(language)
  const names = { instance: visibleText(instance) }
  let typed: TypedSignIn | null
  try {
    typed = await askPassword({ title: text('type-password/title'), line: text('type-password/sql', names), user: null })
  } catch (error) {
    app.ports.core.noteFault({ command: 'rotation', error })
    return { done: false, line: text('rotation-code/held-not-possible') }
  }
  if (typed === null) return { done: false, line: text('rotation/sql-signed-in/cancelled') }
  app.sqlAdministrators.set(instance, signInOf(typed))
  const { sqlServers = [] } = await readServer(await questionsOf(app, stored))
  const rights = sqlServers.find((reading) => reading.instance === instance)?.rights
  const key = rightsOn(rights)
  if (key !== 'done') app.sqlAdministrators.forget(instance)
  const kind = rights?.status === 'failed' ? connectProblemKinds.find((each) => each === rights.reason) : undefined
  const problem = kind === undefined ? '' : text(`sql-problem/${kind}`)
  return { done: key === 'done', line: text(`rotation/sql-signed-in/${key}`, { ...names, user: visibleText(typed.user), problem }) }
}

/** `DOMAIN\user` is a Windows account, anything else a login of SQL Server itself. */
function signInOf({ user, password }: TypedSignIn): SqlSignIn {
  const [domain, account] = user.split('\\', 2)
  return domain !== undefined && account !== undefined
    ? { kind: 'windows-account', domain, user: account, password }
    : { kind: 'sql-login', login: user, password }
}
