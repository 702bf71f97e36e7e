import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { registryChanges } from '#electron/policy/registry-changes.ts'
import { parseRegistryPolicy, type RegistryPolicyEntry } from '#electron/policy/registry-pol.ts'
import { parseSecurityTemplate } from '#electron/policy/security-template.ts'
import { decodeRegistryValue } from '#electron/win32/registry-values.ts'
import { DEBIAN_PYTHON, describeWith } from '../../support/needs.ts'

const KEY = 'Software\\Policies\\Größe\\日本'
const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'

describeWith('python3-samba', 'policies made by Samba', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'samba-policies-'))
    execFileSync(DEBIAN_PYTHON, [join(import.meta.dirname, 'make-samba-policies.py'), folder])
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  function entriesOf(file: string): readonly RegistryPolicyEntry[] {
    const parsed = parseRegistryPolicy(readFileSync(join(folder, file)))
    if (parsed.kind === 'refused') throw new Error(parsed.reason)
    expect(parsed.fault).toBeNull()
    return parsed.entries
  }

  it('hold a value of every type, with names of many languages', () => {
    const entries = entriesOf('every-type.pol')
    expect(new Set(entries.map((entry) => entry.key))).toEqual(new Set([KEY]))
    expect(entries.map(({ valueName, type, data }) => [valueName, type, decodeRegistryValue(type, data)])).toEqual([
      ['none', 0, { kind: 'binary', bytes: new Uint8Array(0), type: 0 }],
      ['Grüße', 1, { kind: 'text', text: 'Zürich;]', expandable: false }],
      ['expand', 2, { kind: 'text', text: '%SystemRoot%\\Ä', expandable: true }],
      ['binary', 3, { kind: 'binary', bytes: Uint8Array.from([0x5d, 0, 0x3b, 0, 0x5b, 0, 1]), type: 3 }],
      ['number', 4, { kind: 'number', number: 4294967295n }],
      ['big', 5, { kind: 'number', number: 258n }],
      ['list', 7, { kind: 'texts', texts: ['eins', 'zwölf'] }],
      ['quad', 11, { kind: 'number', number: 4294967296n }],
    ])
  })

  it('hold deletions', () => {
    expect(registryChanges(entriesOf('deletions.pol'))).toEqual([
      { kind: 'set', key: TERMINAL_SERVICES, name: 'fDenyTSConnections', type: 4, data: new Uint8Array(4) },
      { kind: 'delete-value', key: TERMINAL_SERVICES, name: 'UserAuthentication' },
      { kind: 'delete-values', key: 'SOFTWARE\\Policies\\Acme' },
      { kind: 'delete-value', key: 'SOFTWARE\\Policies\\Acme', name: 'One' },
      { kind: 'delete-value', key: 'SOFTWARE\\Policies\\Acme', name: 'Zwölf' },
      { kind: 'delete-key', key: 'SOFTWARE\\Policies\\Old' },
      { kind: 'delete-key', key: 'SOFTWARE\\Policies\\Älter' },
    ])
  })

  it('may set nothing', () => {
    expect(entriesOf('empty.pol')).toEqual([])
  })

  it('hold security settings', () => {
    const parsed = parseSecurityTemplate(readFileSync(join(folder, 'GptTmpl.inf')))
    if (parsed.kind === 'refused') throw new Error(parsed.reason)
    const { encoding, whole, faults, systemAccess, privilegeRights, registryValues } = parsed.template
    expect({ encoding, whole, faults }).toEqual({ encoding: 'utf-16le', whole: true, faults: [] })
    expect([...systemAccess].map(([name, { value }]) => [name, value])).toEqual([
      ['minimumpasswordlength', '14'],
      ['passwordcomplexity', '1'],
      ['newadministratorname', 'Büroverwalter'],
    ])
    expect([...privilegeRights].map(([name, { holders }]) => [name, holders])).toEqual([
      ['sedenyremoteinteractivelogonright', [{ sid: 'S-1-5-32-546' }, { name: 'Gäste' }]],
      ['sedenybatchlogonright', []],
    ])
    expect(registryValues).toEqual([
      { path: 'MACHINE\\System\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections', type: 4, data: ['1'] },
    ])
  })
})
