import { describe, expect, it } from 'vitest'

import { readServiceConfiguration } from '#electron/probes/service-configuration.ts'
import { refused, succeeded } from '#electron/win32/result.ts'
import type { OpenServiceManager, ServiceConfiguration } from '#electron/win32/service-manager.ts'
import { number, registryOf, type StandInKey, text } from './stand-in-windows.ts'

const KEY = '64-bit HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Acme Sync'
const STORED = {
  Start: number(2),
  ImagePath: text('"C:\\Acme\\sync.exe" -k'),
  ObjectName: text('.\\svc_sync'),
  DelayedAutostart: number(1),
}
const CONFIGURATION: ServiceConfiguration = {
  startMode: 'auto',
  imagePath: '"C:\\Acme\\sync.exe" -k',
  account: '.\\svc_sync',
  delayedStart: true,
}
const OF_MANAGER: ServiceConfiguration = { startMode: 'manual', imagePath: 'C:\\Other.exe', account: 'LocalSystem' }

function read(key: StandInKey | number, answer: ReturnType<OpenServiceManager['configuration']> = succeeded(OF_MANAGER)) {
  const asked: string[] = []
  const manager: OpenServiceManager = {
    list: () => refused('EnumServicesStatusExW', 5),
    configuration: (name) => {
      asked.push(name)
      return answer
    },
  }
  return { result: readServiceConfiguration(registryOf({ [KEY]: key }), manager, 'Acme Sync'), asked }
}

describe('service-configuration', () => {
  it.each<{ name: string; values: NonNullable<StandInKey['values']>; expected: ServiceConfiguration }>([
    { name: 'of a delayed start', values: STORED, expected: CONFIGURATION },
    {
      name: 'of a start that is not delayed',
      values: { ...STORED, DelayedAutostart: number(0) },
      expected: { ...CONFIGURATION, delayedStart: false },
    },
    {
      name: 'of a start of which nothing is said',
      values: { Start: STORED.Start, ImagePath: STORED.ImagePath, ObjectName: STORED.ObjectName },
      expected: { ...CONFIGURATION, delayedStart: false },
    },
    {
      name: 'of a start by hand, which is never delayed',
      values: { ...STORED, Start: number(3) },
      expected: { startMode: 'manual', imagePath: CONFIGURATION.imagePath, account: CONFIGURATION.account },
    },
    {
      name: 'of a disabled service',
      values: { ...STORED, Start: number(4), DelayedAutostart: 5 },
      expected: { startMode: 'disabled', imagePath: CONFIGURATION.imagePath, account: CONFIGURATION.account },
    },
    {
      name: 'with a variable in its path',
      values: { ...STORED, ImagePath: text('%SystemRoot%\\sync.exe', true) },
      expected: { ...CONFIGURATION, imagePath: '%SystemRoot%\\sync.exe' },
    },
  ])('is that of the key, and the service control manager is left alone: $name', ({ values, expected }) => {
    expect(read({ values })).toEqual({ result: { ok: true, value: expected }, asked: [] })
  })

  const { ObjectName: _account, ...nobody } = STORED
  const { ImagePath: _path, ...nowhere } = STORED
  const incomplete: readonly { readonly name: string; readonly key: StandInKey | number }[] = [
    { name: 'is not there', key: 2 },
    { name: 'may not be read', key: 5 },
    { name: 'names no account, as for a person’s session', key: { values: nobody } },
    { name: 'has an empty account', key: { values: { ...STORED, ObjectName: text('') } } },
    { name: 'has an account of another type', key: { values: { ...STORED, ObjectName: number(1) } } },
    { name: 'refuses the account', key: { values: { ...STORED, ObjectName: 5 } } },
    { name: 'names no program', key: { values: nowhere } },
    { name: 'has a program of another type', key: { values: { ...STORED, ImagePath: { kind: 'texts', texts: ['a'] } } } },
    { name: 'has a start that does not exist', key: { values: { ...STORED, Start: number(5) } } },
    { name: 'has a start of another type', key: { values: { ...STORED, Start: text('2') } } },
    { name: 'refuses the delay', key: { values: { ...STORED, DelayedAutostart: 5 } } },
  ]
  it.each(incomplete)('is that of the service control manager where the key $name', ({ key }) => {
    expect(read(key)).toEqual({ result: { ok: true, value: OF_MANAGER }, asked: ['Acme Sync'] })
  })

  it.each(incomplete)('is not known where the service control manager refuses too and the key $name', ({ key }) => {
    const refusal = refused('OpenServiceW', 5, { subject: 'Acme Sync' })
    expect(read(key, refusal).result).toEqual(refusal)
  })
})
