import { Body1, Card, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { useSettings } from '../app/settings-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Digest } from './digest.tsx'
import { FactList } from './fact-list.tsx'
import { LicensesDialog } from './licenses-dialog.tsx'
import { RightsInWords } from './rights.tsx'

const NEVER = ['send', 'change', 'secrets', 'updates', 'certify'] as const

/** As Node names them; another one is shown as it is. */
const PLATFORMS: readonly string[] = ['win32', 'linux', 'darwin']

const SOURCE = 'https://lolrmm.io'
const SOURCE_LICENSE = 'https://www.apache.org/licenses/LICENSE-2.0'

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  card: { gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXL, alignItems: 'flex-start' },
  heading: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalS },
})

/** What this program is, what it runs on and with which rights, what it never does, and whose work is in it. */
export function AboutScreen() {
  const { about } = useSettings()
  const { text, number } = useTexts()
  const styles = useStyles()
  const platform = PLATFORMS.includes(about.platform) ? text(`about/platform/${about.platform}`) : about.platform
  return (
    <>
      <PageTitle title={text('about/title')} lead={text('about/lead')} />
      <div className={styles.cards}>
        <Section title={text('about/program')}>
          <FactList
            facts={[
              { name: text('about/version'), value: about.version },
              { name: text('about/host'), value: text(`about/host/${about.host}`) },
              { name: text('about/machine'), value: text('about/machine-on', { machine: about.machine, platform }) },
              { name: text('about/rights'), value: <RightsInWords about={about} /> },
            ]}
          />
        </Section>
        <Section title={text('about/never')}>
          <ul className={styles.list}>
            {NEVER.map((each) => (
              <li key={each}>{text(`about/never/${each}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={text('about/knowledge')}>
          <FactList
            facts={[
              { name: text('about/checks'), value: number(about.checks) },
              { name: text('about/tools'), value: number(about.tools) },
              { name: text('about/catalogue'), value: <Digest hex={about.catalogue} what={text('about/catalogue')} /> },
            ]}
          />
          <Body1>{text('about/catalogue-means')}</Body1>
        </Section>
        <Section title={text('about/others')}>
          <Body1>{text('about/facts-from')}</Body1>
          <Body1>
            <Link href={SOURCE} target="_blank" rel="noreferrer" inline>
              LOLRMM
            </Link>
            {' · '}
            <Link href={SOURCE_LICENSE} target="_blank" rel="noreferrer" inline>
              Apache License 2.0
            </Link>
          </Body1>
          <Body1>{text('about/names')}</Body1>
          <LicensesDialog />
        </Section>
      </div>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </Card>
  )
}
