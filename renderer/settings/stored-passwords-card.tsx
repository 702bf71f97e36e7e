import { Button, Card, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'

import { useNavigation } from '../app/route-context.tsx'
import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXL, alignSelf: 'start', alignItems: 'start' },
  heading: { margin: 0 },
})

/** The way to the list of stored passwords: seldom needed, so it stands here and not in the navigation. */
export function StoredPasswordsCard() {
  const { text } = useTexts()
  const { go } = useNavigation()
  const styles = useStyles()
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {text('settings/passwords')}
      </Subtitle2>
      <Text>{text('stored-passwords/open-hint')}</Text>
      <Button icon={<KeyRegular />} onClick={() => go({ screen: 'stored-passwords' })}>
        {text('stored-passwords/open')}
      </Button>
    </Card>
  )
}
