import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'

import type { ItemView } from '#shared/contract/index.ts'
import { download, type MadeFile } from '../client/download.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { useTexts } from '../texts/text-context.tsx'

type Step = ItemView['steps'][number]

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    '> li::marker': { fontWeight: tokens.fontWeightSemibold },
  },
  text: { margin: 0 },
  soft: { margin: 0, marginBlockStart: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  command: {
    marginBlockStart: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlockStart: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  acts: { display: 'flex', flexWrap: 'wrap' },
  code: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
})

/** What to do, in order. A command is shown before it is copied; nothing is run from here. */
export function Steps({ item, steps }: { readonly item: string; readonly steps: readonly Step[] }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        <li key={step.text}>
          <p className={styles.text}>{step.text}</p>
          {step.command === null ? null : <Command command={step.command} item={item} step={index + 1} />}
          {step.restarts === null ? null : <Aside label={text('checklists/steps/restarts')} words={step.restarts} />}
          {step.undo === null ? null : <Aside label={text('checklists/steps/undo')} words={step.undo} />}
        </li>
      ))}
    </ol>
  )
}

function Aside({ label, words }: { readonly label: string; readonly words: string }) {
  const styles = useStyles()
  return (
    <p className={styles.soft}>
      <strong>{label}:</strong> {words}
    </p>
  )
}

function Command(props: { readonly command: NonNullable<Step['command']>; readonly item: string; readonly step: number }) {
  const { command, item, step } = props
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.command}>
      <div className={styles.bar}>
        <span>{text('checklists/steps/command', { shell: text(`checklists/shell/${command.shell}`) })}</span>
        <span className={styles.acts}>
          {command.shell === 't-sql' ? (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowDownloadRegular />}
              aria-label={text('checklists/steps/save-what', { step })}
              onClick={() => download(scriptFile(`${item}-${step}.sql`, command.text))}
            >
              {text('checklists/steps/save')}
            </Button>
          ) : null}
          <CopyButton content={command.text} what={text('checklists/steps/copy', { step })} />
        </span>
      </div>
      <pre className={styles.code}>
        <code>{command.text}</code>
      </pre>
    </div>
  )
}

/** With a byte order mark and the line breaks of Windows: without the one its tools take names in other scripts for something else. */
function scriptFile(name: string, script: string): MadeFile {
  const bytes = new TextEncoder().encode(`\uFEFF${script.replace(/\r?\n/g, '\r\n')}\r\n`)
  return { name, type: 'application/sql', base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}
