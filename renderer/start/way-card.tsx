import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { HomeRegular } from '@fluentui/react-icons/svg/home'
import { type DragEvent, type ReactNode, useId, useState } from 'react'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
  },
  over: { outline: `${tokens.strokeWidthThick} dashed ${tokens.colorCompoundBrandStroke}` },
  icon: {
    display: 'flex',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusLarge,
    fontSize: '1.75rem',
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  body: { margin: 0, color: tokens.colorNeutralForeground2, flexGrow: 1 },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** One way to begin: what it is, its button, and where needed why it is not open. `onFile` lets files be dropped on it. */
export function WayCard(props: {
  readonly icon: typeof HomeRegular
  readonly title: string
  readonly body: string
  readonly note?: string | undefined
  readonly onFile?: ((file: File) => void) | undefined
  /** takes the id of the note, which says why the button is off */
  readonly action: (noteId: string | undefined) => ReactNode
}) {
  const { icon: Icon, title, body, note, onFile, action } = props
  const styles = useStyles()
  const noteId = useId()
  const [isOver, setOver] = useState(false)
  const drop =
    onFile === undefined
      ? {}
      : {
          onDragOver: (event: DragEvent) => {
            event.preventDefault()
            setOver(true)
          },
          onDragLeave: () => setOver(false),
          onDrop: (event: DragEvent) => {
            event.preventDefault()
            setOver(false)
            const file = event.dataTransfer.files[0]
            if (file !== undefined) onFile(file)
          },
        }
  return (
    <section aria-label={title} className={mergeClasses(styles.card, isOver && styles.over)} {...drop}>
      <span className={styles.icon}>
        <Icon aria-hidden />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.body}>{body}</p>
      {note === undefined ? null : (
        <p id={noteId} className={styles.note}>
          {note}
        </p>
      )}
      {action(note === undefined ? undefined : noteId)}
    </section>
  )
}
