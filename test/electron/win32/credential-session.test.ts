import { describe, expect, it } from 'vitest'

import { createCredentialSession } from '#electron/win32/credential-session.ts'
import { standIn } from './stand-in.ts'

/** Answers with what each type of credential would be kept for. */
function sessionOf(persistence: readonly number[] | null) {
  const windows = standIn(() => ({
    'advapi32.dll': {
      CredGetSessionTypes: (types, answer) => {
        if (persistence === null || types !== 7) return 0
        for (const [type, kept] of persistence.entries()) (answer as Buffer).writeUInt32LE(kept, type * 4)
        return 1
      },
    },
  }))
  return { windows, session: createCredentialSession(windows.native) }
}

describe('credential session', () => {
  it.each([
    { kept: 0, persistence: 'none' },
    { kept: 1, persistence: 'session' },
    { kept: 2, persistence: 'machine' },
    { kept: 3, persistence: 'enterprise' },
    { kept: 4, persistence: 'none' },
  ])('tells how long a generic credential is kept ($persistence for $kept)', ({ kept, persistence }) => {
    expect(sessionOf([9, kept, 9, 9, 9, 9, 9]).session.genericPersistence()).toEqual({ ok: true, value: persistence })
  })

  it('fails with the code of Windows', () => {
    const { windows, session } = sessionOf(null)
    windows.setLastError(1312)
    expect(session.genericPersistence()).toEqual({ ok: false, failure: { function: 'CredGetSessionTypes', code: 1312 } })
  })
})
