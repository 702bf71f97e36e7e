import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'

import { useSettings } from '../app/settings-context.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { RestartElevatedButton } from '../components/restart-elevated-button.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { InterruptedChanges } from '../rotation/interrupted-changes.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { RecentCases } from './recent-cases.tsx'
import { Samples } from './samples.tsx'
import { useSnapshotFile } from './use-snapshot-file.ts'
import { Ways } from './ways.tsx'

const useStyles = makeStyles({
  notes: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginBlockEnd: tokens.spacingVerticalL },
  section: { marginBlockEnd: tokens.spacingVerticalXXXL },
  heading: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalM,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
})

/** Where everything begins: this server, a file, a sample, or what was begun before. */
export function StartScreen() {
  const { text } = useTexts()
  const { about, settings } = useSettings()
  const styles = useStyles()
  const snapshot = useSnapshotFile()
  const [areSamplesShown, showSamples] = useState(false)
  const samplesHeading = useRef<HTMLHeadingElement>(null)
  const lacksRights = about.canRead && about.elevated === false

  function openSamples() {
    showSamples(true)
    requestAnimationFrame(() => samplesHeading.current?.focus())
  }

  return (
    <>
      <PageTitle title={text('start/title')} lead={text('start/lead')} />
      <InterruptedChanges />
      <div className={styles.notes}>
        {lacksRights ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text('start/not-elevated-title')}</MessageBarTitle> {text('start/not-elevated-body')}{' '}
              {about.canElevate ? null : text('start/not-elevated-close')}
            </MessageBarBody>
            {about.canElevate ? (
              <MessageBarActions>
                <RestartElevatedButton />
              </MessageBarActions>
            ) : null}
          </MessageBar>
        ) : null}
        {snapshot.failure === null ? null : <StateFailure failure={snapshot.failure} />}
      </div>
      <Ways snapshot={snapshot} onSamples={openSamples} />
      {areSamplesShown ? (
        <section className={styles.section}>
          <h2 ref={samplesHeading} tabIndex={-1} className={styles.heading}>
            {text('start/samples-heading')}
          </h2>
          <Samples />
        </section>
      ) : null}
      {settings.presenter ? null : (
        <section className={styles.section}>
          <h2 className={styles.heading}>{text('start/recent-heading')}</h2>
          <RecentCases />
        </section>
      )}
    </>
  )
}
