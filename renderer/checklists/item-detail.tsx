import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { FormRegular } from '@fluentui/react-icons/svg/form'
import { PersonChatRegular } from '@fluentui/react-icons/svg/person-chat'
import { type RefObject, useRef } from 'react'

import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { focusByKeyboard } from '../components/focus-by-keyboard.ts'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { ChangePasswordsButton } from '../rotation/change-passwords-button.tsx'
import { SqlProblems } from '../sql-server/sql-problems.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { AnswerForm } from './answer-form.tsx'
import { AnswersGiven } from './answers-given.tsx'
import { CheckAgain } from './check-again.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { FoldedPart, Part } from './part.tsx'
import { References } from './references.tsx'
import { Steps } from './steps.tsx'

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, minWidth: 0, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    scrollMarginBlock: '6rem',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ...focusByKeyboard,
  },
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
  accepted: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
    '& dd::first-letter': { textTransform: 'uppercase' },
  },
  lines: { marginBlock: tokens.spacingVerticalS, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** Everything about one item: what it came to, what that rests on, what to do, and what people said about it. */
export function ItemDetail(props: {
  readonly view: CaseView
  readonly item: ItemView
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly onView: (view: CaseView) => void
}) {
  const { view, item, heading, onView } = props
  const { text } = useTexts()
  const styles = useStyles()
  const { go } = useNavigation()
  const answer = useRef<HTMLDivElement>(null)
  return (
    <article className={styles.item} aria-labelledby="item-title">
      <ItemHead item={item} heading={heading} />
      <CheckAgain view={view} item={item}>
        {item.possibleAnswers.length === 0 ? null : (
          <Button icon={<PersonChatRegular />} onClick={() => answer.current?.querySelector<HTMLElement>('form input')?.focus()}>
            {text('checklists/answer/give')}
          </Button>
        )}
        {item.evidence.some(({ probe }) => probe === 'profile') ? (
          <Button icon={<FormRegular />} onClick={() => go({ screen: 'setup', id: view.id })}>
            {text('checklists/to-setup')}
          </Button>
        ) : null}
        <ChangePasswordsButton view={view} item={item} />
      </CheckAgain>
      {item.reads.includes('sql-server') ? <SqlProblems problems={view.sqlProblems} /> : null}
      <Part id="evidence" title={text('checklists/evidence')}>
        <EvidenceTable key={item.id} evidence={item.evidence} />
      </Part>
      <Part id="why" title={text('checklists/why')}>
        <p className={styles.text}>{item.why}</p>
      </Part>
      {item.steps.length === 0 ? null : (
        <Part id="steps" title={text('checklists/steps')}>
          <Steps item={item.id} steps={item.steps} />
        </Part>
      )}
      <Part id="answer" title={text('checklists/answer')}>
        <AnswersGiven view={view} item={item} onView={onView} />
        <div ref={answer}>
          <AnswerForm
            key={item.id}
            view={view}
            item={item}
            onAnswered={(next) => {
              onView(next)
              heading.current?.focus()
            }}
          />
        </div>
      </Part>
      <HowJudged item={item} />
      {item.references.length === 0 ? null : (
        <Part id="references" title={text('checklists/references')}>
          <References references={item.references} />
        </Part>
      )}
    </article>
  )
}

function ItemHead({ item, heading }: { readonly item: ItemView; readonly heading: RefObject<HTMLHeadingElement | null> }) {
  const { text, day } = useTexts()
  const styles = useStyles()
  const facts = [
    ['severity', item.severityWord],
    ['who', text(`checklists/who/${item.who}`)],
    ['effort', text(`checklists/effort/${item.effort}`)],
  ] as const
  return (
    <div className={styles.head}>
      <VerdictBadge verdict={item.verdict} />
      <h2 id="item-title" ref={heading} tabIndex={-1} className={styles.title}>
        {item.title}
      </h2>
      <p className={styles.sentence}>
        <bdi dir="ltr">{item.sentence}</bdi>
      </p>
      {item.acceptedUntil === null ? null : (
        <p className={styles.accepted}>{text('checklists/item/accepted', { date: day(item.acceptedUntil) })}</p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{text(`checklists/item/${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function HowJudged({ item }: { readonly item: ItemView }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (item.judged.length + item.open.length === 0) return null
  return (
    <FoldedPart title={text('checklists/judged')}>
      <ul className={styles.lines}>
        {item.judged.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {item.open.length === 0 ? null : (
        <>
          <p className={styles.text}>{text('checklists/judged/open')}</p>
          <ul className={styles.lines}>
            {item.open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </FoldedPart>
  )
}
