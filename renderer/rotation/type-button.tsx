import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { useId } from 'react'
import type { Typing } from './use-typed.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  does: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
})

interface Props {
  readonly typing: Typing
  readonly label: string
  /** the label with what it is about, for whoever hears it alone */
  readonly name: string
  readonly does: string
}

/** Opens a window of the system in which a person types, and says what came of it. */
export function TypeButton({ typing, label, name, does }: Props) {
  const styles = useStyles()
  const doesId = useId()
  const { open, isOpen, came } = typing
  return (
    <div className={styles.part}>
      <Button
        icon={isOpen ? <Spinner size="tiny" aria-hidden /> : <KeyRegular />}
        disabledFocusable={isOpen}
        aria-label={name}
        aria-describedby={doesId}
        onClick={open}
      >
        {label}
      </Button>
      <span id={doesId} className={styles.does}>
        {does}
      </span>
      {came === null ? null : <p className={styles.text}>{came}</p>}
    </div>
  )
}
