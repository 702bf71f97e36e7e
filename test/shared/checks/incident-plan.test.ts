import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/incident-plan/definition.ts'
import { rule } from '#shared/checks/incident-plan/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'incident plan', 12)
