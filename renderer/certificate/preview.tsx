import { makeStyles, tokens } from '@fluentui/react-components'
import { type RefObject, useCallback, useEffect } from 'react'

import { useTexts } from '../texts/text-context.tsx'
import { fillFrame } from './page-frame.ts'

const useStyles = makeStyles({
  frame: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    height: 'min(70rem, 85vh)',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    colorScheme: 'light',
    boxShadow: tokens.shadow8,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
})

/** The page as it will be saved, in a frame that runs nothing. Tab reaches the links in it, so that it can be scrolled by keyboard. */
export function Preview({ page, frame }: { readonly page: string; readonly frame: RefObject<HTMLIFrameElement | null> }) {
  const { text } = useTexts()
  const styles = useStyles()
  const fill = useCallback(() => {
    if (frame.current !== null) fillFrame(frame.current, page)
  }, [frame, page])
  useEffect(fill, [fill])
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={text('certificate/preview')}
      sandbox="allow-same-origin allow-modals"
      onLoad={fill}
    />
  )
}
