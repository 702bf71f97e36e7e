import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { useId, useState } from 'react'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { useAsked } from '../components/use-asked.ts'
import { useTexts } from '../texts/text-context.tsx'
import { BeginDialog } from './begin-dialog.tsx'
import { Card } from './card.tsx'
import { type Problem, ProblemNote } from './problem-note.tsx'
import { RealOrRehearsed } from './real-or-rehearsed.tsx'
import type { Preparing } from './use-preparation.ts'

type Standing = RotationPreparation['standing']

const icons: { readonly [Each in Standing]: typeof QuestionCircleRegular } = {
  'could-start': CheckmarkCircleFilled,
  stopped: ErrorCircleFilled,
  'not-known': QuestionCircleRegular,
}

const useStyles = makeStyles({
  standing: { display: 'flex', gap: tokens.spacingHorizontalS, margin: 0, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  'could-start': { color: tokens.colorStatusSuccessForeground1 },
  stopped: { color: tokens.colorStatusDangerForeground1 },
  'not-known': { color: tokens.colorStatusWarningForeground1 },
  facts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  act: { alignSelf: 'stretch' },
})

interface Props {
  readonly id: string
  readonly preparation: RotationPreparation
  readonly preparing: Preparing
}

/** What the change comes to, and its beginning. Where it cannot begin the button stays, says why, and does nothing. */
export function BeginCard({ id, preparation, preparing }: Props) {
  const { standing, standingLine, rehearsal, pausedAtLeastMinutes, restarts } = preparation
  const { choices } = preparing
  const { text, number } = useTexts()
  const styles = useStyles()
  const hintId = useId()
  const restoreFocus = useRestoreFocusTarget()
  const { asked, ask, forget } = useAsked<true>()
  const { busy, failure, problem, begin } = useBegin(id, preparing)
  const obstacle = obstacleOf(preparation, preparing)
  const Icon = icons[standing]
  const minutes = number(Math.ceil(pausedAtLeastMinutes))
  const start = () => {
    if (obstacle !== null || busy) return
    if (rehearsal) begin(null)
    else ask(true)
  }
  return (
    <Card title={text('rotation/begin-card')}>
      <p className={mergeClasses(styles.standing, styles[standing])}>
        <Icon aria-hidden className={styles.icon} />
        <span>{standingLine}</span>
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{text('rotation/begin/logins')}</dt>
          <dd>{number(choices?.logins.length ?? preparation.choices.logins.length)}</dd>
        </div>
        <div>
          <dt>{text('rotation/begin/pause')}</dt>
          <dd>{pausedAtLeastMinutes === 0 ? text('rotation/begin/pause-none') : text('rotation/begin/pause-least', { minutes })}</dd>
        </div>
        <div>
          <dt>{text('rotation/begin/restarts')}</dt>
          <dd>{number(restarts.length)}</dd>
        </div>
      </dl>
      <RealOrRehearsed preparation={preparation} preparing={preparing} />
      {problem === null ? null : <ProblemNote problem={problem} />}
      {failure === null ? null : <StateFailure failure={failure} />}
      <Button
        {...restoreFocus}
        className={styles.act}
        appearance="primary"
        size="large"
        disabledFocusable={obstacle !== null || busy}
        aria-describedby={hintId}
        onClick={start}
      >
        {text(rehearsal ? 'rotation/begin/rehearsal' : 'rotation/begin')}
      </Button>
      <p id={hintId} className={styles.hint}>
        {text(
          obstacle === null ? (rehearsal ? 'rotation/begin/rehearsal-does' : 'rotation/begin-does') : `rotation/begin/obstacle/${obstacle}`,
        )}
      </p>
      {asked === null ? null : (
        <BeginDialog
          preparation={preparation}
          count={choices?.logins.length ?? 0}
          onCancel={forget}
          onConfirm={(typed) => {
            forget()
            begin(typed)
          }}
        />
      )}
    </Card>
  )
}

type Obstacle = 'typed' | 'stale' | 'nothing' | 'stopped'

function obstacleOf({ canBegin }: RotationPreparation, { choices, isStale }: Preparing): Obstacle | null {
  if (choices === null) return 'typed'
  if (choices.logins.length === 0) return 'nothing'
  if (isStale) return 'stale'
  return canBegin ? null : 'stopped'
}

function useBegin(id: string, { choices, real }: Preparing) {
  const core = useCore()
  const { language } = useTexts()
  const { go } = useNavigation()
  const { busy, failure, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = (typed: string | null) =>
    run(async () => {
      if (choices === null) return
      setProblem(null)
      const answer = await core.rotation.begin({ id, choices, real, typed, language })
      if (answer.kind === 'problem') setProblem(answer)
      else go({ screen: 'rotation-run', run: answer.view.run, id })
    })
  return { busy, failure, problem, begin }
}
