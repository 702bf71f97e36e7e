import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'

import { useTexts } from '../texts/text-context.tsx'
import { type ToolDraft, type ToolField, withTool } from './draft.ts'
import { validation } from './fields.tsx'
import { fieldId, useForm } from './form-context.tsx'
import { Columns, Section } from './section.tsx'
import { Suggested } from './suggested.tsx'

const ADD_ID = 'setup-add-tool'

const useStyles = makeStyles({
  tool: {
    margin: 0,
    // A fieldset is never narrower than its widest field unless it is told so.
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  legend: { fontWeight: tokens.fontWeightSemibold, paddingInline: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  remove: { marginBlockStart: tokens.spacingVerticalM },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The sync tools of the server, each with the users that it works under. */
export function ToolsSection() {
  const { text } = useTexts()
  const styles = useStyles()
  const { draft, change } = useForm()
  const add = (
    <div>
      <Button
        id={ADD_ID}
        icon={<AddRegular />}
        onClick={() => {
          const more = withTool(draft)
          change({ tools: more.tools })
          const key = more.tools.at(-1)?.key ?? 0
          requestAnimationFrame(() => document.getElementById(fieldId(`tool-${key}`))?.focus())
        }}
      >
        {text('setup/tool-add')}
      </Button>
    </div>
  )
  return (
    <Section title="setup/tools" why="setup/tools-why">
      <Suggested field="syncTool" focusId={ADD_ID} />
      {draft.tools.length === 0 ? (
        <>
          <p className={styles.none}>{text('setup/tools-none')}</p>
          <Suggested field="windowsAccount" focusId={ADD_ID} />
          <Suggested field="sqlLogin" focusId={ADD_ID} />
        </>
      ) : null}
      {draft.tools.map((tool, index) => (
        <ToolFields key={tool.key} tool={tool} isFirst={index === 0} />
      ))}
      {add}
    </Section>
  )
}

function ToolFields({ tool, isFirst }: { readonly tool: ToolDraft; readonly isFirst: boolean }) {
  const { text } = useTexts()
  const styles = useStyles()
  const { draft, change, problem } = useForm()
  const nameId = fieldId(`tool-${tool.key}`)
  const set = (more: Partial<ToolDraft>) =>
    change({ tools: draft.tools.map((each) => (each.key === tool.key ? { ...each, ...more } : each)) })
  const input = (field: ToolField) => (
    <ToolInput key={field} tool={tool} field={field} onChange={(value) => set({ [field]: value })} isFirst={isFirst} />
  )
  return (
    <fieldset className={styles.tool}>
      <legend className={styles.legend}>{tool.name.trim() === '' ? text('setup/tool-unnamed') : tool.name}</legend>
      <Columns>
        <Field label={text('setup/tool-name')} required hint={text('setup/tool-name-hint')} {...validation(problem(`tool-${tool.key}`))}>
          <Input id={nameId} value={tool.name} onChange={(_event, { value }) => set({ name: value })} />
        </Field>
        <Field label={text('setup/tool-kind')}>
          <Select value={tool.kind} onChange={(_event, { value }) => set({ kind: value === 'connector' ? 'connector' : 'erp-driver' })}>
            <option value="erp-driver">{text('setup/tool-kind-erp-driver')}</option>
            <option value="connector">{text('setup/tool-kind-connector')}</option>
          </Select>
        </Field>
        {(['service', 'windowsAccount', 'erpUser', 'sqlLogin'] as const).map(input)}
      </Columns>
      <Button
        className={styles.remove}
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={text('setup/tool-remove', { name: tool.name })}
        onClick={() => {
          change({ tools: draft.tools.filter(({ key }) => key !== tool.key) })
          document.getElementById(ADD_ID)?.focus()
        }}
      >
        {text('common/remove')}
      </Button>
    </fieldset>
  )
}

/** Guesses stand at the first tool: facts do not tell which tool an account belongs to. */
function ToolInput(props: {
  readonly tool: ToolDraft
  readonly field: ToolField
  readonly isFirst: boolean
  readonly onChange: (value: string) => void
}) {
  const { tool, field, isFirst, onChange } = props
  const { text } = useTexts()
  const id = `${fieldId(`tool-${tool.key}`)}-${field}`
  const isGuessed = isFirst && (field === 'windowsAccount' || field === 'sqlLogin')
  return (
    <div>
      <Field label={text(`setup/tool-${field}`)} hint={text(`setup/tool-${field}-hint`)}>
        <Input id={id} value={tool[field]} spellCheck={false} onChange={(_event, { value }) => onChange(value)} />
      </Field>
      {isGuessed ? <Suggested field={field} focusId={id} /> : null}
    </div>
  )
}
