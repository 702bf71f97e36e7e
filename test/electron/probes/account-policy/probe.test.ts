import { describe, expect, it } from 'vitest'

import { accountPolicyProbe } from '#electron/probes/account-policy/probe.ts'
import type { AccountModals } from '#electron/win32/account-modals.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import { contextOf, windowsOf } from '../stand-in-windows.ts'

function read(parts: Partial<AccountModals> = {}) {
  const windows = windowsOf()
  const accountModals = { ...windows.accountModals, ...parts }
  return accountPolicyProbe.read(contextOf({ ...windows, accountModals }))
}

const FACTS = {
  minPasswordLength: 14,
  minPasswordAgeDays: 1,
  passwordHistory: 24,
  maxPasswordAgeDays: 42,
  lockoutThreshold: 10,
  lockoutMinutes: 15,
}

describe('account-policy', () => {
  it('reads the policy in days and minutes', () => {
    expect(read()).toEqual({ status: 'ok', facts: FACTS })
  })

  it('keeps "never" apart from zero', () => {
    const passwords = () => succeeded({ minLength: 0, maxAgeSeconds: null, minAgeSeconds: 0, history: 0 })
    const lockout = () => succeeded({ threshold: 0, durationSeconds: null })
    expect(read({ passwords, lockout })).toMatchObject({
      facts: { minPasswordLength: 0, minPasswordAgeDays: 0, maxPasswordAgeDays: null, lockoutThreshold: 0, lockoutMinutes: null },
    })
  })

  it.each([
    { name: 'passwords', code: 5, status: 'denied' },
    { name: 'passwords', code: 124, status: 'unsupported' },
    { name: 'lockout', code: 1722, status: 'failed' },
    { name: 'lockout', code: 2140, status: 'failed' },
  ] as const)('is $status where the rules of $name refuse with $code, and never a policy of zeros', ({ name, code, status }) => {
    expect(read({ [name]: () => refused('NetUserModalsGet', code) })).toEqual({
      status,
      reason: `NetUserModalsGet ended with error ${code}`,
    })
  })
})
