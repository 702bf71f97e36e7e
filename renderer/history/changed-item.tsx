import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddCircleRegular } from '@fluentui/react-icons/svg/add-circle'
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'
import { useState } from 'react'

import type { Comparison } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useTexts } from '../texts/text-context.tsx'

type Item = Comparison['items'][number]
type Piece = Item['evidence'][number]

/** The first ones show what sort of change it is. */
const PIECES_SHOWN = 10

const icons: { readonly [Each in Piece['change']]: typeof AddCircleRegular } = {
  added: AddCircleRegular,
  removed: SubtractCircleRegular,
  changed: ArrowSyncRegular,
}

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  worse: { borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusDangerBorder2}` },
  better: { borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusSuccessBorder2}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  verdicts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  pieces: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    width: '100%',
  },
  piece: {
    display: 'grid',
    gridTemplateColumns: '7rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    '@media (max-width: 30rem)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  change: {
    display: 'flex',
    alignItems: 'center',
    alignSelf: 'start',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
  },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** One item that is not what it was: both verdicts, and what came and went. */
export function ChangedItem({ caseId, item }: { readonly caseId: string; readonly item: Item }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const rest = item.evidence.length - PIECES_SHOWN
  return (
    <article
      className={mergeClasses(styles.card, item.direction !== 'same' && styles[item.direction])}
      aria-labelledby={`changed-${item.id}`}
    >
      <h3 id={`changed-${item.id}`} className={styles.title}>
        {item.title}
      </h3>
      <p className={styles.verdicts}>
        <span className={styles.unseen}>{text('history/changes/from')}</span>
        <Verdict verdict={item.before} />
        <ArrowRightRegular aria-hidden />
        <span className={styles.unseen}>{text('history/changes/to')}</span>
        <Verdict verdict={item.after} />
      </p>
      {item.evidence.length === 0 ? (
        <p className={styles.soft}>{text('history/changes/no-evidence')}</p>
      ) : (
        <ul className={styles.pieces}>
          {(all ? item.evidence : item.evidence.slice(0, PIECES_SHOWN)).map((piece, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may come and go more than once, and lines hold no state
            <EvidenceLine key={`${index}\n${piece.subject}`} piece={piece} />
          ))}
        </ul>
      )}
      {all || rest <= 0 ? null : (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {text('history/changes/more', { count: rest })}
        </Button>
      )}
      {item.after === null ? null : (
        <Button
          size="small"
          aria-label={text('history/changes/open-item', { title: item.title })}
          onClick={() => go({ screen: 'checklists', id: caseId, item: item.id })}
        >
          {text('history/changes/open')}
        </Button>
      )}
    </article>
  )
}

function Verdict({ verdict }: { readonly verdict: Item['before'] }) {
  const { text } = useTexts()
  return verdict === null ? <span>{text('history/changes/absent')}</span> : <VerdictBadge verdict={verdict} />
}

function EvidenceLine({ piece }: { readonly piece: Piece }) {
  const { text } = useTexts()
  const styles = useStyles()
  const Icon = icons[piece.change]
  return (
    <li className={styles.piece}>
      <span className={styles.change}>
        <Icon aria-hidden />
        {text(`history/changes/${piece.change}`)}
      </span>
      <span>
        <bdi>{piece.subject}</bdi> <bdi className={styles.soft}>{piece.detail}</bdi>
      </span>
    </li>
  )
}
