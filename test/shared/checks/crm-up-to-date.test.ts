import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/crm-up-to-date/definition.ts'
import { rule } from '#shared/checks/crm-up-to-date/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'Sage CRM', 6)
