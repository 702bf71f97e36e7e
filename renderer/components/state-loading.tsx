import { makeStyles, Spinner, tokens } from '@fluentui/react-components'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  area: { display: 'flex', justifyContent: 'center', paddingBlock: tokens.spacingVerticalXXXL },
})

/** Something is on its way. */
export function StateLoading({ label }: { readonly label?: string }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.area} role="status">
      <Spinner label={label ?? text('common/loading')} labelPosition="below" />
    </div>
  )
}
