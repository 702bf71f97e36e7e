import { Button, Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'

import type { ChecklistView } from '#shared/contract/index.ts'
import { useTexts } from '../texts/text-context.tsx'
import type { Draft } from './draft.ts'
import { Choice, ListInput, TextInput } from './fields.tsx'
import { fieldId, useForm } from './form-context.tsx'
import { dayAfterMonths } from './review-day.ts'
import { Columns, Section } from './section.tsx'
import { Suggested } from './suggested.tsx'

const PRODUCTS: readonly string[] = ['', 'sage-100', 'sage-300', 'sage-50', 'sage-500', 'sage-x3', 'sage-100-contractor', 'other']
const PHASES: readonly Draft['phase'][] = ['live', 'deploying', 'moved-away']
const REMOTE_ACCESS: readonly Draft['remoteAccess'][] = ['not-asked', 'none', 'these']

export function OrganisationSection() {
  return (
    <Section title="setup/organisation">
      <TextInput field="organization" label="setup/organisation-name" hint="setup/organisation-hint" required />
      <Columns>
        <TextInput field="preparedBy" label="setup/prepared-by" />
        <TextInput field="consultant" label="setup/consultant" />
      </Columns>
    </Section>
  )
}

export function ErpSection() {
  const { draft } = useForm()
  // A product that this list does not know was told by a file: it stays a choice.
  const products = PRODUCTS.includes(draft.product) ? PRODUCTS : [...PRODUCTS, draft.product]
  return (
    <Section title="setup/erp">
      <Columns>
        <Choice field="product" label="setup/product" prefix="setup/product-" choices={products} suggestion="erpProduct" />
        <Choice
          field="edition"
          label="setup/edition"
          prefix="setup/edition-"
          choices={['', 'standard', 'advanced', 'premium']}
          suggestion="erpEdition"
        />
        <Choice field="database" label="setup/database" prefix="setup/database-" choices={['sql-server', 'none']} suggestion="database" />
      </Columns>
      {draft.database === 'none' ? null : (
        <ListInput
          field="companyDatabases"
          label="setup/company-databases"
          hint="setup/company-databases-hint"
          suggestion="companyDatabases"
        />
      )}
    </Section>
  )
}

export function DeploymentSection() {
  const { text } = useTexts()
  const { draft, change } = useForm()
  return (
    <Section title="setup/deployment" why="setup/deployment-why">
      <Field label={text('setup/phase')}>
        <RadioGroup
          value={draft.phase}
          onChange={(_event, { value }) => change({ phase: PHASES.find((phase) => phase === value) ?? 'live' })}
        >
          {PHASES.map((phase) => (
            <Radio key={phase} value={phase} label={text(`setup/phase-${phase}`)} />
          ))}
        </RadioGroup>
      </Field>
      {draft.phase === 'deploying' ? (
        <Columns>
          <TextInput field="since" label="setup/since" type="date" />
          <TextInput field="until" label="setup/until" hint="setup/until-hint" type="date" />
        </Columns>
      ) : null}
    </Section>
  )
}

export function RemoteAccessSection() {
  const { text } = useTexts()
  const { draft, change } = useForm()
  return (
    <Section title="setup/remote-access" why="setup/remote-access-why">
      <Field label={text('setup/remote-access-question')}>
        <RadioGroup
          value={draft.remoteAccess}
          onChange={(_event, { value }) => change({ remoteAccess: REMOTE_ACCESS.find((each) => each === value) ?? 'not-asked' })}
        >
          {REMOTE_ACCESS.map((each) => (
            <Radio key={each} value={each} label={text(`setup/remote-access-${each}`)} id={`setup-remote-access-${each}`} />
          ))}
        </RadioGroup>
      </Field>
      <RemoteAccessUsers />
    </Section>
  )
}

/** Guesses show whatever was chosen: accepting one answers the question. */
function RemoteAccessUsers() {
  const { draft } = useForm()
  if (draft.remoteAccess !== 'these') return <Suggested field="remoteAccessUsers" focusId="setup-remote-access-these" />
  return (
    <ListInput
      field="remoteAccessUsers"
      label="setup/remote-access-users"
      hint="setup/remote-access-users-hint"
      suggestion="remoteAccessUsers"
    />
  )
}

export function WebSection() {
  return (
    <Section title="setup/web" why="setup/web-why">
      <ListInput field="endpoints" label="setup/endpoints" hint="setup/endpoints-hint" suggestion="endpoints" />
    </Section>
  )
}

/** The packs of this catalogue, by the titles that their checklists have. */
export function PacksSection({ packs }: { readonly packs: readonly Pick<ChecklistView, 'id' | 'title' | 'reason'>[] }) {
  const { draft, change } = useForm()
  if (packs.length === 0) return null
  return (
    <Section title="setup/packs" why="setup/packs-why">
      <div>
        {packs.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={draft.packs.includes(id)}
            onChange={(_event, { checked }) =>
              change({ packs: checked === true ? [...draft.packs, id] : draft.packs.filter((each) => each !== id) })
            }
          />
        ))}
      </div>
    </Section>
  )
}

export function ReviewSection() {
  return (
    <Section title="setup/review">
      <Columns>
        <TextInput field="reviewEveryMonths" label="setup/review-months" hint="setup/review-months-hint" type="number" />
        <div>
          <TextInput field="nextReview" label="setup/next-review" hint="setup/next-review-hint" type="date" />
          <UsualReview />
        </div>
      </Columns>
    </Section>
  )
}

/** The day that the interval leads to, for one press; nothing where the interval is no number or the day is entered already. */
function UsualReview() {
  const { text, day } = useTexts()
  const { draft, change } = useForm()
  const usual = dayAfterMonths(new Date(), Number(draft.reviewEveryMonths))
  if (usual === null || usual === draft.nextReview) return null
  return (
    <Button
      size="small"
      onClick={() => {
        change({ nextReview: usual })
        document.getElementById(fieldId('nextReview'))?.focus()
      }}
    >
      {text('setup/next-review-usual', { day: day(usual) })}
    </Button>
  )
}
