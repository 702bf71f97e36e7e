import { describe, expect, it } from 'vitest'

import { lastChangeOf, registryChanges } from '#electron/policy/registry-changes.ts'
import { parseRegistryPolicy } from '#electron/policy/registry-pol.ts'
import { encodeRegistryPolicy, numberEntry, textEntry, type WrittenEntry } from './encode-registry-policy.ts'

const KEY = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'
const NAME = 'fDenyTSConnections'
const EMPTY = { type: 0, data: new Uint8Array(0) }

function changes(...written: readonly WrittenEntry[]) {
  const parsed = parseRegistryPolicy(encodeRegistryPolicy(written))
  return registryChanges(parsed.kind === 'read' ? parsed.entries : [])
}

describe('registry changes', () => {
  it.each([
    { name: 'a value', entry: numberEntry(KEY, NAME, 0), expected: [{ kind: 'set', key: KEY, name: NAME, type: 4 }] },
    { name: 'the value without a name', entry: textEntry(KEY, '', 'x'), expected: [{ kind: 'set', key: KEY, name: '' }] },
    { name: 'a key alone', entry: { key: KEY, valueName: '', ...EMPTY }, expected: [{ kind: 'create-key', key: KEY }] },
    { name: '**del.', entry: textEntry(KEY, `**del.${NAME}`, ' '), expected: [{ kind: 'delete-value', key: KEY, name: NAME }] },
    { name: '**Del.', entry: textEntry(KEY, `**Del.${NAME}`, ' '), expected: [{ kind: 'delete-value', key: KEY, name: NAME }] },
    { name: '**delvals.', entry: textEntry(KEY, '**delvals.', ' '), expected: [{ kind: 'delete-values', key: KEY }] },
    { name: '**DelVals', entry: textEntry(KEY, '**DelVals', ' '), expected: [{ kind: 'delete-values', key: KEY }] },
    {
      name: '**DeleteValues',
      entry: textEntry(KEY, '**DeleteValues', 'NoRun; NoFind;'),
      expected: [
        { kind: 'delete-value', key: KEY, name: 'NoRun' },
        { kind: 'delete-value', key: KEY, name: 'NoFind' },
      ],
    },
    {
      name: '**DeleteKeys',
      entry: textEntry('SOFTWARE\\Policies', '**DeleteKeys', 'Acme;Größe'),
      expected: [
        { kind: 'delete-key', key: 'SOFTWARE\\Policies\\Acme' },
        { kind: 'delete-key', key: 'SOFTWARE\\Policies\\Größe' },
      ],
    },
    { name: '**soft.', entry: numberEntry(KEY, `**soft.${NAME}`, 1), expected: [{ kind: 'suggest', key: KEY, name: NAME }] },
    { name: '**SecureKey', entry: numberEntry(KEY, '**SecureKey', 1), expected: [] },
    { name: '**Comment:', entry: textEntry(KEY, '**Comment:GPO Name: Server', ''), expected: [] },
    { name: 'a directive that nobody knows', entry: numberEntry(KEY, '**later.X', 1), expected: [] },
    { name: 'a value of a key that is a directive', entry: numberEntry('SOFTWARE\\**later.Acme', NAME, 1), expected: [] },
  ])('understands $name', ({ entry, expected }) => {
    const found = changes(entry)
    expect(found).toHaveLength(expected.length)
    expect(found).toMatchObject(expected)
  })

  it.each([
    { name: 'sets it', entries: [numberEntry(KEY, NAME, 0)], kind: 'set' },
    { name: 'spells it in other letters', entries: [numberEntry(KEY.toLowerCase(), NAME.toUpperCase(), 0)], kind: 'set' },
    { name: 'sets another value', entries: [numberEntry(KEY, 'UserAuthentication', 1)], kind: null },
    { name: 'sets it in another key', entries: [numberEntry(`${KEY}\\Client`, NAME, 1)], kind: null },
    { name: 'only suggests it', entries: [numberEntry(KEY, `**soft.${NAME}`, 1)], kind: null },
    { name: 'deletes it', entries: [textEntry(KEY, `**del.${NAME}`, ' ')], kind: 'delete-value' },
    { name: 'sets and then deletes it', entries: [numberEntry(KEY, NAME, 0), textEntry(KEY, `**del.${NAME}`, ' ')], kind: 'delete-value' },
    { name: 'empties the key and then sets it', entries: [textEntry(KEY, '**delvals.', ' '), numberEntry(KEY, NAME, 0)], kind: 'set' },
    { name: 'empties its key', entries: [textEntry(KEY, '**delvals.', ' ')], kind: 'delete-values' },
    {
      name: 'deletes a key above',
      entries: [textEntry('software\\policies', '**DeleteKeys', 'Microsoft')],
      kind: 'delete-key',
    },
    { name: 'deletes a key of a similar name', entries: [textEntry('software\\policies', '**DeleteKeys', 'Micro')], kind: null },
  ])('knows the last word of a policy that $name', ({ entries, kind }) => {
    expect(lastChangeOf(changes(...entries), KEY, NAME)?.kind ?? null).toBe(kind)
  })

  it('takes the last of two settings', () => {
    const last = lastChangeOf(changes(numberEntry(KEY, NAME, 0), numberEntry(KEY, NAME, 1)), KEY, NAME)
    expect(last).toMatchObject({ data: Uint8Array.from([1, 0, 0, 0]) })
  })
})
