import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { HandRightRegular } from '@fluentui/react-icons/svg/hand-right'
import { InfoRegular } from '@fluentui/react-icons/svg/info'
import { useId, useLayoutEffect, useRef } from 'react'

import type { RunView } from '#shared/contract/index.ts'
import { FoldedPart } from '../checklists/part.tsx'
import { useTexts } from '../texts/text-context.tsx'

export type Finding = RunView['preflight'][number]
type Level = Finding['level']

const icons: { readonly [Each in Level]: typeof InfoRegular } = {
  stop: ErrorCircleFilled,
  'by-hand': HandRightRegular,
  warn: InfoRegular,
  ok: CheckmarkCircleFilled,
}

/** What stands in the way comes first. */
const order: readonly Level[] = ['stop', 'by-hand', 'warn', 'ok']

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  finding: {
    display: 'grid',
    gridTemplateColumns: '1.5rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':last-child': { borderBottomStyle: 'none' },
  },
  icon: { display: 'flex', paddingBlockStart: '0.1rem', fontSize: tokens.fontSizeBase500 },
  stop: { color: tokens.colorStatusDangerForeground1 },
  'by-hand': { color: tokens.colorStatusWarningForeground1 },
  warn: { color: tokens.colorNeutralForeground2 },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  word: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2 },
})

/** How a person takes something onto the list of what is done by hand. */
export interface ByHand {
  readonly taken: readonly string[]
  readonly take: (taken: readonly string[]) => void
}

/** What was found beforehand, worst first; what is in order is folded away. `byHand` null: nothing can be chosen any more. */
export function Findings(props: {
  readonly findings: readonly Finding[]
  /** name of a login by its key */
  readonly nameOf: (key: string) => string
  readonly byHand: ByHand | null
}) {
  const { findings, nameOf, byHand } = props
  const { text } = useTexts()
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const pressed = useRef<string | null>(null)
  const sorted = findings.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level))
  const told = sorted.filter(({ level }) => level !== 'ok')
  const fine = sorted.filter(({ level }) => level === 'ok')

  // What was taken by hand moves to another place of the list, and would lose the focus on the way.
  useLayoutEffect(() => {
    if (pressed.current === null || document.activeElement !== document.body || findings.length === 0) return
    list.current?.querySelector<HTMLElement>(`input[value="${CSS.escape(pressed.current)}"]`)?.focus()
    pressed.current = null
  }, [findings])

  const row = (finding: Finding) => (
    <FindingRow
      key={`${finding.login} ${finding.dependant} ${finding.line}`}
      finding={finding}
      login={finding.login === null ? null : nameOf(finding.login)}
      byHand={byHand}
      onPress={() => {
        pressed.current = finding.dependant
      }}
    />
  )
  return (
    <>
      {told.length === 0 ? <span>{text('rotation/findings-none')}</span> : null}
      <ul ref={list} className={styles.list}>
        {told.map(row)}
      </ul>
      {fine.length === 0 ? null : (
        <FoldedPart title={text('rotation/findings-ok', { count: fine.length })}>
          <ul className={styles.list}>{fine.map(row)}</ul>
        </FoldedPart>
      )}
    </>
  )
}

function FindingRow(props: {
  readonly finding: Finding
  readonly login: string | null
  readonly byHand: ByHand | null
  readonly onPress: () => void
}) {
  const { finding, login, byHand, onPress } = props
  const { level, levelWord, line, advice, dependant } = finding
  const { text } = useTexts()
  const styles = useStyles()
  const lineId = useId()
  const Icon = icons[level]
  return (
    <li className={styles.finding}>
      <span className={mergeClasses(styles.icon, styles[level])}>
        <Icon aria-hidden />
      </span>
      <div>
        <div>
          <span className={mergeClasses(styles.word, styles[level])}>{levelWord}</span>
          {login === null ? null : (
            <>
              {levelWord === '' ? null : ' · '}
              <bdi className={styles.soft}>{login}</bdi>
            </>
          )}
        </div>
        <div id={lineId}>{line}</div>
        {advice === null ? null : <div className={styles.soft}>{advice}</div>}
        {dependant === null || byHand === null ? null : (
          <Checkbox
            value={dependant}
            checked={byHand.taken.includes(dependant)}
            label={text('rotation/take-by-hand')}
            aria-describedby={lineId}
            onChange={(_event, { checked }) => {
              onPress()
              byHand.take(checked === true ? [...byHand.taken, dependant] : byHand.taken.filter((each) => each !== dependant))
            }}
          />
        )}
      </div>
    </li>
  )
}
