import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseSecurityTemplate, type SecurityTemplate } from '#electron/policy/security-template.ts'
import { BASELINE, BASELINE_RIGHTS, ENGLISH_EXPORT, GERMAN_POLICY, templateOf, utf16Template } from './template-samples.ts'

function parse(bytes: Uint8Array): SecurityTemplate {
  const parsed = parseSecurityTemplate(bytes)
  if (parsed.kind === 'refused') throw new Error(parsed.reason)
  return parsed.template
}

const VERSION = '[Version]\nsignature="$CHICAGO$"\nRevision=1\n'
const template = (text: string): SecurityTemplate => parse(templateOf(text.trimEnd()))
const value = (found: SecurityTemplate, name: string): string | undefined => found.systemAccess.get(name.toLowerCase())?.value

describe('security template', () => {
  it('reads an English export', () => {
    const found = parse(utf16Template(ENGLISH_EXPORT))
    expect(found).toMatchObject({ encoding: 'utf-16le', faults: [], whole: true })
    expect(found.systemAccess.size).toBe(17)
    expect(value(found, 'PasswordComplexity')).toBe('1')
    expect(value(found, 'NewGuestName')).toBe('Guest')
    expect([...found.privilegeRights]).toEqual([
      ['senetworklogonright', holders({ sid: 'S-1-1-0' }, { sid: 'S-1-5-32-544' }, { sid: 'S-1-5-32-545' }, { sid: 'S-1-5-32-551' })],
      ['seinteractivelogonright', holders({ sid: 'S-1-5-32-544' }, { sid: 'S-1-5-32-545' }, { sid: 'S-1-5-32-551' })],
      ['sedenynetworklogonright', holders({ name: 'Guest' })],
      ['seremoteinteractivelogonright', holders({ sid: 'S-1-5-32-544' }, { sid: 'S-1-5-32-555' })],
      ['seservicelogonright', holders({ sid: 'S-1-5-80-0' })],
    ])
    expect(found.registryValues.map(({ type, data }) => [type, ...data])).toEqual([
      [1, '10'],
      [4, '5'],
      [3, '0'],
      [4, '1'],
      [
        7,
        'System\\CurrentControlSet\\Control\\ProductOptions',
        'System\\CurrentControlSet\\Control\\Server Applications',
        'Software\\Microsoft\\Windows NT\\CurrentVersion',
      ],
    ])
    expect(found.registryValues[3]?.path).toBe('MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\LimitBlankPasswordUse')
  })

  it.each([
    { name: 'UTF-16 with a mark', bytes: utf16Template(GERMAN_POLICY), encoding: 'utf-16le' },
    { name: 'UTF-16 without one', bytes: utf16Template(GERMAN_POLICY).subarray(2), encoding: 'utf-16le' },
    { name: 'UTF-8', bytes: Buffer.from(GERMAN_POLICY), encoding: 'utf-8' },
    { name: 'UTF-8 with a mark', bytes: Buffer.from(`\uFEFF${GERMAN_POLICY}`), encoding: 'utf-8' },
    { name: 'the code page of a Western Windows', bytes: Buffer.from(GERMAN_POLICY, 'latin1'), encoding: 'ansi' },
  ])('reads a German policy in $name', ({ bytes, encoding }) => {
    const found = parse(bytes)
    expect(found).toMatchObject({ encoding, faults: [], whole: true })
    expect(value(found, 'NewAdministratorName')).toBe('Büroverwalter')
    expect(found.privilegeRights.get('sedenyremoteinteractivelogonright')).toEqual(
      holders({ sid: 'S-1-5-21-1-2-3-1104' }, { name: 'MÜLLER\\Dienste-Größe' }, { name: 'Gäste' }),
    )
    expect(found.privilegeRights.get('sedenybatchlogonright')).toEqual(holders())
    expect(found.registryValues[0]?.data).toEqual(['Für Unbefugte: Zugriff verboten; alles wird aufgezeichnet'])
    expect(found.registryValues[1]).toMatchObject({
      type: 7,
      data: [expect.stringMatching(/gehört der Müller & Söhne GmbH.*Größe zählt nicht\.$/)],
    })
  })

  it('reads a baseline with every right and many values', () => {
    const found = parse(utf16Template(BASELINE))
    expect(found).toMatchObject({ faults: [], whole: true })
    expect([...found.privilegeRights.keys()]).toEqual(BASELINE_RIGHTS.map((right) => right.toLowerCase()))
    expect(found.privilegeRights.get('sedebugprivilege')).toEqual(holders({ sid: 'S-1-5-32-544' }, { sid: 'S-1-5-19' }))
    expect(found.privilegeRights.get('setrustedcredmanaccessprivilege')).toEqual(holders())
    expect(value(found, 'LockoutDuration')).toBe('-1')
    expect(value(found, 'NewAdministratorName')).toBe('renamed;"admin"')
    expect(found.registryValues).toHaveLength(121)
    expect(found.registryValues[7]).toEqual({ path: 'MACHINE\\Software\\Policies\\Baseline\\Value=7', type: 4, data: ['7'] })
    expect(found.registryValues[120]?.data).toEqual(['O:BAG:BAD:(A;;RC;;;BA)'])
  })

  it('tells a right that nobody holds from one that the policy leaves alone', () => {
    const found = template('[Privilege Rights]\nSeDebugPrivilege =\n')
    expect(found.privilegeRights.get('sedebugprivilege')?.holders).toEqual([])
    expect(found.privilegeRights.has('setcbprivilege')).toBe(false)
  })

  it('takes sections of one name for one, in any letters', () => {
    const found = template('[SYSTEM ACCESS]\nMinimumPasswordLength=8\n[Event Audit]\nX=1\n[system access]\nPASSWORDCOMPLEXITY=0\n')
    expect([...found.systemAccess]).toEqual([
      ['minimumpasswordlength', { value: '8', repeated: false }],
      ['passwordcomplexity', { value: '0', repeated: false }],
    ])
  })

  it('takes the last of two settings and says that there were two', () => {
    const found = template('[System Access]\nPasswordComplexity = 1\nPasswordComplexity = 0\n[Privilege Rights]\nSeTcb=a\nSeTcb=b\n')
    expect(found.systemAccess.get('passwordcomplexity')).toEqual({ value: '0', repeated: true })
    expect(found.privilegeRights.get('setcb')).toEqual({ holders: [{ name: 'b' }], repeated: true })
  })

  it('passes over remarks, but not over a semicolon in quotes', () => {
    const found = template('; first\n[System Access] ; section\n;PasswordComplexity = 1\nNewGuestName = "a;b" ; why\n')
    expect([...found.systemAccess]).toEqual([['newguestname', { value: 'a;b', repeated: false }]])
    expect(found.faults).toEqual([])
  })

  it.each([
    { name: 'a setting without a value', text: '[System Access]\nPasswordComplexity\n', line: 5 },
    { name: 'a value without a setting', text: '[System Access]\n= 1\n', line: 5 },
    { name: 'a quote that is not closed', text: '[System Access]\nNewGuestName = "a\n', line: 5 },
    { name: 'a registry value without a type', text: '[Registry Values]\nMACHINE\\X\\Y="a"\n', line: 5 },
    { name: 'a registry value whose quote is not closed', text: '[Registry Values]\nMACHINE\\X\\Y=1,"a\n', line: 5 },
    { name: 'a section whose name is not closed', text: '[System Access\n', line: 4 },
  ])('names the line of $name and reads on', ({ text, line }) => {
    const found = template(`${text}[Privilege Rights]\nSeTcb=a\n`)
    expect(found.faults).toEqual([`line ${line}: not understood`])
    expect(found.privilegeRights.has('setcb')).toBe(true)
    expect(found.whole).toBe(true)
  })

  it('does not take what follows a broken section for settings of the one before', () => {
    expect(template('[System Access]\nA=1\n[Kerberos Policy\nPasswordComplexity=1\n').systemAccess.has('passwordcomplexity')).toBe(false)
  })

  it.each([
    { name: 'inside a line', bytes: utf16Template(`${VERSION}[System Access]\nMinimumPasswordLength = 1`) },
    { name: 'inside a character', bytes: utf16Template(`${VERSION}[System Access]\n`).subarray(0, -1) },
    { name: 'inside the first character of a line', bytes: Buffer.concat([templateOf('[System Access]'), Buffer.of(0x41)]) },
    { name: 'before its signature', bytes: utf16Template('[System Access]\nPasswordComplexity = 1\n') },
    { name: 'before its first line', bytes: Buffer.alloc(0) },
    { name: 'after its mark', bytes: utf16Template('') },
  ])('is not whole where the file ends $name', ({ bytes }) => {
    const found = parse(bytes)
    expect(found.whole).toBe(false)
    expect(found.faults).not.toEqual([])
    expect(found.systemAccess.has('minimumpasswordlength')).toBe(false)
  })

  it('keeps what stands before the cut', () => {
    const cut = parse(utf16Template(ENGLISH_EXPORT).subarray(0, 400))
    expect(cut.whole).toBe(false)
    expect(cut.systemAccess.get('minimumpasswordlength')).toEqual({ value: '14', repeated: false })
    expect(cut.privilegeRights.size).toBe(0)
  })

  it.each([
    { name: 'a registry policy', bytes: Buffer.from('5052656701000000', 'hex') },
    { name: 'UTF-16 of the other byte order', bytes: utf16Template(ENGLISH_EXPORT).swap16() },
  ])('refuses $name', ({ bytes }) => {
    expect(parseSecurityTemplate(bytes)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/no text/) })
  })

  const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,15}$/)
  const values = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r\n]/g, ''))

  it('gives back whatever was written', () => {
    fc.assert(
      fc.property(fc.dictionary(names, values, { maxKeys: 8 }), (settings) => {
        const lines = Object.entries(settings).map(([name, text]) => `${name} = "${text.replaceAll('"', '""')}"\n`)
        const found = template(`[System Access]\n${lines.join('')}`)
        expect(found.faults).toEqual([])
        for (const [name, text] of Object.entries(settings)) {
          const { value: read, repeated } = found.systemAccess.get(name.toLowerCase()) ?? {}
          if (!repeated) expect(read).toBe(text)
        }
      }),
    )
  })

  it('never throws', () => {
    const line = fc.oneof(
      fc.constantFrom('[System Access]', '[Registry Values]', '[Privilege Rights]', '"', '=', '[', 'A=1,', ';'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line), fc.uint8Array(), fc.boolean(), (lines, bytes, raw) => {
        expect(['read', 'refused']).toContain(parseSecurityTemplate(raw ? bytes : utf16Template(lines.join('\n'))).kind)
      }),
    )
  })
})

function holders(...list: readonly ({ readonly sid: string } | { readonly name: string })[]) {
  return { holders: list, repeated: false }
}
