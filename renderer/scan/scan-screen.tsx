import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useRef } from 'react'

import { useAnnounce, useToast } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { AnotherSignIn } from '../sql-server/another-sign-in.tsx'
import { SignInForm } from '../sql-server/sign-in-form.tsx'
import { SqlProblems } from '../sql-server/sql-problems.tsx'
import { useKnownProblems } from '../sql-server/use-known-problems.ts'
import { useTexts } from '../texts/text-context.tsx'
import { ScanLineRow, statusOf } from './scan-line.tsx'
import { type Scan, useScan } from './use-scan.ts'

/** Said at every quarter: a word for each of twenty probes would drown everything else. */
const ANNOUNCED_PARTS = 4

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalL },
  ask: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, marginBlockEnd: tokens.spacingVerticalL },
  end: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    marginBlockEnd: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  endWords: { flexGrow: 1, flexBasis: '16rem', overflowWrap: 'anywhere' },
  endLine: { margin: 0 },
  list: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

interface Props {
  readonly id: string | null
  readonly probes: readonly string[] | null
  readonly item?: string | undefined
  /** the sign-in to SQL Server is chosen first */
  readonly ask?: boolean | undefined
}

/** Reads this server: all of it for a new case, or what one item rests on for one that is open. */
export function ScanScreen({ id, probes, item, ask = false }: Props) {
  const { text } = useTexts()
  const styles = useStyles()
  const { about } = useSettings()
  const scan = useScan(ask ? null : { id, probes, sql: null })
  const { caseId, failure, lines, asks, password } = scan
  const unread = lines.filter((line) => !['ok', null].includes(statusOf(line))).length
  const words = [...(unread > 0 ? [text('scan/unread', { count: unread })] : []), ...(password?.isKept === false ? [password.line] : [])]
  const { onward, leave } = useWays({ id, item, scan, mustSee: words.length > 0 })
  const known = useKnownProblems(ask ? id : null)
  const problems = scan.sqlProblems ?? known
  useProgressAnnounced(scan, words)
  const { machine } = about
  const titles = asks
    ? { title: text('sql-server/title'), lead: text(about.host === 'loopback' ? 'sql-server/lead-browser' : 'sql-server/lead') }
    : { title: text(id === null ? 'scan/title' : 'scan/title-again', { machine }), lead: text('scan/lead') }
  return (
    <>
      <PageTitle {...titles} actions={caseId === null ? <Button onClick={leave}>{text('common/cancel')}</Button> : null} />
      {failure === null ? null : <StateFailure failure={failure} {...(asks ? {} : { retry: scan.again })} />}
      {asks ? (
        <div className={styles.ask}>
          <SqlProblems problems={problems} />
          <SignInForm
            problems={problems}
            action={text(probes === null ? 'sql-server/read-all' : 'sql-server/read-again', { machine })}
            onRead={(sql) => scan.read({ id, probes, sql })}
          />
        </div>
      ) : (
        <Reading scan={scan} />
      )}
      {caseId !== null && words.length > 0 ? <Stay words={words} onContinue={() => onward(caseId)} /> : null}
      {caseId !== null && problems.length > 0 ? (
        <AnotherSignIn problems={problems} onRead={(sql) => scan.read({ id: caseId, probes: ['sql-server'], sql })} />
      ) : null}
      {asks || lines.length === 0 ? null : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <ScanLineRow key={line.probe} line={line} />
          ))}
        </ul>
      )}
    </>
  )
}

/** Where it goes from here: on with what was read, or back without it. */
function useWays({ id, item, scan, mustSee }: Pick<Props, 'id' | 'item'> & { readonly scan: Scan; readonly mustSee: boolean }) {
  const { go } = useNavigation()
  const { caseId, cancel } = scan
  // What was read before somebody signed in once more stays, also where that is cancelled.
  const kept = useRef(id)
  useEffect(() => {
    kept.current = caseId ?? kept.current
  }, [caseId])
  const onward = useCallback(
    (found: string) =>
      go(id === null ? { screen: 'setup', id: found } : { screen: 'checklists', id: found, ...(item === undefined ? {} : { item }) }),
    [go, id, item],
  )
  // Where something could not be read or kept, a person sees it before going on.
  useEffect(() => {
    if (caseId !== null && !mustSee) onward(caseId)
  }, [caseId, mustSee, onward])
  const leave = () => {
    cancel()
    if (kept.current === null) go({ screen: 'start' })
    else onward(kept.current)
  }
  return { onward, leave }
}

function Reading({ scan: { done, total, failure } }: { readonly scan: Scan }) {
  const { text } = useTexts()
  const styles = useStyles()
  if (failure !== null && total === 0) return null
  return (
    <div className={styles.progress}>
      <ProgressBar thickness="large" aria-label={text('scan/progress-label')} value={done} max={Math.max(total, 1)} />
      <span>{total === 0 ? text('scan/beginning') : text('scan/progress', { done, total })}</span>
    </div>
  )
}

function Stay({ words, onContinue }: { readonly words: readonly string[]; readonly onContinue: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const arrive = useCallback((button: HTMLButtonElement | null) => button?.focus(), [])
  return (
    <div className={styles.end}>
      <div className={styles.endWords}>
        {words.map((line) => (
          <p key={line} className={styles.endLine}>
            {line}
          </p>
        ))}
      </div>
      <Button ref={arrive} appearance="primary" onClick={onContinue}>
        {text('scan/continue')}
      </Button>
    </div>
  )
}

function useProgressAnnounced({ done, total, caseId, password }: Scan, words: readonly string[]) {
  const announce = useAnnounce()
  const toast = useToast()
  const { text } = useTexts()
  const part = total === 0 ? 0 : Math.floor((done / total) * ANNOUNCED_PARTS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the part changes, with the count of that moment
  useEffect(() => {
    if (part > 0 && part < ANNOUNCED_PARTS) announce(text('scan/progress', { done, total }))
  }, [part])
  const said = words.join(' ')
  const kept = password?.isKept === true ? password.line : null
  useEffect(() => {
    if (caseId === null) return
    // It stands under the stored passwords, too.
    if (kept !== null) toast(kept)
    if (said !== '' || kept === null) announce(said === '' ? text('scan/done') : said)
  }, [caseId, said, kept, announce, toast, text])
}
