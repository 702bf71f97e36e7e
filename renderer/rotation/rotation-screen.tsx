import { Button, Field, makeStyles, Radio, RadioGroup, Spinner, tokens } from '@fluentui/react-components'
import { FormRegular } from '@fluentui/react-icons/svg/form'

import type { RotationChoices, RotationPreparation } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useCore } from '../client/core-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateEmpty } from '../components/state-empty.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { Section } from '../setup/section.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Appointment } from './appointment.tsx'
import { BeginCard } from './begin-card.tsx'
import { Dependants } from './dependants.tsx'
import type { Draft } from './draft.ts'
import { Findings } from './findings.tsx'
import { InterruptedChanges } from './interrupted-changes.tsx'
import { LoginChoice, type RealChange, WithDoes } from './login-choice.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { RehearsalBanner } from './rehearsal-banner.tsx'
import { type Preparing, usePreparation } from './use-preparation.ts'
import { useTyped } from './use-typed.ts'

/** Below this width of the page what it comes to stands under what is chosen. */
const NARROW = '@container rotation (max-width: 839px)'

const useStyles = makeStyles({
  screen: { containerType: 'inline-size', containerName: 'rotation' },
  columns: {
    display: 'grid',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr) 17rem',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  parts: { minWidth: 0 },
  side: { position: 'sticky', insetBlockStart: '4.5rem', [NARROW]: { position: 'static' } },
  checking: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '1.5rem',
    color: tokens.colorNeutralForeground2,
  },
  text: { margin: 0 },
})

/** Before a password change: what is chosen, what stands in the way, and what will be done. Nothing is changed from here. */
export function RotationScreen({ id }: { readonly id: string }) {
  const { text } = useTexts()
  const styles = useStyles()
  const preparing = usePreparation(id)
  const { found, failure, retry } = preparing
  const server = found?.kind === 'preparation' ? found.server : null
  return (
    <div className={styles.screen}>
      {found?.kind === 'preparation' && found.rehearsal ? <RehearsalBanner /> : null}
      <PageTitle title={text('rotation/title')} lead={server === null ? text('rotation/lead') : text('rotation/lead-server', { server })} />
      <InterruptedChanges caseId={id} />
      {failure === null ? null : <StateFailure failure={failure} retry={retry} />}
      {found === null && failure === null ? <StateLoading /> : null}
      {found?.kind === 'no-login' ? <NoLogin id={id} line={found.line} /> : null}
      {found?.kind === 'preparation' && preparing.draft !== null ? (
        <div className={styles.columns}>
          <div className={styles.parts}>
            <Parts id={id} preparation={found} preparing={preparing} draft={preparing.draft} />
          </div>
          <div className={styles.side}>
            <BeginCard id={id} preparation={found} preparing={preparing} />
          </div>
        </div>
      ) : null}
    </div>
  )
}

function NoLogin({ id, line }: { readonly id: string; readonly line: string }) {
  const { text } = useTexts()
  const { go } = useNavigation()
  return (
    <StateEmpty
      title={text('rotation/no-login')}
      body={line}
      action={
        <Button appearance="primary" icon={<FormRegular />} onClick={() => go({ screen: 'setup', id })}>
          {text('rotation/to-setup')}
        </Button>
      }
    />
  )
}

interface PartsProps {
  readonly id: string
  readonly preparation: RotationPreparation
  readonly preparing: Preparing
  readonly draft: Draft
}

function Parts({ id, preparation, preparing, draft }: PartsProps) {
  const { change, isStale, choices, retry } = preparing
  const { server, logins, throughWindows, findings, notRead, graph, rehearsal, keeping, canEnterOld } = preparation
  const { oldPasswordOf, sqlServerOf } = useTypedHere(id, choices, retry)
  const realOf = ({ key, signInTo }: (typeof logins)[number]): RealChange | null =>
    rehearsal
      ? null
      : { keeping, oldPassword: canEnterOld ? oldPasswordOf(key) : null, sqlServer: signInTo === null ? null : sqlServerOf(signInTo) }
  const { text } = useTexts()
  const styles = useStyles()
  const nameOf = (key: string): string => logins.find((login) => login.key === key)?.name ?? key
  return (
    <>
      <Appointment server={server} draft={draft} change={change} />
      <Section title="rotation/logins" why="rotation/logins-why">
        {draft.logins.map((own) => {
          const login = logins.find(({ key }) => key === own.key)
          const set = (part: Partial<typeof own>) =>
            change({ logins: draft.logins.map((each) => (each.key === own.key ? { ...each, ...part } : each)) })
          return login === undefined ? null : <LoginChoice key={own.key} login={login} draft={own} real={realOf(login)} change={set} />
        })}
        {throughWindows === null ? null : <p className={styles.text}>{throughWindows}</p>}
      </Section>
      <Pause draft={draft} change={change} />
      <Section title="rotation/findings" why="rotation/findings-why">
        {isStale ? (
          <div className={styles.checking}>
            <Spinner size="tiny" aria-hidden /> {text('rotation/checking')}
          </div>
        ) : null}
        <Findings
          findings={findings}
          nameOf={nameOf}
          byHand={{ taken: draft.takenByHand, take: (takenByHand) => change({ takenByHand }) }}
        />
        {notRead === null ? null : <p className={styles.text}>{notRead}</p>}
      </Section>
      <Section title="rotation/dependants" why="rotation/dependants-why">
        <Dependants graph={graph} />
      </Section>
      <PlanSteps preparation={preparation} />
    </>
  )
}

/** What is typed in windows of the system; what was done there makes the core look again. */
function useTypedHere(id: string, choices: RotationChoices | null, onDone: () => void) {
  const core = useCore()
  const { language } = useTexts()
  return {
    oldPasswordOf: useTyped({ ask: (login) => core.rotation.enterOld({ id, login, choices, language }), onDone }),
    sqlServerOf: useTyped({ ask: (instance) => core.rotation.signInToSql({ id, instance, language }), onDone }),
  }
}

function Pause({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) {
  const { text } = useTexts()
  const choices = ['app', 'by-hand', 'not-wanted'] as const
  return (
    <Section title="rotation/pause" why="rotation/pause-why">
      <Field label={text('rotation/pause-who')}>
        <RadioGroup
          value={draft.pause}
          onChange={(_event, { value }) => change({ pause: choices.find((choice) => choice === value) ?? draft.pause })}
        >
          {choices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={<WithDoes label={text(`rotation/pause/${choice}`)} does={text(`rotation/pause-does/${choice}`)} />}
            />
          ))}
        </RadioGroup>
      </Field>
    </Section>
  )
}
