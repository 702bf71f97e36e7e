import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  area: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
})

/** Nothing is here yet: what would be, and what to do to get it. */
export function StateEmpty(props: { readonly title: string; readonly body?: string; readonly action?: ReactNode }) {
  const { title, body, action } = props
  const styles = useStyles()
  return (
    <div className={styles.area}>
      <Text size={400} weight="semibold">
        {title}
      </Text>
      {body === undefined ? null : <Text>{body}</Text>}
      {action}
    </div>
  )
}
