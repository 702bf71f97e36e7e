import type { Params } from '../../checks/check.ts'
import type { ReportedLogin } from '../../formats/rotation-report.ts'
import type { RotationWords } from './sentences.ts'

/** One login of the change, as a report shows it. */
export interface RotationReportLogin {
  readonly key: string
  readonly name: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** one sentence for each who has a copy of the password */
  readonly holders: readonly string[]
  /** absent: all have what the login takes */
  readonly warning: string | undefined
}

const told = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no')

type Text = (key: string, params?: Params) => string

/** What is said of a login; of one whose change was taken back only that all is as before. */
export function loginInWords(
  login: ReportedLogin,
  takenBack: boolean,
  { names, translator }: RotationWords,
  moment: (instant: string) => string,
): RotationReportLogin {
  const text: Text = (key, params = {}) => translator.text(`report/rotation/${key}`, params)
  const { login: name, user } = names.ofLogin(login.key)
  const values = takenBack
    ? { change: text('change/as-before', { holds: text(holdsKey(login, 'old')) }) }
    : changeOf(login, user, text, moment)
  const holders = login.holders.map(({ holds, key, verifiedAt }) => {
    const said = { holder: names.ofHolderInFull(login.key, key), holds: text(holdsKey(login, holds)) }
    return verifiedAt === null ? text('holder-has', said) : text('holder-verified', { ...said, moment: moment(verifiedAt) })
  })
  return {
    key: login.key,
    name,
    facts: Object.entries(values).map(([id, value]) => ({ label: text(`fact/${id}`), value })),
    holders: holders.length === 0 ? [text('no-holder')] : holders,
    warning: login.agree ? undefined : text('disagree'),
  }
}

const holdsKey = ({ change }: ReportedLogin, holds: ReportedLogin['takes']): string =>
  `${change === 'new-user' ? 'holds-user' : 'holds'}/${holds}`

function changeOf(login: ReportedLogin, user: string, text: Text, moment: (instant: string) => string) {
  const what = text(`change/${login.change}`, { user })
  return {
    change: login.setBy === null || login.change === 'new-user' ? what : text(`set-by/${login.setBy}`, { what }),
    changed: login.changedAt === null ? text('not-changed') : text(`changed-by/${login.changedBy}`, { moment: moment(login.changedAt) }),
    verified: login.verifiedAt === null ? text('not-verified') : moment(login.verifiedAt),
    takes: text(holdsKey(login, login.takes)),
    kept: text(`kept/${login.keptIn}`),
    grade: text(`grade/${login.grade ?? 'none'}`),
    unique: text(`unique/${told(login.unique)}`),
  }
}
