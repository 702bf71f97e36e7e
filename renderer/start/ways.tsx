import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker'
import { DocumentSearchRegular } from '@fluentui/react-icons/svg/document-search'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import { useRef } from 'react'

import { useNavigation } from '../app/route-context.tsx'
import { useSettings } from '../app/settings-context.tsx'
import { useTexts } from '../texts/text-context.tsx'
import type { SnapshotOpener } from './use-snapshot-file.ts'
import { WayCard } from './way-card.tsx'

const useStyles = makeStyles({
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(17rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBlockEnd: tokens.spacingVerticalXXXL,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** The three ways to begin. */
export function Ways({ snapshot, onSamples }: { readonly snapshot: SnapshotOpener; readonly onSamples: () => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  return (
    <div className={styles.ways}>
      <CheckThisServer />
      <OpenSnapshot snapshot={snapshot} />
      <WayCard
        icon={BeakerRegular}
        title={text('start/sample-title')}
        body={text('start/sample-body')}
        action={() => <Button onClick={onSamples}>{text('start/sample-action')}</Button>}
      />
    </div>
  )
}

function CheckThisServer() {
  const { text } = useTexts()
  const styles = useStyles()
  const { about } = useSettings()
  const { go } = useNavigation()
  return (
    <WayCard
      icon={ServerRegular}
      title={text('start/server-title')}
      body={text('start/server-body', { machine: about.machine })}
      note={about.canRead ? undefined : text('start/server-none', { machine: about.machine })}
      action={(noteId) => (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={!about.canRead}
            aria-describedby={noteId}
            onClick={() => {
              if (about.canRead) go({ screen: 'scan', id: null, probes: null })
            }}
          >
            {text('start/server-action')}
          </Button>
          {about.canRead ? (
            <Button onClick={() => go({ screen: 'scan', id: null, probes: null, ask: true })}>{text('sql-server/ask')}</Button>
          ) : null}
        </div>
      )}
    />
  )
}

/** Windows hands no dropped file from an ordinary program to one with administrator rights. */
function OpenSnapshot({ snapshot }: { readonly snapshot: SnapshotOpener }) {
  const { text } = useTexts()
  const { about } = useSettings()
  const input = useRef<HTMLInputElement>(null)
  const getsNoDrops = about.host === 'desktop' && about.platform === 'win32' && about.elevated === true
  return (
    <WayCard
      icon={DocumentSearchRegular}
      title={text('start/snapshot-title')}
      body={text('start/snapshot-body')}
      note={text(getsNoDrops ? 'start/snapshot-no-drop' : 'start/snapshot-drop')}
      onFile={getsNoDrops ? undefined : snapshot.open}
      action={() => (
        <>
          <Button
            appearance={about.canRead ? 'secondary' : 'primary'}
            disabledFocusable={snapshot.busy}
            onClick={() => input.current?.click()}
          >
            {text(snapshot.busy ? 'start/snapshot-busy' : 'start/snapshot-action')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".json,application/json"
            aria-label={text('start/snapshot-title')}
            onChange={({ target }) => {
              const file = target.files?.[0]
              // The same file can be chosen again after it was mended.
              target.value = ''
              if (file !== undefined) snapshot.open(file)
            }}
          />
        </>
      )}
    />
  )
}
