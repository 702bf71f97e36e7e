import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { LockClosedFilled } from '@fluentui/react-icons/svg/lock-closed'
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'

import { useTexts } from '../texts/text-context.tsx'
import type { ScanLine } from './use-scan.ts'

/** What became of a probe, as it is shown; `partly`: read, but not all of it. */
export type LineStatus = 'ok' | 'partly' | 'denied' | 'unsupported' | 'failed'

const icons: { readonly [Each in LineStatus]: typeof CheckmarkCircleFilled } = {
  ok: CheckmarkCircleFilled,
  partly: WarningFilled,
  denied: LockClosedFilled,
  unsupported: SubtractCircleRegular,
  failed: ErrorCircleFilled,
}

const NARROW = '@media (max-width: 40rem)'

const MS_PER_SECOND = 1_000

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '1.5rem minmax(0, 1fr) auto',
    [NARROW]: { gridTemplateColumns: '1.5rem minmax(0, 1fr)' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':last-child': { borderBottomStyle: 'none' },
  },
  icon: { display: 'flex', fontSize: tokens.fontSizeBase500 },
  name: { '::first-letter': { textTransform: 'uppercase' } },
  reason: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  status: { color: tokens.colorNeutralForeground2, textAlign: 'end', [NARROW]: { gridColumnStart: 2, textAlign: 'start' } },
  ok: { color: tokens.colorStatusSuccessForeground1 },
  partly: { color: tokens.colorStatusWarningForeground1 },
  denied: { color: tokens.colorStatusWarningForeground1 },
  unsupported: { color: tokens.colorNeutralForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
})

/** null: it is still being read. */
export function statusOf({ finished }: ScanLine): LineStatus | null {
  if (finished === null) return null
  return finished.status === 'ok' && finished.incomplete ? 'partly' : finished.status
}

/** One probe: its name, what became of it, how long it took, and why where it was not read. */
export function ScanLineRow({ line }: { readonly line: ScanLine }) {
  const { text, number } = useTexts()
  const styles = useStyles()
  const status = statusOf(line)
  const Icon = status === null ? null : icons[status]
  const seconds = number(Math.round((line.finished?.durationMs ?? 0) / 10) / (MS_PER_SECOND / 10))
  return (
    <li className={styles.line}>
      <span className={mergeClasses(styles.icon, status !== null && styles[status])}>
        {Icon === null ? <Spinner size="extra-tiny" aria-hidden /> : <Icon aria-hidden />}
      </span>
      <div>
        <div className={styles.name}>{line.name}</div>
        {line.finished?.reason == null ? null : <div className={styles.reason}>{line.finished.reason}</div>}
      </div>
      <span className={styles.status}>
        {status === null ? text('scan/reading') : text('scan/status-and-time', { status: text(`scan/status-${status}`), seconds })}
      </span>
    </li>
  )
}
