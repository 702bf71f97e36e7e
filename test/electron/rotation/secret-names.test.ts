import { describe, expect, it } from 'vitest'

import { secretNamed } from '#electron/rotation/secret-names.ts'

describe('secret-names', () => {
  it.each([
    'password',
    'Password',
    'newPassword',
    'old_password',
    'sqlPasswordText',
    'PASSWORD',
    'userpassword',
    'passwords',
    'passphrase',
    'pwd',
    'dbPwd',
    'secret',
    'clientSecret',
    'token',
    'accessToken',
    'access-token',
    'apiKey',
    'APIKey',
    'apikey',
    'private_key',
    'credential',
    'Kennwort',
    'neuesKennwort',
    'passwort',
    'pin',
  ])('refuses a text under %s', (key) => {
    expect(secretNamed({ [key]: 'hunter2' })).toBe(`/${key}`)
  })

  it.each([
    { name: 'in a list', value: { passwords: ['a'] }, path: '/passwords' },
    { name: 'in a list of lists', value: { passwords: [['a']] }, path: '/passwords' },
    { name: 'deep inside', value: { steps: [{ a: 1 }, { login: { password: 'x' } }] }, path: '/steps/1/login/password' },
    { name: 'that is empty', value: { password: '' }, path: '/password' },
  ])('finds a text $name', ({ value, path }) => {
    expect(secretNamed(value)).toBe(path)
  })

  it.each([
    { name: 'when a password was changed', value: { passwordChangedAt: '2026-11-20T10:00:00Z' } },
    { name: 'how long it is', value: { passwordLength: 25 } },
    { name: 'that it is there', value: { hasPassword: true, password: null } },
    {
      name: 'what is known of it',
      value: { passwordGrade: 'best', secretHeldBy: 'person', tokenKind: 'primary', passwordStoredIn: 'keychain' },
    },
    { name: 'a login that is named so', value: { 'windows:ERP01\\token': 'changed', 'sql-server:ERP01/password': 'x' } },
    {
      name: 'words that only begin alike',
      value: { passed: 'yes', pinned: 'no', tokenizer: 'x', keyboard: 'x', compass: 'north', spin: 'x' },
    },
    { name: 'a text that speaks of one', value: { note: 'the password was typed' } },
    { name: 'no object', value: 'password' },
  ])('lets pass $name', ({ value }) => {
    expect(secretNamed(value)).toBeNull()
  })
})
