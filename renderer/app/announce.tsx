import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'

import { useTexts } from '../texts/text-context.tsx'

/** Time to read two lines; what it says can also be seen on the page. */
const TOAST_SHOWN_MS = 7_000
/** Several announcements within this time would cut each other short in a screen reader: the last one is said. */
const ANNOUNCE_AFTER_MS = 150

interface Speaker {
  readonly announce: (text: string) => void
  readonly toast: (text: string) => void
}

const SpeakerContext = createContext<Speaker | null>(null)

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  toasts: {
    position: 'fixed',
    insetInlineEnd: tokens.spacingHorizontalL,
    insetBlockEnd: tokens.spacingVerticalL,
    zIndex: 1000,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    maxWidth: 'min(24rem, calc(100vw - 2rem))',
  },
  toast: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
  },
})

/** Gives every screen a voice: a polite live region, and short notes in the corner. */
export function AnnounceProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const [spoken, setSpoken] = useState('')
  const [toasts, setToasts] = useState<readonly { readonly id: number; readonly text: string }[]>([])
  const nextId = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const announce = useCallback((text: string) => {
    clearTimeout(timer.current)
    setSpoken('')
    timer.current = setTimeout(() => setSpoken(text), ANNOUNCE_AFTER_MS)
  }, [])
  const toast = useCallback(
    (text: string) => {
      nextId.current += 1
      const id = nextId.current
      setToasts((shown) => [...shown, { id, text }])
      announce(text)
    },
    [announce],
  )
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((each) => each.id !== id)), [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const speaker = useMemo(() => ({ announce, toast }), [announce, toast])

  return (
    <SpeakerContext value={speaker}>
      {children}
      <div className={styles.hidden} role="status" aria-live="polite">
        {spoken}
      </div>
      {/* A place of its own for those who go from part to part; it is silent, the live region above has said it. */}
      <div className={styles.toasts} role="log" aria-live="off">
        {toasts.map(({ id, text }) => (
          <Toast key={id} text={text} onDismiss={() => dismiss(id)} />
        ))}
      </div>
    </SpeakerContext>
  )
}

function Toast({ text, onDismiss }: { readonly text: string; readonly onDismiss: () => void }) {
  const { text: words } = useTexts()
  const styles = useStyles()
  const [held, setHeld] = useState(false)
  const dismiss = useRef(onDismiss)
  dismiss.current = onDismiss
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss.current(), TOAST_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held])
  return (
    <div className={styles.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}>
      <span>{text}</span>
      <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={words('common/close')} onClick={onDismiss} />
    </div>
  )
}

function useSpeaker(): Speaker {
  const speaker = use(SpeakerContext)
  if (speaker === null) throw new Error('there is no live region above this component')
  return speaker
}

/** Says a text politely to a screen reader; nothing is seen. */
export function useAnnounce(): (text: string) => void {
  return useSpeaker().announce
}

/** Shows a short note in the corner and says it; only for what can also be seen on the page. */
export function useToast(): (text: string) => void {
  return useSpeaker().toast
}
