import { describe, expect, it } from 'vitest'

import { chooseLogin, chooseLogins, typedName } from '#electron/core/rotation/choose-logins.ts'
import type { KnownLogin } from '#electron/core/rotation/rehearsal-logins.ts'

const windows: KnownLogin = { key: 'windows:ERP01\\sync', kind: 'windows', name: 'ERP01\\sync' }
const sql: KnownLogin = { key: 'sql-server:ERP01\\SAGE/sync', kind: 'sql-server', name: 'sync' }
const otherSql: KnownLogin = { key: 'sql-server:ERP01\\TEST/sync', kind: 'sql-server', name: 'sync' }
const erp: KnownLogin = { key: 'erp:sage-100/web', kind: 'erp', name: 'web' }
const logins = [windows, sql, erp]

describe('chooseLogin', () => {
  it.each([
    ['its key', 'windows:ERP01\\sync', windows],
    ['its name with its server', 'erp01\\SYNC', windows],
    ['its kind and bare name', 'windows:sync', windows],
    ['the short word for SQL Server', 'sql:sync', sql],
    ['the long word for SQL Server', 'sql-server:sync', sql],
    ['the key of a login of SQL Server', 'sql-server:ERP01\\SAGE/sync', sql],
    ['a bare name that no other login has', ' web ', erp],
  ])('knows a login by %s', (_by, given, login) => {
    expect(chooseLogin(given, logins)).toEqual({ ok: true, value: login })
  })

  it('refuses a bare name of two logins, and says how to write each', () => {
    const refusal = { reason: 'ambiguous', given: 'sync', known: ['windows:ERP01\\sync', 'sql:sync'] }
    expect(chooseLogin('sync', logins)).toEqual({ ok: false, refusal })
  })

  it('tells logins of two instances apart by their keys', () => {
    const chosen = chooseLogin('sql:sync', [sql, otherSql])
    expect(chosen).toMatchObject({ ok: false, refusal: { reason: 'ambiguous', known: [sql.key, otherSql.key] } })
  })

  it('refuses a name that nobody has with those that there are', () => {
    const refusal = { reason: 'unknown', given: 'sinc', known: logins.map(typedName) }
    expect(chooseLogin('sinc', logins)).toEqual({ ok: false, refusal })
  })
})

describe('chooseLogins', () => {
  it('takes all where none is named', () => {
    expect(chooseLogins([], logins)).toEqual({ ok: true, value: logins })
  })

  it('takes each once, in the order in which they are known', () => {
    expect(chooseLogins(['web', 'windows:sync', 'erp:web'], logins)).toEqual({ ok: true, value: [windows, erp] })
  })

  it('refuses all for one that is unknown', () => {
    expect(chooseLogins(['web', 'nobody'], logins)).toMatchObject({ ok: false, refusal: { given: 'nobody' } })
  })
})
