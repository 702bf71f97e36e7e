import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowRedoRegular } from '@fluentui/react-icons/svg/arrow-redo'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'

import type { Settings } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    insetBlockEnd: tokens.spacingVerticalL,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: tokens.spacingVerticalXL,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1 },
})

/** Says what was saved and takes it back. It stays until the next change: nobody has to be quick. */
export function SavedBar(props: { readonly name: keyof Settings; readonly isUndone: boolean; readonly onUndo: () => void }) {
  const { name, isUndone, onUndo } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.bar}>
      <CheckmarkCircleRegular aria-hidden className={styles.icon} />
      <span className={styles.words}>{text(isUndone ? 'settings/undone' : 'settings/saved', { name: text(`settings/${name}`) })}</span>
      <Button icon={isUndone ? <ArrowRedoRegular /> : <ArrowUndoRegular />} onClick={onUndo}>
        {text(isUndone ? 'settings/redo' : 'settings/undo')}
      </Button>
    </div>
  )
}
