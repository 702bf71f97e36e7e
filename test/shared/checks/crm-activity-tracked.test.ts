import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/crm-activity-tracked/definition.ts'
import { rule } from '#shared/checks/crm-activity-tracked/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'Sage CRM', 12)
