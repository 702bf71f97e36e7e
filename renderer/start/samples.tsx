import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

import { useNavigation } from '../app/route-context.tsx'
import type { CoreClient } from '../client/core-client.ts'
import { useCore } from '../client/core-context.tsx'
import { useAct } from '../client/use-act.ts'
import { StateFailure } from '../components/state-failure.tsx'
import { StateLoading } from '../components/state-loading.tsx'
import { useTexts } from '../texts/text-context.tsx'

type Samples = Awaited<ReturnType<CoreClient['app']['samples']>>

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(16rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalL,
    padding: 0,
    listStyleType: 'none',
  },
  card: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  teaches: { color: tokens.colorNeutralForeground2 },
})

/** The bundled servers; each opens at its checklists, because everything about it has been told. */
export function Samples() {
  const core = useCore()
  const { language } = useTexts()
  const styles = useStyles()
  const { go } = useNavigation()
  const act = useAct()
  const [samples, setSamples] = useState<Samples | null>(null)
  const { run } = act

  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` changes with every act, the list is wanted once per language
  useEffect(() => {
    run(async () => setSamples(await core.app.samples({ language })))
  }, [core, language])

  return (
    <>
      {act.failure === null ? null : <StateFailure failure={act.failure} />}
      {samples === null && act.failure === null ? <StateLoading /> : null}
      <ul className={styles.grid}>
        {(samples ?? []).map(({ id, title, teaches }) => (
          <li key={id}>
            <Button
              className={styles.card}
              disabledFocusable={act.busy}
              onClick={() =>
                run(async () => {
                  const view = await core.cases.openSample({ sample: id, language })
                  go({ screen: 'checklists', id: view.id })
                })
              }
            >
              <span className={styles.title}>{title}</span>
              <span className={styles.teaches}>{teaches}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
