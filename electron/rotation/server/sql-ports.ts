import { connect } from '../../sql/connect.ts'
import { connectInside, connectOdbc } from '../../sql/odbc-session.ts'
import type { SqlServerAddress } from '../../sql/server-name.ts'
import type { SqlConnected } from '../../sql/session.ts'
import type { SqlSignIn } from '../../sql/sign-in.ts'
import type { SqlLimits } from '../../sql/tedious-session.ts'
import type { Odbc } from '../../win32/odbc.ts'
import type { SqlPorts } from './sql-acts.ts'

export interface SqlPlaces {
  readonly odbc: Odbc
  /** null: no instance has this name */
  readonly addressOf: (instance: string) => SqlServerAddress | null
  /** who may change logins; a password in it lives as long as the change */
  readonly administratorOf: (instance: string) => SqlSignIn
  /** A person decided to take whatever certificate the server has. */
  readonly trustCertificate: boolean
  readonly now: () => Date
  readonly run: string
  readonly limits?: Partial<SqlLimits>
}

/** Real sessions: inside of this machine where that is possible, else over an encrypted connection. */
export function createSqlPorts({ odbc, addressOf, administratorOf, trustCertificate, now, run, limits }: SqlPlaces): SqlPorts {
  const signInAs = async (instance: string, signIn: SqlSignIn): Promise<SqlConnected> => {
    const address = addressOf(instance)
    if (address === null) return { ok: false, problem: { kind: 'no-such-instance' } }
    return await connect(address, {
      signIn,
      trustCertificate,
      integrated: (place, trust) => connectOdbc(odbc, place, trust),
      inside: (place, login) => connectInside(odbc, place, login),
      ...(limits === undefined ? {} : { limits }),
    })
  }
  return {
    open: (instance) => signInAs(instance, administratorOf(instance)),
    openAs: (instance, login, password) => signInAs(instance, { kind: 'sql-login', login, password }),
    now,
    run,
  }
}
