import { describe, expect, it } from 'vitest'

import { parseIisConfiguration, parseIisRedirection } from '#electron/policy/iis-config.ts'
import { germanIis, IIS_SECRET, redirectedIis } from './iis-samples.ts'

const inConfiguration = (content: string) => parseIisConfiguration(`<configuration>${content}</configuration>`)

describe('iis-config', () => {
  const configuration = parseIisConfiguration(germanIis)

  it('reads pools, virtual directories and anonymous users with the account of each', () => {
    expect(configuration?.identities).toEqual([
      { kind: 'pool', name: 'Müller & Söhne <CRM>', account: 'ERP01\\crm' },
      { kind: 'pool', name: 'Single "quotes"', account: "ACME\\O'Hara" },
      { kind: 'pool', name: 'Inherits', account: 'ERP01\\inherits' },
      { kind: 'pool', name: '', account: 'ERP01\\default' },
      { kind: 'virtual-directory', name: 'Sage300/Bilder', account: 'ERP01\\erpsync' },
      { kind: 'virtual-directory', name: 'Sage300/Online', account: 'ACME\\online' },
      { kind: 'virtual-directory', name: '', account: 'ERP01\\directories' },
      { kind: 'anonymous-user', name: '', account: 'IUSR' },
      { kind: 'anonymous-user', name: 'Sage300/Online', account: 'ERP01\\visitor' },
    ])
  })

  it('tells an account that it cannot read', () => {
    expect(configuration?.gaps).toEqual(['the account of Hidden is encrypted'])
  })

  it('lets no password out', () => {
    expect(germanIis).toContain(IIS_SECRET)
    expect(JSON.stringify(configuration)).not.toContain(IIS_SECRET)
    expect(JSON.stringify(parseIisRedirection(redirectedIis(true)))).not.toContain(IIS_SECRET)
  })

  it.each([
    [
      'in another file',
      '<system.applicationHost><sites configSource="sites.config" /></system.applicationHost>',
      ['sites lies in another file'],
    ],
    [
      'encrypted',
      '<applicationPools configProtectionProvider="Rsa"><EncryptedData><CipherData /></EncryptedData></applicationPools>',
      ['applicationPools is encrypted'],
    ],
  ])('tells a section that is %s', (_name, content, gaps) => {
    expect(inConfiguration(content)).toEqual({ identities: [], gaps })
  })

  it.each([
    ['cut short', germanIis.slice(0, 900)],
    ['another document', '<Task />'],
    ['a document type', `<!DOCTYPE configuration [<!ENTITY x "y">]><configuration />`],
    ['no document', ''],
  ])('refuses %s', (_name, source) => {
    expect(parseIisConfiguration(source)).toBeNull()
    expect(parseIisRedirection(source)).toBeNull()
  })

  it('reads where a farm keeps its configuration', () => {
    expect(parseIisRedirection(redirectedIis(true))).toEqual({ enabled: true, path: '\\\\farm\\iis', account: 'ACME\\farm' })
    expect(parseIisRedirection(redirectedIis(false, ''))).toMatchObject({ enabled: false, account: '' })
    expect(parseIisRedirection('<configuration />')).toEqual({ enabled: false, path: '', account: '' })
  })
})
