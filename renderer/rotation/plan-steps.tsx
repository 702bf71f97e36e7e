import { makeStyles, tokens } from '@fluentui/react-components'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { FoldedPart } from '../checklists/part.tsx'
import { Section } from '../setup/section.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { OwnerMark } from './owner.tsx'

const useStyles = makeStyles({
  text: { margin: 0 },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    '> li::marker': { fontWeight: tokens.fontWeightSemibold },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  acts: { margin: 0, padding: 0, listStyleType: 'none' },
  act: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottomStyle: 'none' },
    '@media (max-width: 30rem)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start', gap: tokens.spacingVerticalXXS },
  },
  soft: { color: tokens.colorNeutralForeground2 },
})

/** What will be done step by step, how long the sync stands still, and what restarts. */
export function PlanSteps({ preparation }: { readonly preparation: RotationPreparation }) {
  const { steps, pausedAtLeastMinutes, restarts } = preparation
  const { text, number } = useTexts()
  const styles = useStyles()
  return (
    <Section title="rotation/plan" why="rotation/plan-why">
      <p className={styles.text}>
        {pausedAtLeastMinutes === 0
          ? text('rotation/plan/no-pause')
          : text('rotation/plan/pause', { minutes: number(Math.ceil(pausedAtLeastMinutes)) })}
      </p>
      <p className={styles.text}>
        {restarts.length === 0 ? text('rotation/plan/restarts-none') : text('rotation/plan/restarts', { services: restarts.join(', ') })}
      </p>
      <FoldedPart title={text('rotation/plan/steps')}>
        <ol className={styles.steps}>
          {steps.map(({ id, title, acts }) => (
            <li key={id}>
              <span className={styles.title}>{title}</span>
              {acts.length === 0 ? <div className={styles.soft}>{text('rotation/plan/nothing')}</div> : null}
              <ul className={styles.acts}>
                {acts.map(({ line, owner }) => (
                  <li key={line} className={styles.act}>
                    <span>{line}</span>
                    <OwnerMark owner={owner} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </FoldedPart>
    </Section>
  )
}
