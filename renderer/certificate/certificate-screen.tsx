import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { useRef, useState } from 'react'

import type { CaseView, Language } from '#shared/contract/index.ts'
import { useNavigation } from '../app/route-context.tsx'
import { useCase } from '../client/use-case.ts'
import { PageTitle } from '../components/page-title.tsx'
import { SampleBanner } from '../components/sample-banner.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { BeforePrinting } from './before-printing.tsx'
import { KeepCheckup, NextReview } from './keep-and-review.tsx'
import { Panel } from './panel.tsx'
import { Preview } from './preview.tsx'
import { SaveFiles } from './save-files.tsx'
import { type Paper, usePage } from './use-page.ts'

const papers: readonly Paper[] = ['a4', 'letter']
const languages: readonly Language[] = ['en', 'de']

/** Below this width of the page the preview stands under what can be done with it. */
const NARROW = '@container certificate (max-width: 839px)'

const useStyles = makeStyles({
  screen: { containerType: 'inline-size', containerName: 'certificate' },
  columns: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    position: 'sticky',
    insetBlockStart: tokens.spacingVerticalL,
    [NARROW]: { position: 'static' },
  },
  fields: { display: 'grid', gap: tokens.spacingVerticalM, width: '100%' },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** The certificate: what it looks like, what is open before it is worth printing, and everything that can be done with it. */
export function CertificateScreen({ id }: { readonly id: string }) {
  const { view, failure, replace, reload } = useCase(id)
  if (failure !== null) return <StateFailure failure={failure} retry={reload} />
  if (view === null) return <StateLoading />
  return <Certificate view={view} onView={replace} />
}

function Certificate({ view, onView }: { readonly view: CaseView; readonly onView: (view: CaseView) => void }) {
  const { language: spoken, text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  const [paper, setPaper] = useState<Paper>('a4')
  const [language, setLanguage] = useState<Language>(spoken)
  const { found: page, failure, reload } = usePage(view, paper, language)
  const frame = useRef<HTMLIFrameElement>(null)
  return (
    <div className={styles.screen}>
      <SampleBanner view={view} />
      <PageTitle
        title={text('certificate/title')}
        lead={text('certificate/of-server', { server: view.server })}
        actions={
          <Button icon={<ArrowLeftRegular />} onClick={() => go({ screen: 'checklists', id: view.id })}>
            {text('certificate/back')}
          </Button>
        }
      />
      <div className={styles.columns}>
        <div className={styles.side}>
          <BeforePrinting view={view} />
          <Panel id="page" title={text('certificate/page')}>
            <div className={styles.fields}>
              <Choice name="paper" values={papers} value={paper} onChoose={setPaper} />
              <Choice name="language" values={languages} value={language} onChoose={setLanguage} />
            </div>
          </Panel>
          <SaveFiles view={view} paper={paper} language={language} onPrint={page === null ? null : () => print(frame.current)} />
          <KeepCheckup view={view} onView={onView} />
          <NextReview view={view} />
        </div>
        <div className={styles.page}>
          {failure === null ? null : <StateFailure failure={failure} retry={reload} />}
          {page === null ? failure === null && <StateLoading /> : <Preview page={page} frame={frame} />}
          <p className={styles.hint}>{text('certificate/preview/hint')}</p>
        </div>
      </div>
    </div>
  )
}

function Choice<Value extends string>(props: {
  readonly name: 'paper' | 'language'
  readonly values: readonly Value[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}) {
  const { name, values, value, onChoose } = props
  const { text } = useTexts()
  return (
    <Field label={text(`certificate/${name}`)}>
      <Select
        value={value}
        onChange={(_event, { value: chosen }) => {
          const known = values.find((each) => each === chosen)
          if (known !== undefined) onChoose(known)
        }}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {text(`certificate/${name}/${each}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Prints what the preview shows: its style sheet lays the page out for A4 and Letter alike. */
function print(frame: HTMLIFrameElement | null): void {
  frame?.contentWindow?.focus()
  frame?.contentWindow?.print()
}
