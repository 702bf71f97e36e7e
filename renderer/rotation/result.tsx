import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'
import { CertificateRegular } from '@fluentui/react-icons/svg/certificate'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr'
import { useId } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useSave } from '../certificate/use-save.ts'
import { useCore } from '../client/core-context.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Card } from './card.tsx'
import { clockFace } from './core-time.ts'
import { type FocusPlace, NowHeading } from './now-heading.tsx'

type Ended = Exclude<RunView['outcome'], 'open'>

const icons: { readonly [Each in Ended]: typeof CheckmarkCircleFilled } = {
  complete: CheckmarkCircleFilled,
  provisional: HourglassHalfRegular,
  cancelled: ArrowUndoRegular,
}

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  icon: { flexShrink: 0, fontSize: '3rem' },
  complete: { color: tokens.colorStatusSuccessForeground1 },
  provisional: { color: tokens.colorStatusWarningForeground1 },
  cancelled: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

/** The end: what it came to, what was recorded, what remains, and where it goes from here. */
export function Result({ view, heading }: { readonly view: RunView; readonly heading: FocusPlace }) {
  const { outcome, recorded, remains, clock } = view
  const { text } = useTexts()
  const styles = useStyles()
  if (outcome === 'open') return null
  const Icon = icons[outcome]
  return (
    <div className={styles.result}>
      <Card title={view.title}>
        <div className={styles.top}>
          <Icon aria-hidden className={mergeClasses(styles.icon, styles[outcome])} />
          <NowHeading heading={heading}>{text(`rotation/end/${outcome}${view.rehearsal ? '-rehearsal' : ''}`)}</NowHeading>
        </div>
        {clock.pausedBeforeMs === 0 ? null : (
          <p className={styles.text}>{text('rotation/end/paused', { time: clockFace(clock.pausedBeforeMs) })}</p>
        )}
        <Lines title="rotation/end/recorded" lines={recorded} />
        <Lines title="rotation/end/remains" lines={remains} />
        <Onward view={view} />
      </Card>
      <Files view={view} />
    </div>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  const id = useId()
  if (lines.length === 0) return null
  return (
    <div>
      <strong id={id}>{text(title)}</strong>
      <ul className={styles.lines} aria-labelledby={id}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Onward({ view: { caseId } }: { readonly view: RunView }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { go } = useNavigation()
  if (caseId === null) return null
  return (
    <div className={styles.buttons}>
      <Button appearance="primary" icon={<TaskListSquareLtrRegular />} onClick={() => go({ screen: 'checklists', id: caseId })}>
        {text('rotation/to-checklists')}
      </Button>
      <Button icon={<CertificateRegular />} onClick={() => go({ screen: 'certificate', id: caseId })}>
        {text('rotation/to-certificate')}
      </Button>
    </div>
  )
}

/** The report for people and for machines, and the next review for a calendar. */
function Files({ view }: { readonly view: RunView }) {
  const { run, server, reviewOn = null } = view
  const core = useCore()
  const { language, text, day } = useTexts()
  const styles = useStyles()
  const { busy, failure, save } = useSave()
  return (
    <Card title={text('rotation/report')}>
      <p className={styles.text}>{text('rotation/report-what')}</p>
      <div className={styles.buttons}>
        {(['pdf', 'json'] as const).map((format) => (
          <Button
            key={format}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={busy}
            onClick={() => save(() => core.rotation.report({ run, format, language }))}
          >
            {text(`rotation/report/${format}`)}
          </Button>
        ))}
        {reviewOn === null ? null : (
          <Button
            icon={<CalendarAddRegular />}
            disabledFocusable={busy}
            onClick={() => save(() => core.rotation.calendar({ language, server, what: 'review', at: reviewOn }))}
          >
            {text('rotation/review-calendar', { date: day(reviewOn) })}
          </Button>
        )}
      </div>
      {failure === null ? null : <StateFailure failure={failure} />}
    </Card>
  )
}
