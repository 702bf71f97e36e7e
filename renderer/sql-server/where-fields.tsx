import { Field, Input, makeStyles, Select, selectClassNames } from '@fluentui/react-components'

import type { SqlInstance } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { SqlDraft } from './draft.ts'
import { plain, type Validation } from './fields.ts'

const ALL = 'all'
const OTHER = 'other'
/** Before the name of a known instance: one could be called like a choice. */
const KNOWN = 'known:'

const useStyles = makeStyles({
  // A choice is as wide as its longest words unless it is told otherwise.
  where: { [`& .${selectClassNames.root}, & .${selectClassNames.select}`]: { minWidth: 0 } },
})

/** Which SQL Server: those of this machine, one of them, or one by its name. */
export function WhereFields(props: {
  readonly draft: SqlDraft
  readonly instances: readonly SqlInstance[]
  readonly change: (part: Partial<SqlDraft>) => void
  readonly validation: Validation
}) {
  const { draft, instances, change, validation } = props
  const { text } = useTexts()
  const styles = useStyles()
  const choose = (value: string) =>
    value.startsWith(KNOWN)
      ? change({ where: 'known', known: value.slice(KNOWN.length) })
      : change({ where: value === OTHER ? OTHER : ALL })
  return (
    <>
      <Field className={styles.where} label={text('sql-server/where')}>
        <Select value={draft.where === 'known' ? `${KNOWN}${draft.known}` : draft.where} onChange={(_event, { value }) => choose(value)}>
          <option value={ALL}>{text('sql-server/where-all')}</option>
          {instances.map(({ name, version }) => (
            <option key={name} value={`${KNOWN}${name}`}>
              {version === null ? name : text('sql-server/where-known', { name, version })}
            </option>
          ))}
          <option value={OTHER}>{text('sql-server/where-other')}</option>
        </Select>
      </Field>
      {draft.where === OTHER ? (
        <Field data-need="other" label={text('sql-server/other')} hint={text('sql-server/other-hint')} required {...validation}>
          <Input {...plain} value={draft.other} onChange={(_event, { value }) => change({ other: value })} />
        </Field>
      ) : null}
    </>
  )
}
