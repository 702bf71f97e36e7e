import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { useId } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ActList } from './act-list.tsx'
import { CurrentAct } from './current-act.tsx'
import { Decisions } from './decisions.tsx'
import { Findings } from './findings.tsx'
import { type FocusPlace, NowHeading } from './now-heading.tsx'
import { ActingOwner } from './owner.tsx'
import { TypeButton } from './type-button.tsx'
import type { Run } from './use-run.ts'
import { useTyped } from './use-typed.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
    '@media (max-width: 40rem)': { padding: tokens.spacingHorizontalL },
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  titles: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1, flexBasis: '14rem' },
  eyebrow: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
  divider: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingBlockStart: tokens.spacingVerticalL },
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  trouble: {
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  troubleTop: { display: 'flex', gap: tokens.spacingHorizontalS, color: tokens.colorStatusDangerForeground1 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase600 },
  text: { margin: 0 },
  options: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

interface Props {
  readonly view: RunView
  readonly run: Run
  readonly heading: FocusPlace
}

/** The step that is on screen: who acts, what is done and open in it, and the one thing to do now. */
export function NowCard({ view, run, heading }: Props) {
  const { text } = useTexts()
  const styles = useStyles()
  const titleId = useId()
  const { steps, title, owner, acts, act, trouble, question } = view
  const at = steps.findIndex(({ state }) => state === 'current')
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <div className={styles.top}>
        <div className={styles.titles}>
          {at === -1 ? null : <span className={styles.eyebrow}>{text('rotation/step-of', { step: at + 1, steps: steps.length })}</span>}
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
        </div>
        {owner === null ? null : <ActingOwner owner={owner} />}
      </div>
      {isDeciding(view) ? <Trouble view={view} run={run} heading={heading} /> : null}
      {question === null ? null : (
        <div className={styles.part}>
          <NowHeading heading={heading}>{question.line}</NowHeading>
          <div className={styles.options}>
            {question.options.map(({ id, line }) => (
              <Button key={id} size="large" disabledFocusable={run.busy} onClick={() => run.answer(id)}>
                {line}
              </Button>
            ))}
          </div>
        </div>
      )}
      {act === null && view.running ? <Spinner label={text('rotation/act/running')} labelPosition="after" /> : null}
      {act === null || trouble !== null || question !== null ? null : (
        <CurrentAct view={view} act={act} run={run} heading={isDeciding(view) ? null : heading} />
      )}
      {acts.length < 2 ? null : (
        <div className={styles.divider}>
          <ActList acts={acts} />
        </div>
      )}
    </section>
  )
}

/** What SQL Server refused to one account, another may do: then the person tries again. */
function SqlSignIn({ id, instance }: { readonly id: string; readonly instance: string }) {
  const core = useCore()
  const { text, language } = useTexts()
  const typed = useTyped({ ask: (name) => core.rotation.signInToSql({ id, instance: name, language }), onDone: () => undefined })
  return (
    <TypeButton
      typing={typed(instance)}
      label={text('rotation/sql-sign-in')}
      name={text('rotation/sql-sign-in-of', { instance })}
      does={text('rotation/sql-sign-in-then')}
    />
  )
}

/** Nothing goes on before a person has decided. */
export function isDeciding({ trouble, preflight }: RunView): boolean {
  return trouble !== null || preflight.some(({ level }) => level === 'stop')
}

/** What went wrong or stands in the way, what is known of it, and what can be decided. */
function Trouble({ view, run, heading }: Props) {
  const { text } = useTexts()
  const styles = useStyles()
  const { trouble, preflight, logins } = view
  return (
    <div className={mergeClasses(styles.part, styles.trouble)}>
      <div className={styles.troubleTop}>
        <ErrorCircleFilled aria-hidden className={styles.icon} />
        <NowHeading heading={heading}>{trouble?.line ?? text('rotation/in-the-way')}</NowHeading>
      </div>
      {trouble?.detail == null ? null : <p className={styles.text}>{trouble.detail}</p>}
      {trouble?.next == null ? null : (
        <p className={styles.text}>
          <strong>{text('rotation/trouble-next')}</strong> {trouble.next}
        </p>
      )}
      {trouble?.signInTo == null || view.caseId === null ? null : <SqlSignIn id={view.caseId} instance={trouble.signInTo} />}
      {preflight.length === 0 ? null : (
        <Findings findings={preflight} nameOf={(key) => logins.find((login) => login.key === key)?.name ?? key} byHand={null} />
      )}
      <Decisions view={view} run={run} first />
    </div>
  )
}
