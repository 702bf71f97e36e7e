import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'

import { useSave } from '../certificate/use-save.ts'
import { useCore } from '../client/core-context.tsx'
import { StateFailure } from '../components/state-failure.tsx'
import { Columns, Section } from '../setup/section.tsx'
import { useTexts } from '../texts/text-context.tsx'
import { type Draft, instantOf } from './draft.ts'

const useStyles = makeStyles({
  reminders: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  act: { alignSelf: 'flex-start' },
})

/** When the call is, and what to ask the vendor before it: during the call it is too late. */
export function Appointment(props: { readonly server: string; readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) {
  const { server, draft, change } = props
  const core = useCore()
  const { language, text } = useTexts()
  const styles = useStyles()
  const { busy, failure, save } = useSave()
  const at = instantOf(draft.callAt)
  return (
    <Section title="rotation/appointment" why="rotation/appointment-why">
      <ul className={styles.reminders}>
        {(['reach', 'fields', 'secret'] as const).map((name) => (
          <li key={name}>{text(`rotation/appointment/${name}`)}</li>
        ))}
      </ul>
      <Columns>
        <Field label={text('rotation/call-at')} hint={text('rotation/call-at-hint')}>
          <Input type="datetime-local" value={draft.callAt} onChange={(_event, { value }) => change({ callAt: value })} />
        </Field>
        <Field label={text('rotation/review-on')} hint={text('rotation/review-on-hint')}>
          <Input type="date" value={draft.reviewOn} onChange={(_event, { value }) => change({ reviewOn: value })} />
        </Field>
      </Columns>
      {at === null ? null : (
        <Button
          className={styles.act}
          icon={<CalendarAddRegular />}
          disabledFocusable={busy}
          onClick={() => save(() => core.rotation.calendar({ language, server, what: 'call', at }))}
        >
          {text('rotation/call-calendar')}
        </Button>
      )}
      {failure === null ? null : <StateFailure failure={failure} />}
    </Section>
  )
}
