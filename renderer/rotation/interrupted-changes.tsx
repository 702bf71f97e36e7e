import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowCircleRightRegular } from '@fluentui/react-icons/svg/arrow-circle-right'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import { useCallback, useId } from 'react'

import type { RunLine } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useQuestion } from '../client/use-question.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { DiscardButton } from './discard-button.tsx'

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, marginBlockEnd: tokens.spacingVerticalXXL },
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  urgent: { border: `2px solid ${tokens.colorStatusWarningBorderActive}`, boxShadow: tokens.shadow8 },
  icon: { flexShrink: 0, fontSize: '1.75rem', color: tokens.colorNeutralForeground2 },
  urgentIcon: { color: tokens.colorStatusWarningForeground1 },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, flexGrow: 1, flexBasis: '16rem', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Password changes that were begun and are not over: they come before everything else. `caseId`: those of one case alone. */
export function InterruptedChanges({ caseId }: { readonly caseId?: string }) {
  const core = useCore()
  const { language, text } = useTexts()
  const styles = useStyles()
  const { found, failure, reload } = useQuestion(useCallback(() => core.rotation.list({ language }), [core, language]))
  if (failure !== null) {
    return (
      <div className={styles.area}>
        <StateFailure failure={failure} retry={reload} />
      </div>
    )
  }
  const runs = (found?.runs ?? []).filter((line) => caseId === undefined || line.caseId === caseId)
  const problem = found?.problem ?? null
  if (runs.length === 0 && problem === null) return null
  return (
    <section className={styles.area} aria-label={text('rotation/interrupted')}>
      {problem === null ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list}>
        {runs
          .toSorted((one, other) => rank(one) - rank(other))
          .map((line) => (
            <ChangeCard key={line.run} line={line} onDiscarded={reload} />
          ))}
      </ul>
    </section>
  )
}

/** What waits for a day is no hurry; a rehearsal comes after every real change that has to be gone on with. */
function rank({ rehearsal, waitsUntil }: RunLine): number {
  if (waitsUntil !== null) return 2
  return rehearsal === true ? 1 : 0
}

function iconOf({ rehearsal, waitsUntil, obstacle }: RunLine): typeof WarningFilled {
  if (obstacle !== null) return WarningFilled
  if (rehearsal === true) return BeakerRegular
  return waitsUntil === null ? ArrowCircleRightRegular : CalendarClockRegular
}

function ChangeCard({ line, onDiscarded }: { readonly line: RunLine; readonly onDiscarded: () => void }) {
  const { run, caseId, server, rehearsal, startedAt, lastAt, obstacle, waitsUntil } = line
  const { text, moment, day } = useTexts()
  const styles = useStyles()
  const { go } = useNavigation()
  const titleId = useId()
  const isUrgent = rank(line) === 0
  const Icon = iconOf(line)
  const kind = rehearsal === true ? 'rehearsal' : waitsUntil === null ? 'open' : 'waiting'
  const title = text(`rotation/interrupted/${kind}`, { server: server ?? text('rotation/server-not-known') })
  return (
    <li className={mergeClasses(styles.card, isUrgent && styles.urgent)} aria-labelledby={titleId}>
      <Icon aria-hidden className={mergeClasses(styles.icon, isUrgent && styles.urgentIcon)} />
      <div className={styles.words}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <span>{waitsUntil === null ? line.line : text('rotation/interrupted/waits', { date: day(waitsUntil) })}</span>
        {obstacle === null ? null : <span>{obstacle}</span>}
        {startedAt === null ? null : (
          <span className={styles.soft}>
            {text('rotation/interrupted/since', { moment: moment(startedAt), last: moment(lastAt ?? startedAt) })}
          </span>
        )}
      </div>
      <div className={styles.acts}>
        {obstacle === null ? (
          <Button
            appearance={isUrgent ? 'primary' : 'secondary'}
            aria-describedby={titleId}
            onClick={() => go({ screen: 'rotation-run', run, ...(caseId === null ? {} : { id: caseId }) })}
          >
            {text(waitsUntil === null ? 'rotation/interrupted/continue' : 'rotation/interrupted/look')}
          </Button>
        ) : null}
        {rehearsal === true ? <DiscardButton run={run} describedBy={titleId} onDiscarded={onDiscarded} /> : null}
      </div>
    </li>
  )
}
