import { describe, expect, it } from 'vitest'
import { parseSecurityTemplate } from '#electron/policy/security-template.ts'
import { type AppliedTemplates, policyRightsOf } from '#electron/rotation/dependants/policy-rights.ts'

const TEMPLATE = `[Version]\r\nsignature="$CHICAGO$"\r\n[Privilege Rights]\r\nSeServiceLogonRight = *S-1-5-80-0\r\nSeBatchLogonRight =\r\n`

function templates(more: Partial<AppliedTemplates>): AppliedTemplates {
  const parsed = parseSecurityTemplate(Buffer.from(TEMPLATE))
  if (parsed.kind === 'refused') throw new Error(parsed.reason)
  return { templates: [{ name: 'Servers', template: parsed.template }], unread: [], complete: true, ...more }
}

describe('policy-rights', () => {
  it('names each right that a policy sets, also one that it takes from everybody', () => {
    expect(policyRightsOf(templates({}))).toEqual({
      status: 'read',
      value: [{ policy: 'Servers', rights: ['seservicelogonright', 'sebatchlogonright'] }],
      gaps: [],
    })
  })

  it('knows that no policy sets any where none applies', () => {
    expect(policyRightsOf({ templates: [], unread: [], complete: true })).toEqual({ status: 'read', value: [], gaps: [] })
  })

  it.each([
    ['what could not be read', { unread: ['gpt00001.inf: refused'], complete: false }, ['gpt00001.inf: refused']],
    ['that something is missing', { complete: false }, ['not every policy with security settings could be read']],
  ])('tells %s', (_name, more, gaps) => {
    expect(policyRightsOf(templates(more))).toMatchObject({ gaps })
  })
})
