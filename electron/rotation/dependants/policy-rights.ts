import type { PolicyRights, Reading } from '#shared/rotation/preflight/readings.ts'
import type { SecurityTemplate } from '../../policy/security-template.ts'
import { read } from './reading.ts'

/** The security templates of the policies that apply to this machine, as the collection of facts reads them. */
export interface AppliedTemplates {
  readonly templates: readonly { readonly name: string; readonly template: Pick<SecurityTemplate, 'privilegeRights'> }[]
  /** one line for each that could not be read */
  readonly unread: readonly string[]
  /** every policy with security settings is among them, each free of faults */
  readonly complete: boolean
}

/** User rights by the policy that sets them; a policy that could not be read may set any of them. */
export function policyRightsOf({ templates, unread, complete }: AppliedTemplates): Reading<readonly PolicyRights[]> {
  const policies = templates.map(({ name, template }) => ({ policy: name, rights: [...template.privilegeRights.keys()] }))
  const gaps = complete || unread.length > 0 ? unread : ['not every policy with security settings could be read']
  return read(policies, gaps)
}
