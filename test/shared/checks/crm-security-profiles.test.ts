import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/crm-security-profiles/definition.ts'
import { rule } from '#shared/checks/crm-security-profiles/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'Sage CRM', 12)
