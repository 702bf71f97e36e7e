import { Card, Field, makeStyles, Select, Subtitle2, Switch, tokens } from '@fluentui/react-components'

import { useSettings } from '../app/settings-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { Choice } from './choice.tsx'
import { PreparedBy } from './prepared-by.tsx'
import { SavedBar } from './saved-bar.tsx'
import { StoredPasswordsCard } from './stored-passwords-card.tsx'
import { useSaved } from './use-saved.ts'

/** What people agree on; another number that was set elsewhere is shown as well. */
const USUAL_MONTHS = [1, 2, 3, 4, 6, 9, 12, 18, 24] as const

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 60rem)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  card: { gap: tokens.spacingVerticalXL, padding: tokens.spacingHorizontalXL, alignSelf: 'start' },
  heading: { margin: 0 },
  months: { maxWidth: '16rem' },
  failure: { marginBlockEnd: tokens.spacingVerticalL },
})

/** What a person chooses once; every change is kept at once and can be taken back. */
export function SettingsScreen() {
  const { settings } = useSettings()
  const { text } = useTexts()
  const styles = useStyles()
  const { last, failure, change, undo, retry } = useSaved()
  const months = [...new Set([...USUAL_MONTHS, settings.reviewEveryMonths])].sort((one, other) => one - other)
  return (
    <>
      <PageTitle title={text('settings/title')} lead={text('settings/lead')} />
      {failure === null ? null : (
        <div className={styles.failure}>
          <StateFailure failure={failure} retry={retry} />
        </div>
      )}
      <div className={styles.cards}>
        <Card className={styles.card}>
          <Subtitle2 as="h2" className={styles.heading}>
            {text('settings/appearance')}
          </Subtitle2>
          <Choice
            label={text('settings/language')}
            value={settings.language}
            options={[
              { value: 'system', label: text('settings/language/system') },
              { value: 'en', label: text('settings/language/en') },
              { value: 'de', label: text('settings/language/de') },
            ]}
            onChoose={(language) => change('language', language)}
          />
          <Choice
            label={text('settings/theme')}
            value={settings.theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: text(`settings/theme/${value}`) }))}
            onChoose={(theme) => change('theme', theme)}
          />
          <Choice
            label={text('settings/textSize')}
            value={settings.textSize}
            options={(['normal', 'large', 'very-large'] as const).map((value) => ({ value, label: text(`settings/textSize/${value}`) }))}
            onChoose={(textSize) => change('textSize', textSize)}
          />
          <Field hint={text('settings/presenter-hint')}>
            <Switch
              label={text('settings/presenter')}
              checked={settings.presenter}
              onChange={(_event, { checked }) => change('presenter', checked)}
            />
          </Field>
        </Card>
        <Card className={styles.card}>
          <Subtitle2 as="h2" className={styles.heading}>
            {text('settings/checkups')}
          </Subtitle2>
          <Field label={text('settings/reviewEveryMonths')} hint={text('settings/reviewEveryMonths-hint')}>
            <Select
              className={styles.months}
              value={settings.reviewEveryMonths}
              onChange={(_event, { value }) => change('reviewEveryMonths', Number(value))}
            >
              {months.map((count) => (
                <option key={count} value={count}>
                  {text('settings/months', { count })}
                </option>
              ))}
            </Select>
          </Field>
          <PreparedBy value={settings.preparedBy} onChange={(preparedBy) => change('preparedBy', preparedBy)} />
        </Card>
        <StoredPasswordsCard />
      </div>
      {last === null ? null : <SavedBar name={last.name} isUndone={last.isUndone} onUndo={undo} />}
    </>
  )
}
