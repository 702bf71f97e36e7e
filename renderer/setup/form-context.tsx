import { createContext, use } from 'react'

import type { Suggestion } from '#shared/contract/index.ts'
import type { Draft } from './draft.ts'
import type { FieldName } from './problems.ts'

/** The form that a field stands in. */
export interface Form {
  readonly draft: Draft
  readonly change: (change: Partial<Draft>) => void
  /** what is wrong with a field, in words; undefined: nothing, or nobody has tried to save yet */
  readonly problem: (field: FieldName) => string | undefined
  /** guesses for a field that are not in the form yet */
  readonly suggestions: (field: Suggestion['field']) => readonly Suggestion[]
  readonly accept: (suggestion: Suggestion) => void
}

const FormContext = createContext<Form | null>(null)

export const FormProvider = FormContext

export function useForm(): Form {
  const form = use(FormContext)
  if (form === null) throw new Error('there is no form above this field')
  return form
}

/** Where focus goes for a field, after a guess was accepted or when something is wrong with it. */
export function fieldId(field: FieldName): string {
  return `setup-${field}`
}
