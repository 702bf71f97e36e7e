import { Button, makeStyles } from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'

import type { CaseView } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Panel } from './panel.tsx'
import { useSave } from './use-save.ts'

const useStyles = makeStyles({ text: { margin: 0 } })

/** Keeps the checkup as it is now, for a later comparison. */
export function KeepCheckup({ view, onView }: { readonly view: CaseView; readonly onView: (view: CaseView) => void }) {
  const core = useCore()
  const toast = useToast()
  const { go } = useNavigation()
  const { language, text } = useTexts()
  const styles = useStyles()
  const { busy, failure, run } = useAct()
  const keep = () =>
    run(async () => {
      onView(await core.cases.keepCheckup({ id: view.id, language }))
      toast(text('certificate/keep/done'))
    })
  return (
    <Panel id="keep" title={text('certificate/keep')}>
      <p className={styles.text}>{text('certificate/keep/what')}</p>
      <Button icon={<HistoryRegular />} disabledFocusable={busy} onClick={keep}>
        {text('certificate/keep/do')}
      </Button>
      <Button appearance="subtle" onClick={() => go({ screen: 'history' })}>
        {text('certificate/keep/history')}
      </Button>
      {failure === null ? null : <StateFailure failure={failure} />}
    </Panel>
  )
}

/** When the server has to be looked at again. */
export function NextReview({ view }: { readonly view: CaseView }) {
  const core = useCore()
  const { language, text, day } = useTexts()
  const styles = useStyles()
  const { busy, failure, save } = useSave()
  const { nextReview } = view
  return (
    <Panel id="review" title={text('certificate/review')}>
      <p className={styles.text}>
        {nextReview === null
          ? text('certificate/review/none')
          : text(isPast(nextReview, Date.now()) ? 'certificate/review/overdue' : 'certificate/review/on', { date: day(nextReview) })}
      </p>
      <Button
        icon={<CalendarAddRegular />}
        disabledFocusable={busy}
        onClick={() => save(() => core.reports.calendar({ id: view.id, language }))}
      >
        {text('certificate/review/calendar')}
      </Button>
      {failure === null ? null : <StateFailure failure={failure} />}
    </Panel>
  )
}

/** The day itself is not past yet; days are those of UTC, as on the certificate. */
function isPast(day: string, nowMs: number): boolean {
  return day.slice(0, 'yyyy-mm-dd'.length) < new Date(nowMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
}
