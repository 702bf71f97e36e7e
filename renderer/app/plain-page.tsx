import { Button, makeStyles, tokens } from '@fluentui/react-components'

import { useTexts } from '../texts/text-context.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalL, paddingBlock: '12vh' },
  heading: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
  words: { margin: 0, maxWidth: '40rem', color: tokens.colorNeutralForeground2 },
})

/** All that is left when nothing else works: what happened, what to do, one button. `words` are those that are in the page itself. */
export function PlainPage({ words, retry }: { readonly words: 'ended' | 'fault'; readonly retry: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div role="alert" className={styles.page}>
      <h1 className={styles.heading}>{text(`frame/first-${words}`)}</h1>
      <p className={styles.words}>{text(`frame/first-${words}-what`)}</p>
      <Button appearance="primary" onClick={retry}>
        {text('frame/first-retry')}
      </Button>
    </div>
  )
}
