import { pair } from '#shared/checks/check.ts'
import { definition } from '#shared/checks/vpn-for-outside-access/definition.ts'
import { rule } from '#shared/checks/vpn-for-outside-access/rule.ts'
import { describeManualCheck } from '../../support/manual-check.ts'

describeManualCheck(pair(definition, rule), 'VPN', 12)
