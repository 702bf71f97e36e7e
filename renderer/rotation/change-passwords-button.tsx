import { Button } from '@fluentui/react-components'
import { KeyResetRegular } from '@fluentui/react-icons/svg/key-reset'

import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** Items that a password change mends; where a step only mentions it, a button would lead astray. */
const ITEMS: ReadonlySet<string> = new Set([
  'passwords-strong-unique',
  'passwords-stored-safely',
  'windows-user-designated',
  'sql-user-designated',
  'erp-user-designated',
  'sync-user-denied-remote',
])

/** The way from an item to the password change; nothing for an item that it does not help. */
export function ChangePasswordsButton({ view, item }: { readonly view: CaseView; readonly item: ItemView }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  if (!ITEMS.has(item.id) || item.verdict === 'not-applicable') return null
  return (
    <Button icon={<KeyResetRegular />} onClick={() => go({ screen: 'rotation', id: view.id })}>
      {text('rotation/change-passwords')}
    </Button>
  )
}
