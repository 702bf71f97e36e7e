import type { NamedUse, Reading } from '#shared/rotation/preflight/readings.ts'
import type { Registry, RegistryKey } from '../../win32/registry.ts'
import { describeFailure, errorCodes, type Win32Failure, type Win32Result } from '../../win32/result.ts'
import { read, unread } from './reading.ts'

const PROFILES = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'

/** Profiles of people and services that have a name and a password. */
const OF_AN_ACCOUNT = /^S-1-5-21-[\d-]+$/

/**
 * Drives that were mapped with the name of another account.
 *
 * Source: `HKEY_USERS\<SID>\Network\<letter>`, value `UserName`. The settings of whoever is not signed in are not loaded: those profiles
 * are gaps, because nobody can tell what they map.
 */
export function readMappedDrives(registry: Registry): Reading<readonly NamedUse[]> {
  const gaps: string[] = []
  const loaded = namesIn(registry, 'HKEY_USERS', '')
  if (!loaded.ok) return unread(loaded.failure)
  const profiles = namesIn(registry, 'HKEY_LOCAL_MACHINE', PROFILES)
  if (!profiles.ok) gaps.push(describeFailure(profiles.failure))
  const users = loaded.value.filter((name) => OF_AN_ACCOUNT.test(name))
  const closed = (profiles.ok ? profiles.value : []).filter((sid) => OF_AN_ACCOUNT.test(sid) && !users.includes(sid))
  if (closed.length > 0) gaps.push(`drives of profiles that are not loaded are not known: ${closed.length}`)
  const note = (failure: Win32Failure): void => {
    gaps.push(describeFailure(failure))
  }
  const uses = users.flatMap((sid) => drivesOf(registry, sid, note))
  return read(uses, gaps)
}

function namesIn(registry: Registry, root: 'HKEY_USERS' | 'HKEY_LOCAL_MACHINE', path: string): Win32Result<readonly string[]> {
  const listed = registry.key({ root, path, view: '64-bit' }, (key) => key.subkeyNames())
  return listed.ok ? listed.value : listed
}

function drivesOf(registry: Registry, sid: string, note: (failure: Win32Failure) => void): readonly NamedUse[] {
  const opened = registry.key({ root: 'HKEY_USERS', path: `${sid}\\Network`, view: '64-bit' }, (network) => {
    const letters = network.subkeyNames()
    if (!letters.ok) note(letters.failure)
    return (letters.ok ? letters.value : []).flatMap((letter) => driveOf(network, letter, sid, note))
  })
  if (opened.ok) return opened.value
  // Without mapped drives there is no such key.
  if (opened.failure.code !== errorCodes.fileNotFound) note(opened.failure)
  return []
}

function driveOf(network: RegistryKey, letter: string, sid: string, note: (failure: Win32Failure) => void): readonly NamedUse[] {
  const opened = network.subkey(letter, (drive) => drive.value('UserName'))
  const answer = opened.ok ? opened.value : opened
  if (!answer.ok) {
    note(answer.failure)
    return []
  }
  // A number stands there where the drive was mapped as whoever is signed in.
  const account = answer.value?.kind === 'text' ? answer.value.text.trim() : ''
  return account === '' ? [] : [{ kind: 'mapped-drive', name: `${letter}: (${sid})`, account }]
}
