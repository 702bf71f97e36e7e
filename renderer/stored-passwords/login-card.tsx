import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { ArrowExportRegular } from '@fluentui/react-icons/svg/arrow-export'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

import type { StoredPassword } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'

/** Enough of a random name to tell the entries of one login apart. */
const SHOWN_NAME_CHARACTERS = 8

const icons: { readonly [State in StoredPassword['state']]: typeof ClockRegular } = {
  current: CheckmarkCircleFilled,
  next: ClockRegular,
  previous: HistoryRegular,
  unfinished: WarningFilled,
}

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
  },
  names: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexBasis: '13rem',
    fontWeight: tokens.fontWeightSemibold,
  },
  current: { color: tokens.colorStatusSuccessForeground1 },
  unfinished: { color: tokens.colorStatusWarningForeground1 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    flexBasis: '16rem',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '& dt': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  name: { fontFamily: tokens.fontFamilyMonospace },
})

/** What is stored for one login; all of it belongs to the login of the first. */
export function LoginCard(props: {
  readonly first: StoredPassword
  readonly passwords: readonly StoredPassword[]
  readonly onHandOver: (password: StoredPassword) => void
  readonly onDelete: (password: StoredPassword) => void
}) {
  const { first, passwords, onHandOver, onDelete } = props
  const { text } = useTexts()
  const styles = useStyles()
  const heading = `stored-${first.generation}`
  const kind = text(`stored-passwords/kind/${first.kind ?? 'none'}`)
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.names}>
        <h2 id={heading} className={styles.title}>
          <bdi>{first.login}</bdi>
        </h2>
        <span className={styles.soft}>{text('stored-passwords/on-server', { kind, server: first.server })}</span>
      </div>
      <ul className={styles.list}>
        {passwords.map((password) => (
          <Entry key={password.generation} password={password} onHandOver={onHandOver} onDelete={onDelete} />
        ))}
      </ul>
    </section>
  )
}

function Entry(props: {
  readonly password: StoredPassword
  readonly onHandOver: (password: StoredPassword) => void
  readonly onDelete: (password: StoredPassword) => void
}) {
  const { password, onHandOver, onDelete } = props
  const { login, state, storedAt, keepUntil } = password
  const { text, moment } = useTexts()
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const Icon = icons[state]
  const name = password.generation.slice(0, SHOWN_NAME_CHARACTERS)
  const word = text(`stored-passwords/state/${state}`)
  const color = state === 'current' ? styles.current : state === 'unfinished' && styles.unfinished
  return (
    <li className={styles.entry}>
      <span className={mergeClasses(styles.state, color)}>
        <Icon aria-hidden className={styles.icon} />
        {word}
      </span>
      <dl className={styles.facts}>
        <div>
          <dt>{text('stored-passwords/stored-at')}</dt>
          <dd>{storedAt === null ? text('stored-passwords/stored-never') : moment(storedAt)}</dd>
        </div>
        {keepUntil === null ? null : (
          <div>
            <dt>{text('stored-passwords/keep-until')}</dt>
            <dd>{moment(keepUntil)}</dd>
          </div>
        )}
        <div>
          <dt>{text('stored-passwords/entry')}</dt>
          <dd className={styles.name}>{name}</dd>
        </div>
      </dl>
      <div className={styles.acts}>
        {state === 'unfinished' ? null : (
          <Button
            {...restoreFocus}
            icon={<ArrowExportRegular />}
            aria-label={text('stored-passwords/hand-over-which', { login, state: word, name })}
            onClick={() => onHandOver(password)}
          >
            {text('stored-passwords/hand-over')}
          </Button>
        )}
        <Button
          {...restoreFocus}
          icon={<DeleteRegular />}
          aria-label={text('stored-passwords/delete-which', { login, state: word, name })}
          onClick={() => onDelete(password)}
        >
          {text('stored-passwords/delete')}
        </Button>
      </div>
    </li>
  )
}
