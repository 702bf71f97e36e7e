import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useCallback, useEffect } from 'react'

import { useAnnounce } from '../app/announce.tsx'
import { useNavigation } from '../app/route-context.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { ScanLineRow, statusOf } from './scan-line.tsx'
import { type Scan, useScan } from './use-scan.ts'

/** Said at every quarter: a word for each of twenty probes would drown everything else. */
const ANNOUNCED_PARTS = 4

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalL },
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
  endWords: { flexGrow: 1, flexBasis: '16rem' },
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

/** Reads this server: all of it for a new case, or what one item rests on for one that is open. */
export function ScanScreen(props: {
  readonly id: string | null
  readonly probes: readonly string[] | null
  readonly item?: string | undefined
}) {
  const { id, probes, item } = props
  const { text } = useTexts()
  const styles = useStyles()
  const { about } = useSettings()
  const { go } = useNavigation()
  const scan = useScan(id, probes)
  const { done, total, caseId, failure, lines } = scan
  const unread = lines.filter((line) => !['ok', null].includes(statusOf(line)))
  useProgressAnnounced(scan, unread.length)

  const onward = useCallback(
    (found: string) =>
      go(id === null ? { screen: 'setup', id: found } : { screen: 'checklists', id: found, ...(item === undefined ? {} : { item }) }),
    [go, id, item],
  )
  // Where something could not be read, a person sees it before going on.
  useEffect(() => {
    if (caseId !== null && unread.length === 0) onward(caseId)
  }, [caseId, unread.length, onward])

  function leave() {
    scan.cancel()
    go(id === null ? { screen: 'start' } : { screen: 'checklists', id, ...(item === undefined ? {} : { item }) })
  }

  return (
    <>
      <PageTitle
        title={text(id === null ? 'scan/title' : 'scan/title-again', { machine: about.machine })}
        lead={text('scan/lead')}
        actions={caseId === null ? <Button onClick={leave}>{text('common/cancel')}</Button> : null}
      />
      {failure === null ? null : <StateFailure failure={failure} retry={scan.again} />}
      {caseId !== null && unread.length > 0 ? <Unread count={unread.length} onContinue={() => onward(caseId)} /> : null}
      {failure !== null && total === 0 ? null : (
        <div className={styles.progress}>
          <ProgressBar thickness="large" aria-label={text('scan/progress-label')} value={done} max={Math.max(total, 1)} />
          <span>{total === 0 ? text('scan/beginning') : text('scan/progress', { done, total })}</span>
        </div>
      )}
      {lines.length === 0 ? null : (
        <ul className={styles.list}>
          {lines.map((line) => (
            <ScanLineRow key={line.probe} line={line} />
          ))}
        </ul>
      )}
    </>
  )
}

function Unread({ count, onContinue }: { readonly count: number; readonly onContinue: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const arrive = useCallback((button: HTMLButtonElement | null) => button?.focus(), [])
  return (
    <div className={styles.end}>
      <span className={styles.endWords}>{text('scan/unread', { count })}</span>
      <Button ref={arrive} appearance="primary" onClick={onContinue}>
        {text('scan/continue')}
      </Button>
    </div>
  )
}

function useProgressAnnounced({ done, total, caseId }: Scan, unread: number) {
  const announce = useAnnounce()
  const { text } = useTexts()
  const part = total === 0 ? 0 : Math.floor((done / total) * ANNOUNCED_PARTS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the part changes, with the count of that moment
  useEffect(() => {
    if (part > 0 && part < ANNOUNCED_PARTS) announce(text('scan/progress', { done, total }))
  }, [part])
  useEffect(() => {
    if (caseId !== null) announce(unread === 0 ? text('scan/done') : text('scan/unread', { count: unread }))
  }, [caseId, unread, announce, text])
}
