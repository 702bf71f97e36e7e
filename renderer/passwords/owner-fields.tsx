import { Card, Field, Input, makeStyles, Radio, RadioGroup, Subtitle2, tokens } from '@fluentui/react-components'

import { longestFor, passwordTargets } from '#shared/passwords/policy.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { Owner } from './owner.ts'

const useStyles = makeStyles({
  card: { gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalXL, alignSelf: 'start' },
  heading: { margin: 0 },
})

const ANY = 'any'

/** What the password is for and which names must not occur in it. */
export function OwnerFields({ owner, onChange }: { readonly owner: Owner; readonly onChange: (owner: Owner) => void }) {
  const { text } = useTexts()
  const styles = useStyles()
  const chosen = owner.target ?? ANY
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {text('passwords/for')}
      </Subtitle2>
      <Field label={text('passwords/target')} hint={text(`passwords/target-hint/${chosen}`, { limit: longestFor(owner.target) })}>
        <RadioGroup
          value={chosen}
          onChange={(_event, { value }) => onChange({ ...owner, target: passwordTargets.find((target) => target === value) ?? null })}
        >
          {[...passwordTargets, ANY].map((target) => (
            <Radio key={target} value={target} label={text(`passwords/target/${target}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={text('passwords/login')} hint={text('passwords/login-hint')}>
        <Input {...plain} value={owner.login} onChange={(_event, { value }) => onChange({ ...owner, login: value })} />
      </Field>
      <Field label={text('passwords/server')} hint={text('passwords/server-hint')}>
        <Input {...plain} value={owner.server} onChange={(_event, { value }) => onChange({ ...owner, server: value })} />
      </Field>
    </Card>
  )
}

/** A browser neither remembers names of logins and servers nor sends them to a spell checker. */
const plain = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none', maxLength: 256 } as const
