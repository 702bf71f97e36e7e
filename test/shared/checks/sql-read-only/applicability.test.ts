import { describe, expect, it } from 'vitest'

import { type Case, erp, instance, mapped, messages, needed, on, premium } from './situation.ts'

describe('what sql-read-only applies to', () => {
  const applicability: readonly Case[] = [
    ['no profile', mapped(...needed()), null, 'attention', ['which-erp']],
    ['no database server', mapped(), { ...premium, erp: { ...erp, database: 'none' } }, 'not-applicable', ['no-database']],
    [
      'no edition',
      mapped(...needed()),
      { ...premium, erp: { product: 'sage-100', database: 'sql-server' } },
      'attention',
      ['which-edition'],
    ],
    ['Premium in another writing', mapped(...needed()), { ...premium, erp: { ...erp, product: ' Sage  100 ' } }, 'pass', ['read-only']],
    ['Premium with an underscore', mapped(...needed()), { ...premium, erp: { ...erp, product: 'SAGE_100' } }, 'pass', ['read-only']],
    ['Advanced', mapped(), { ...premium, erp: { ...erp, edition: 'advanced' } }, 'not-applicable', ['other-erp']],
    ['Standard', mapped(), { ...premium, erp: { ...erp, edition: 'standard' } }, 'not-applicable', ['other-erp']],
    ['Sage 100 Contractor', mapped(), { ...premium, erp: { ...erp, product: 'sage-100-contractor' } }, 'not-applicable', ['other-erp']],
    ['another ERP', mapped(), { ...premium, erp: { product: 'sage-300', database: 'sql-server' } }, 'not-applicable', ['other-erp']],
    ['only connectors', mapped(), { erp, syncTools: [{ name: 'Advisor', kind: 'connector' }] }, 'not-applicable', ['only-connectors']],
    ['no tool', mapped(), { erp, syncTools: [] }, 'attention', ['not-named']],
    ['no login', mapped(), { erp, syncTools: [{ name: 'ERP Driver' }] }, 'attention', ['not-named']],
    [
      'one of two logins missing',
      mapped(...needed()),
      { erp, syncTools: [{ name: 'ERP Driver', sqlLogin: 'wsp' }, { name: 'Second' }] },
      'attention',
      ['not-named'],
    ],
    ['a login that is not found', [instance([])], premium, 'attention', ['not-found']],
    ['a login that is not seen', [instance([], { visibility: 'partial' })], premium, 'unknown', ['not-seen']],
    ['no instance', [], premium, 'unknown', ['not-seen']],
  ]
  it.each(applicability)('%s', (_name, given, profile, verdict, said) => {
    const item = on(given, profile)
    expect([item.verdict, messages(item)]).toEqual([verdict, said])
  })
})
