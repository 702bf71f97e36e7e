import { describe, expect, it } from 'vitest'

import { holderAccountOf } from '#electron/rotation/server/login-hands.ts'
import type { PlannedHolder } from '#shared/rotation/plan.ts'
import { windowsLogin } from '../../../support/rotation-plans.ts'

const newUser = { kind: 'new-user', newKey: 'windows:ERP01\\svc-sync', newName: 'svc-sync', rights: [] } as const
const service = (account?: string): PlannedHolder => ({
  ...{ key: 'service:WSPSync', kind: 'service', name: 'WSPSync' },
  ...(account === undefined ? {} : { account }),
})

describe('account of a holder', () => {
  it.each([
    { name: 'a new password', change: {}, generation: 1, account: '.\\ErpSync' },
    { name: 'the old password again', change: {}, generation: 0, account: '.\\ErpSync' },
    { name: 'a new user', change: { change: newUser }, generation: 1, account: 'ERP01\\svc-sync' },
    { name: 'another password of the new user', change: { change: newUser }, generation: 2, account: 'ERP01\\svc-sync' },
    { name: 'the old user again', change: { change: newUser }, generation: 0, account: '.\\ErpSync' },
  ])('is spelled as it was read wherever it is the one of before: $name', ({ change, generation, account }) => {
    expect(holderAccountOf(windowsLogin(change), service('.\\ErpSync'), generation)).toBe(account)
  })

  it('is that of the login where nobody knows how it was spelled', () => {
    expect(holderAccountOf(windowsLogin({ change: newUser }), service(), 0)).toBe('ERP01\\erpsync')
  })
})
