import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

import type { RunView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { Card } from './card.tsx'

type Login = RunView['logins'][number]
type Holding = Login['takes']

const icons: { readonly [Each in Holding]: typeof ClockRegular } = {
  old: HistoryRegular,
  new: CheckmarkCircleFilled,
  superseded: ClockRegular,
  unknown: QuestionCircleRegular,
}

const useStyles = makeStyles({
  disagreements: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  disagreement: { display: 'flex', gap: tokens.spacingHorizontalS },
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(17rem, 100%), 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  caption: { textAlign: 'start', paddingBlock: tokens.spacingVerticalXS },
  name: { fontWeight: tokens.fontWeightSemibold },
  soft: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  holds: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  old: { color: tokens.colorNeutralForeground2 },
  new: { color: tokens.colorStatusSuccessForeground1 },
  superseded: { color: tokens.colorStatusWarningForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground1 },
})

/** Who holds which password, login by login; who does not agree is named first. No password is ever here. */
export function Holders({ view }: { readonly view: RunView }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <Card title={text('rotation/holders')}>
      {view.disagreements.length === 0 ? null : (
        <ul className={styles.disagreements} aria-label={text('rotation/disagreements')}>
          {view.disagreements.map((line) => (
            <li key={line} className={styles.disagreement}>
              <WarningFilled aria-hidden className={styles.icon} />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.tables}>
        {view.logins.map((login) => (
          <LoginTable key={login.key} login={login} />
        ))}
      </div>
    </Card>
  )
}

function LoginTable({ login }: { readonly login: Login }) {
  const { name, kindWord, takes, takesWord, holders } = login
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <bdi className={styles.name}>{name}</bdi> <span className={styles.soft}>{kindWord}</span>
      </caption>
      <tbody>
        <tr>
          <th scope="row" className={styles.cell}>
            {text('rotation/holder/login')}
          </th>
          <td className={styles.cell}>
            <Holds holding={takes} word={takesWord} />
          </td>
        </tr>
        {holders.map((holder) => (
          <tr key={`${holder.kindWord} ${holder.name}`}>
            <th scope="row" className={styles.cell}>
              <HolderName {...holder} />
            </th>
            <td className={styles.cell}>
              <Holds holding={holder.holds} word={holder.holdsWord} />
              {holder.holds === takes ? null : <div className={styles.soft}>{text('rotation/holder/differs')}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What it is often holds its name. */
function HolderName({ name, kindWord }: { readonly name: string; readonly kindWord: string }) {
  const styles = useStyles()
  if (kindWord.includes(name)) return <bdi>{kindWord}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <span className={styles.soft}>{kindWord}</span>
    </>
  )
}

function Holds({ holding, word }: { readonly holding: Holding; readonly word: string }) {
  const styles = useStyles()
  const Icon = icons[holding]
  return (
    <span className={mergeClasses(styles.holds, styles[holding])}>
      <Icon aria-hidden className={styles.icon} />
      {word}
    </span>
  )
}
