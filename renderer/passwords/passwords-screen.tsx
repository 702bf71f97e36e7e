import { Card, makeStyles, tokens } from '@fluentui/react-components'
import { ShieldLockRegular } from '@fluentui/react-icons/svg/shield-lock'
import { useId, useRef, useState } from 'react'

import { PageTitle } from '../components/page-title.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { GeneratePart } from './generate-part.tsx'
import { GradePart } from './grade-part.tsx'
import type { Owner } from './owner.ts'
import { OwnerFields } from './owner-fields.tsx'
import { PartTabs } from './part-tabs.tsx'

const parts = ['generate', 'grade'] as const

type Part = (typeof parts)[number]

const useStyles = makeStyles({
  private: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalXL,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid transparent`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase600 },
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 60rem)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)' },
  },
  card: { gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXL, alignSelf: 'start' },
})

/** Makes and grades passwords inside this page: none of them crosses to the core, is kept or logged. */
export function PasswordsScreen() {
  const { text } = useTexts()
  const styles = useStyles()
  const id = useId()
  const [owner, setOwner] = useState<Owner>({ target: null, login: '', server: '' })
  const [part, setPart] = useState<Part>('generate')
  const tabs = useRef<HTMLDivElement>(null)

  /** What had the focus is gone with its part: the tab of the new one takes it. */
  function showGenerate() {
    setPart('generate')
    tabs.current?.querySelector<HTMLElement>('[role=tab]')?.focus()
  }
  return (
    <>
      <PageTitle title={text('passwords/title')} lead={text('passwords/lead')} />
      <div className={styles.private} role="note">
        <ShieldLockRegular aria-hidden className={styles.icon} />
        <span>{text('passwords/private')}</span>
      </div>
      <div className={styles.columns}>
        <OwnerFields owner={owner} onChange={setOwner} />
        <Card className={styles.card}>
          <PartTabs
            row={tabs}
            parts={parts.map((each) => ({ part: each, name: text(`passwords/tab/${each}`) }))}
            chosen={part}
            panel={`${id}-panel`}
            tabId={(each) => `${id}-${each}`}
            onChoose={setPart}
          />
          <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${part}`}>
            {part === 'generate' ? <GeneratePart owner={owner} /> : <GradePart owner={owner} onGenerate={showGenerate} />}
          </div>
        </Card>
      </div>
    </>
  )
}
