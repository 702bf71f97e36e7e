import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'

import type { RotationPreparation } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import { WithDoes } from './login-choice.tsx'
import type { Preparing } from './use-preparation.ts'

const useStyles = makeStyles({
  line: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

interface Props {
  readonly preparation: RotationPreparation
  readonly preparing: Pick<Preparing, 'real' | 'chooseReal'>
}

/** Whether the server itself is changed; where it cannot be from here, the reason stands instead of the choice. */
export function RealOrRehearsed({ preparation: { onlyRehearsal, server }, preparing: { real, chooseReal } }: Props) {
  const { text } = useTexts()
  const styles = useStyles()
  if (onlyRehearsal !== null) return <p className={styles.line}>{onlyRehearsal}</p>
  return (
    <Field label={text('rotation/kind')}>
      <RadioGroup value={real ? 'real' : 'rehearsal'} onChange={(_event, { value }) => chooseReal(value === 'real')}>
        <Radio value="rehearsal" label={<WithDoes label={text('rotation/kind/rehearsal')} does={text('rotation/kind-does/rehearsal')} />} />
        <Radio value="real" label={<WithDoes label={text('rotation/kind/real', { server })} does={text('rotation/kind-does/real')} />} />
      </RadioGroup>
    </Field>
  )
}
