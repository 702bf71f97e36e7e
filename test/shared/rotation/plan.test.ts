import { describe, expect, it } from 'vitest'
import { rotationPlanSchema } from '#shared/rotation/plan.ts'
import { erpLogin, rotationPlan, sqlLogin, windowsLogin } from '../../support/rotation-plans.ts'

const plan = rotationPlan()
const reset = { kind: 'new-password', how: 'reset' } as const
const changed = { kind: 'new-password', how: 'change' } as const

describe('rotationPlanSchema', () => {
  it('takes a plan and gives it back', () => {
    expect(rotationPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it.each<readonly [string, object, string]>([
    ['a field that it does not know, such as a password', { password: 'x' }, 'Unrecognized key'],
    ['another version', { schema: 'erp-sync-checkup/rotation-plan@2' }, 'rotation-plan@1'],
    ['no login', { logins: [] }, 'Too small'],
    ['a login twice', { logins: [sqlLogin(), sqlLogin()] }, 'each login once'],
    [
      'a login that becomes one that changes too',
      {
        logins: [
          sqlLogin(),
          sqlLogin({ key: 'sql-server:a', change: { kind: 'new-user', newKey: sqlLogin().key, newName: 'a', rights: [] } }),
        ],
      },
      'each login once',
    ],
    ['a key of another kind', { logins: [sqlLogin({ key: 'windows:ERP01\\a' })] }, 'begins with sql-server:'],
    [
      'a new key of another kind',
      { logins: [sqlLogin({ change: { kind: 'new-user', newKey: 'erp:a', newName: 'a', rights: [] } })] },
      'new key that begins',
    ],
    [
      'a Windows login that is neither local nor of a domain',
      { logins: [(({ account: _account, ...rest }) => rest)(windowsLogin())] },
      'local or domain',
    ],
    ['an SQL login of a domain', { logins: [sqlLogin({ account: 'domain' })] }, 'local or domain'],
    ['an ERP login that the app changes', { logins: [erpLogin({ changedBy: 'app' })] }, 'a person for a login of the ERP'],
    ['a domain account that the app changes', { logins: [windowsLogin({ account: 'domain' })] }, 'a person for a domain account'],
    ['a change without the old password', { logins: [windowsLogin({ oldPasswordKnown: false, change: changed })] }, 'a reset'],
    ['a holder twice', { logins: [sqlLogin({ holders: [...sqlLogin().holders, ...sqlLogin().holders] })] }, 'each holder once'],
    [
      "a service that is not the sync tool's",
      { logins: [sqlLogin({ holders: [{ key: 'a', kind: 'service', name: 'Spooler' }] })] },
      'own services',
    ],
    [
      'an account of something that is no service',
      { logins: [sqlLogin({ holders: [{ key: 'a', kind: 'by-hand', name: 'reports', account: 'ERP01\\erpsync' }] })] },
      'account of services alone',
    ],
    ['an order that forgets a service', { stopOrder: ['WSPSync'] }, 'each service of the plan once'],
    ['an order with a stranger', { startOrder: ['WSPSync', 'Spooler'] }, 'each service of the plan once'],
    ['a service twice', { services: [...plan.services, ...plan.services] }, 'each service once'],
  ])('refuses %s', (_name, changes, message) => {
    const result = rotationPlanSchema.safeParse({ ...plan, ...changes })
    expect(result.success).toBe(false)
    expect(result.error?.issues.map((issue) => issue.message).join('; ')).toContain(message)
  })

  it('takes a reset where the old password is unknown', () => {
    expect(() => rotationPlan({ logins: [windowsLogin({ oldPasswordKnown: false, change: reset })] })).not.toThrow()
  })
})
