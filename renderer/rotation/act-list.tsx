import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowCircleRightFilled } from '@fluentui/react-icons/svg/arrow-circle-right'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { OwnerMark } from './owner.tsx'

type ListedAct = RunView['acts'][number]

const icons: { readonly [State in ListedAct['state']]: typeof CircleRegular } = {
  done: CheckmarkCircleFilled,
  current: ArrowCircleRightFilled,
  open: CircleRegular,
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  act: {
    display: 'grid',
    gridTemplateColumns: '1.5rem minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    '@media (max-width: 30rem)': {
      gridTemplateColumns: '1.5rem minmax(0, 1fr)',
      '> :last-child': { gridColumnStart: 2, justifySelf: 'start' },
    },
  },
  icon: { display: 'flex', fontSize: tokens.fontSizeBase500 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { color: tokens.colorBrandForeground2 },
  open: { color: tokens.colorNeutralForeground3 },
  currentLine: { fontWeight: tokens.fontWeightSemibold },
  state: { whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** The acts of the step: what is done, what is next, what comes after. */
export function ActList({ acts }: { readonly acts: readonly ListedAct[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <ol className={styles.list} aria-label={text('rotation/acts')}>
      {acts.map(({ id, line, owner, state }) => {
        const Icon = icons[state]
        return (
          <li key={id} className={styles.act} aria-current={state === 'current' ? 'true' : undefined}>
            <span className={mergeClasses(styles.icon, styles[state])}>
              <Icon aria-hidden />
            </span>
            <span>
              <span className={mergeClasses(state === 'current' && styles.currentLine)}>{line}</span>{' '}
              <span className={styles.state}>{text(`rotation/act/${state}`)}</span>
            </span>
            <OwnerMark owner={owner} />
          </li>
        )
      })}
    </ol>
  )
}
