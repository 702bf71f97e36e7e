import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import { useId } from 'react'

import type { CaseView, Language } from '#shared/contract/index.ts'
import { useCore } from '../client/core-context.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Panel } from './panel.tsx'
import type { Paper } from './use-page.ts'
import { useSave } from './use-save.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    width: '100%',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
  },
  button: { minWidth: '9rem', justifyContent: 'flex-start' },
  soft: { flexGrow: 1, flexBasis: '7rem', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** The certificate as files, and on paper. */
export function SaveFiles(props: {
  readonly view: CaseView
  readonly paper: Paper
  readonly language: Language
  /** null: the page is not there yet */
  readonly onPrint: (() => void) | null
}) {
  const { view, paper, language, onPrint } = props
  const core = useCore()
  const { language: spoken, text } = useTexts()
  const styles = useStyles()
  const { busy, failure, save } = useSave()
  const page = (format: 'pdf' | 'html' | 'csv' | 'json') => () => core.reports.render({ id: view.id, format, paper, language })
  const files = [
    ['pdf', page('pdf')],
    ['html', page('html')],
    ['csv', page('csv')],
    ['json', page('json')],
    ['snapshot', () => core.reports.snapshot({ id: view.id, language: spoken })],
  ] as const
  return (
    <Panel id="save" title={text('certificate/save')}>
      <Button className={styles.button} icon={<PrintRegular />} disabledFocusable={onPrint === null} onClick={() => onPrint?.()}>
        {text('certificate/print')}
      </Button>
      <ul className={styles.list}>
        {files.map(([format, make]) => (
          <FileLine key={format} format={format} busy={busy} onSave={() => save(make)} />
        ))}
      </ul>
      {failure === null ? null : <StateFailure failure={failure} />}
    </Panel>
  )
}

function FileLine({ format, busy, onSave }: { readonly format: string; readonly busy: boolean; readonly onSave: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const hint = useId()
  const name = text(`certificate/save/${format}`)
  return (
    <li className={styles.line}>
      <Button
        className={styles.button}
        icon={<ArrowDownloadRegular />}
        appearance={format === 'pdf' ? 'primary' : 'secondary'}
        disabledFocusable={busy}
        aria-label={text('certificate/save/as', { format: name })}
        aria-describedby={hint}
        onClick={onSave}
      >
        {name}
      </Button>
      <span id={hint} className={styles.soft}>
        {text(`certificate/save/${format}-for`)}
      </span>
    </li>
  )
}
