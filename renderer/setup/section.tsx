import { makeStyles, mergeClasses, selectClassNames, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  section: {
    marginBlockEnd: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 40rem)': { padding: tokens.spacingHorizontalL },
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, marginBlockStart: tokens.spacingVerticalXS, maxWidth: '46rem', color: tokens.colorNeutralForeground2 },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, marginBlockStart: tokens.spacingVerticalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(15rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    // A choice is as wide as its longest words unless it is told otherwise.
    [`& .${selectClassNames.root}, & .${selectClassNames.select}`]: { minWidth: 0 },
  },
})

/** A part of the form under one heading; `title` and `why` are keys. */
export function Section(props: { readonly title: string; readonly why?: string; readonly children: ReactNode }) {
  const { title, why, children } = props
  const { text } = useTexts()
  const styles = useStyles()
  const headingId = useId()
  return (
    <section aria-labelledby={headingId} className={styles.section}>
      <h2 id={headingId} className={styles.heading}>
        {text(title)}
      </h2>
      {why === undefined ? null : <p className={styles.why}>{text(why)}</p>}
      <div className={styles.fields}>{children}</div>
    </section>
  )
}

/** Fields side by side where there is room. */
export function Columns({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.columns, className)}>{children}</div>
}
