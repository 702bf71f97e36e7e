import type { Profile } from '../../formats/profile.ts'
import { about, type Found } from './finding.ts'

/** Only Sage 100 Premium keeps its companies in databases of its own; Sage 100 Contractor is another product. Null: it applies. */
export function applicability({ database, product, edition }: Profile['erp']): Found | null {
  if (database === 'none') return { verdict: 'not-applicable', message: { id: 'no-database' }, byProfile: true }
  const id = product
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  if (id === '') return about('attention', 'which-erp', 'erp', {}, 'profile')
  if (id !== 'sage-100') return { verdict: 'not-applicable', message: { id: 'other-erp' }, byProfile: true }
  if (edition === undefined) return about('attention', 'which-edition', 'erp', {}, 'profile')
  return edition === 'premium' ? null : { verdict: 'not-applicable', message: { id: 'other-erp' }, byProfile: true }
}
