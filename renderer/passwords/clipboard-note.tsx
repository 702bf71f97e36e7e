import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import { useAnnounce } from '../app/announce.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { CLIPBOARD_LIMIT_MS, type ClipboardGuard, type ClipboardState, copyGuarded } from './clipboard-guard.ts'

const intents = { copied: 'info', cleared: 'success', replaced: 'success', kept: 'warning', refused: 'error' } as const

interface GuardedClipboard {
  /** null: nothing was copied yet */
  readonly state: ClipboardState | null
  readonly copy: (password: string) => void
  readonly clear: () => void
}

/** The clipboard, looked after until a person leaves; every state is announced. */
export function useGuardedClipboard(): GuardedClipboard {
  const { text } = useTexts()
  const announce = useAnnounce()
  const guard = useRef<ClipboardGuard>(null)
  const [state, setState] = useState<ClipboardState | null>(null)
  useEffect(() => () => guard.current?.leave(), [])
  useEffect(() => {
    if (state !== null) announce(text(`passwords/clipboard/${state}`, limit))
  }, [state, announce, text])
  return {
    state,
    copy: (password) => {
      guard.current?.forget()
      setState(null)
      guard.current = copyGuarded(password, setState)
    },
    clear: () => guard.current?.clear(),
  }
}

const limit = { seconds: CLIPBOARD_LIMIT_MS / 1000 }

/** Says where the copied password is now, and lets a person take it off the clipboard. */
export function ClipboardNote({ state, onClear }: { readonly state: ClipboardState | null; readonly onClear: () => void }) {
  const { text } = useTexts()
  if (state === null) return null
  return (
    <MessageBar intent={intents[state]} layout="multiline" politeness="polite">
      <MessageBarBody>{text(`passwords/clipboard/${state}`, limit)}</MessageBarBody>
      {state === 'copied' || state === 'kept' ? (
        <MessageBarActions>
          <Button onClick={onClear}>{text('passwords/clear-now')}</Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  )
}
