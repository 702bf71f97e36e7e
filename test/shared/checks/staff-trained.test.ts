import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/staff-trained/definition.ts'
import { rule } from '#shared/checks/staff-trained/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'staff', 12)
