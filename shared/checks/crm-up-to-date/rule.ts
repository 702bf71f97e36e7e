import type { RuleOf } from '../check.ts'
import { toConfirm } from '../to-confirm.ts'
import type { definition } from './definition.ts'

export const rule: RuleOf<typeof definition> = () => toConfirm('Sage CRM')
