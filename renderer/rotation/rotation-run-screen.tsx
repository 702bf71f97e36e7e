import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowExitRegular } from '@fluentui/react-icons/svg/arrow-exit'
import { HomeRegular } from '@fluentui/react-icons/svg/home'

import type { RunView } from '#shared/contract/index.ts'
import { useToast } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { PageTitle } from '../components/page-title.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { DiscardButton } from './discard-button.tsx'
import { Holders } from './holders.tsx'
import { NowCard } from './now-card.tsx'
import type { FocusPlace } from './now-heading.tsx'
import { PauseClock } from './pause-clock.tsx'
import { ProblemNote } from './problem-note.tsx'
import { ProgressRail } from './progress-rail.tsx'
import { RehearsalBanner } from './rehearsal-banner.tsx'
import { Result } from './result.tsx'
import { Timeline } from './timeline.tsx'
import { type Run, useRun } from './use-run.ts'
import { useStepFocus } from './use-step-focus.ts'
import { Ways } from './ways.tsx'

/** Below this width of the page the steps stand above what is to be done. */
const NARROW = '@container rotation (max-width: 839px)'

const useStyles = makeStyles({
  screen: { containerType: 'inline-size', containerName: 'rotation' },
  columns: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: '14rem minmax(0, 1fr)',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: {
    position: 'sticky',
    insetBlockStart: '4.5rem',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    [NARROW]: { position: 'static' },
  },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    ':not(:empty)': { marginBlockEnd: tokens.spacingVerticalL },
  },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
})

/** One password change, one step at a time. SECURITY: nothing secret is ever in this window, which others may see. */
export function RotationRunScreen({ run: id }: { readonly run: string }) {
  const { text, moment } = useTexts()
  const styles = useStyles()
  const run = useRun(id)
  const { view, problem, failure, busy } = run
  const heading = useStepFocus(view, busy)
  const { go } = useNavigation()
  const caseId = view?.caseId ?? null
  const leave = () => go(caseId === null ? { screen: 'start' } : { screen: 'rotation', id: caseId })
  // One title through all states: the focus that came to it stays there.
  return (
    <div className={styles.screen}>
      {view?.rehearsal === true ? (
        <RehearsalBanner>
          <DiscardButton run={view.run} size="small" onDiscarded={leave} />
        </RehearsalBanner>
      ) : null}
      <PageTitle
        title={view === null ? text('rotation/title') : text('rotation/run-title', { server: view.server })}
        lead={view === null ? undefined : text('rotation/run-lead', { moment: moment(view.startedAt) })}
        actions={view?.outcome === 'open' ? <Leave view={view} /> : null}
      />
      <div className={styles.notes}>
        {problem === null ? null : <ProblemNote problem={problem} retry={run.reload} />}
        {failure === null ? null : <StateFailure failure={failure} retry={run.reload} />}
        {view === null && busy ? <StateLoading label={text('rotation/opening')} /> : null}
      </div>
      {view === null ? null : <Change view={view} run={run} heading={heading} />}
    </div>
  )
}

/** The steps beside what is to be done now, what is open and who holds what; or what it came to. */
function Change({ view, run, heading }: { readonly view: RunView; readonly run: Run; readonly heading: FocusPlace }) {
  const styles = useStyles()
  const isOpen = view.outcome === 'open'
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <PauseClock view={view} />
        {view.steps.length === 0 ? null : <ProgressRail view={view} />}
      </div>
      <div className={styles.main}>
        {isOpen ? null : <Result view={view} heading={heading} />}
        {isOpen || view.act !== null ? <NowCard view={view} run={run} heading={isOpen ? heading : null} /> : null}
        {isOpen || view.act !== null ? <Ways view={view} run={run} /> : null}
        <Holders view={view} />
        <Timeline view={view} />
      </div>
    </div>
  )
}

/** Lets the change go for now: it can be gone on with later, also by somebody else. */
function Leave({ view }: { readonly view: RunView }) {
  const core = useCore()
  const toast = useToast()
  const { language, text } = useTexts()
  const { go } = useNavigation()
  const { busy, failure, run } = useAct()
  const leave = () =>
    run(async () => {
      await core.rotation.leave({ run: view.run, language })
      toast(text('rotation/left'))
      go({ screen: 'start' })
    })
  return (
    <>
      <Button icon={view.rehearsal ? <HomeRegular /> : <ArrowExitRegular />} disabledFocusable={busy || view.running} onClick={leave}>
        {text('rotation/leave')}
      </Button>
      {failure === null ? null : <span role="alert">{failure.line}</span>}
    </>
  )
}
