import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb'

import type { Suggestion } from '#shared/contract/index.ts'
import { visibleText } from '#shared/visible-text.ts'
import { useTexts } from '../texts/text-context.tsx'
import { useForm } from './form-context.tsx'

const useStyles = makeStyles({
  suggested: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXXS,
    marginBlockStart: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
  },
  button: { maxWidth: '100%', overflowWrap: 'anywhere', textAlign: 'start' },
  because: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** Fields whose guess is an id: its words are those of the choice. */
const WORDS: { readonly [Field in Suggestion['field']]?: string } = {
  erpProduct: 'setup/product-',
  erpEdition: 'setup/edition-',
  database: 'setup/database-',
}

/** Guesses for a field, each with what it was seen in; one press takes it over and leads to the field. */
export function Suggested({ field, focusId }: { readonly field: Suggestion['field']; readonly focusId: string }) {
  const { text, list } = useTexts()
  const styles = useStyles()
  const { suggestions, accept } = useForm()
  const prefix = WORDS[field]
  return suggestions(field).map((suggestion) => {
    const { values, because } = suggestion
    const words = list(prefix === undefined ? values.map(visibleText) : values.map((value) => text(`${prefix}${value}`)))
    return (
      <div key={values.join('\n')} className={styles.suggested}>
        <Button
          size="small"
          className={styles.button}
          icon={<LightbulbRegular />}
          onClick={() => {
            accept(suggestion)
            // The button is gone a moment later: focus would fall back to the page.
            document.getElementById(focusId)?.focus()
          }}
        >
          {text('setup/accept', { values: words })}
        </Button>
        <span className={styles.because}>{because}</span>
      </div>
    )
  })
}
