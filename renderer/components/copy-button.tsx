import { Button, type ButtonProps } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useEffect, useState } from 'react'

import { useAnnounce } from '../app/announce.tsx'
import { useTexts } from '../texts/text-context.tsx'

/** Long enough to be read, short enough that a second copy shows as a second one. */
const COPIED_SHOWN_MS = 3_000

/** Puts `content` onto the clipboard and says so; `what` names it for a screen reader where several stand on one page. */
export function CopyButton(props: { readonly content: string; readonly what?: string; readonly size?: NonNullable<ButtonProps['size']> }) {
  const { content, what, size = 'small' } = props
  const { text } = useTexts()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), COPIED_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    try {
      await navigator.clipboard.writeText(content)
      setCopied(true)
      announce(text('common/copied'))
    } catch {
      announce(text('common/copy-failed'))
    }
  }

  return (
    <Button
      size={size}
      appearance="subtle"
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      aria-label={what === undefined ? undefined : text('common/copy-what', { what })}
      onClick={() => void copy()}
    >
      {text(copied ? 'common/copied' : 'common/copy')}
    </Button>
  )
}
