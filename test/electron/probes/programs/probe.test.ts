import { describe, expect, it } from 'vitest'

import { programsProbe } from '#electron/probes/programs/probe.ts'
import { succeeded } from '#electron/win32/result.ts'
import { contextOf, number, registryOf, type StandInKey, type StandInRegistry, text, windowsOf } from '../stand-in-windows.ts'

const UNINSTALL = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'
const NATIVE = `64-bit HKEY_LOCAL_MACHINE\\${UNINSTALL}`
const WOW = `32-bit HKEY_LOCAL_MACHINE\\${UNINSTALL}`
const USERS = '64-bit HKEY_USERS'
const SID = 'S-1-5-21-1-2-3-1001'
const HIVE = `${USERS}\\${SID}\\${UNINSTALL}`

const ACME: StandInKey = {
  values: {
    DisplayName: text('Acme Süite'),
    Publisher: text('Acme GmbH'),
    DisplayVersion: text('4.8.0'),
    InstallDate: text('20240301'),
    InstallLocation: text('"%ProgramFiles%\\Acme"', true),
    UninstallString: text('"C:\\Acme\\un.exe" /S'),
  },
}

const FACT = {
  name: 'Acme Süite',
  publisher: 'Acme GmbH',
  version: '4.8.0',
  installedOn: '2024-03-01',
  location: 'C:\\Program Files\\Acme',
  uninstallCommand: '"C:\\Acme\\un.exe" /S',
  scope: 'machine',
}

function read(keys: StandInRegistry, userName: string | null = 'ERP01\\jürgen') {
  const accounts = { sidOf: () => succeeded(null), nameOf: () => succeeded(userName) }
  const windows = windowsOf({ registry: registryOf({ [NATIVE]: {}, [WOW]: {}, [USERS]: {}, ...keys }), accounts })
  return programsProbe.read(contextOf(windows, { environment: { ProgramFiles: 'C:\\Program Files' } }))
}

function readEntry(values: StandInKey['values']) {
  return read({ [NATIVE]: { subkeys: { Entry: { values: { DisplayName: text('Entry'), ...values } } } } })
}

describe('programs', () => {
  it('reads both views of the machine', () => {
    const named = (name: string): StandInKey => ({ values: { ...ACME.values, DisplayName: text(name) } })
    const reading = read({ [NATIVE]: { subkeys: { A: named('A'), B: named('B') } }, [WOW]: { subkeys: { A: named('A 32') } } })
    expect(reading).toEqual({
      status: 'ok',
      facts: {
        programs: [
          { ...FACT, name: 'A' },
          { ...FACT, name: 'B' },
          { ...FACT, name: 'A 32' },
        ],
      },
    })
  })

  it.each([
    { name: 'by its name', userName: 'ERP01\\jürgen', user: 'ERP01\\jürgen' },
    { name: 'by its SID where it has no name', userName: null, user: SID },
  ])('reads the hive of a user $name, and expands nothing of theirs', ({ userName, user }) => {
    const reading = read({ [USERS]: { subkeys: { [SID]: {} } }, [HIVE]: { subkeys: { Acme: ACME } } }, userName)
    expect(reading).toEqual({ status: 'ok', facts: { programs: [{ ...FACT, scope: 'user', user, location: '%ProgramFiles%\\Acme' }] } })
  })

  it('reads each user once', () => {
    const hives = { [SID]: {}, [`${SID}_Classes`]: {}, '.DEFAULT': {} }
    const everywhere = Object.keys(hives).map((name) => [`${USERS}\\${name}\\${UNINSTALL}`, { subkeys: { Acme: ACME } }] as const)
    expect(read({ [USERS]: { subkeys: hives }, ...Object.fromEntries(everywhere) })).toMatchObject({ facts: { programs: { length: 1 } } })
  })

  it.each([
    { name: 'has no name', values: { DisplayName: text('  ') } },
    { name: 'has a name that is no text', values: { DisplayName: number(1) } },
    { name: 'is a part of another', values: { ParentKeyName: text('Office') } },
  ])('leaves out an entry that $name', ({ values }) => {
    expect(readEntry(values)).toEqual({ status: 'ok', facts: { programs: [] } })
  })

  it.each([
    { name: 'a number', mark: number(1) },
    { name: 'text', mark: text('1') },
  ])('counts what Windows hides (mark as $name)', ({ mark }) => {
    expect(readEntry({ SystemComponent: mark })).toEqual({
      status: 'ok',
      facts: { programs: [] },
      notes: ['1 of the installed programs of the machine are left out: Windows hides them (SystemComponent)'],
    })
  })

  it('shows an entry whose mark is zero', () => {
    expect(readEntry({ SystemComponent: number(0) })).toMatchObject({ facts: { programs: { length: 1 } } })
  })

  it('fills what an installer did not write', () => {
    expect(readEntry({})).toEqual({
      status: 'ok',
      facts: {
        programs: [
          { name: 'Entry', publisher: '', version: '', installedOn: null, location: null, uninstallCommand: null, scope: 'machine' },
        ],
      },
    })
  })

  it('masks a credential in the uninstall command and says so', () => {
    expect(readEntry({ UninstallString: text('un.exe /password=hunter2') })).toMatchObject({
      facts: { programs: [{ uninstallCommand: 'un.exe /password=***' }] },
      notes: ['the uninstall command of Entry holds what looks like a credential: masked'],
    })
  })

  it.each([
    { name: 'the 64-bit view', keys: { [NATIVE]: 5 }, status: 'denied' },
    { name: 'the 64-bit view because it is not there', keys: { [NATIVE]: 2 }, status: 'failed' },
    { name: 'the 32-bit view', keys: { [WOW]: 5 }, status: 'denied' },
    { name: 'the list of the 64-bit view', keys: { [NATIVE]: { listing: 1450 } }, status: 'failed' },
    { name: 'the list of the 32-bit view', keys: { [WOW]: { listing: 2 } }, status: 'failed' },
  ])('has no facts where $name cannot be read', ({ keys, status }) => {
    expect(read(keys)).toMatchObject({ status })
  })

  it('reads a Windows without 32-bit programs', () => {
    expect(read({ [WOW]: 2, [NATIVE]: { subkeys: { Acme: ACME } } })).toEqual({ status: 'ok', facts: { programs: [FACT] } })
  })

  it.each([
    { name: 'the list of users', keys: { [USERS]: 5 } },
    { name: 'the hive of a user', keys: { [USERS]: { subkeys: { [SID]: {} } }, [HIVE]: 5 } },
    { name: 'the programs of a user', keys: { [USERS]: { subkeys: { [SID]: {} } }, [HIVE]: { listing: 5 } } },
    { name: 'an entry', keys: { [NATIVE]: { subkeys: { Acme: ACME, Closed: 5 } } } },
    { name: 'a value', keys: { [NATIVE]: { subkeys: { Acme: ACME, Closed: { values: { DisplayName: text('x'), Publisher: 5 } } } } } },
  ])('keeps the rest and is incomplete where $name refuses', ({ keys }) => {
    const reading = read({ [NATIVE]: { subkeys: { Acme: ACME } }, ...keys })
    expect(reading).toMatchObject({ status: 'ok', incomplete: true, facts: { programs: [FACT] }, notes: { length: 1 } })
  })

  it('passes over users without programs and entries that were removed meanwhile', () => {
    const reading = read({ [USERS]: { subkeys: { [SID]: {} } }, [NATIVE]: { subkeys: { Gone: 2, Acme: ACME } } })
    expect(reading).toEqual({ status: 'ok', facts: { programs: [FACT] } })
  })
})
