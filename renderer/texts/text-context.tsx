import { createInstance } from 'i18next'
import { createContext, type ReactNode, use, useMemo } from 'react'

import type { Language } from '#shared/contract/index.ts'

export type TextParams = { readonly [name: string]: string | number }

/** Words, dates and numbers of the language that the app is in. */
export interface Texts {
  readonly language: Language
  /** a key of `shared/texts/screens`; `count` chooses between one and other */
  readonly text: (key: string, params?: TextParams) => string
  /** day of an ISO date or instant, in local time */
  readonly day: (iso: string) => string
  /** day and time of an ISO instant, in local time */
  readonly moment: (iso: string) => string
  readonly number: (value: number) => string
  readonly list: (names: readonly string[]) => string
}

const TextContext = createContext<Texts | null>(null)

export function TextProvider(props: {
  readonly language: Language
  readonly catalogue: { readonly [key: string]: string }
  readonly children: ReactNode
}) {
  const { language, catalogue, children } = props
  const texts = useMemo(() => createTexts(language, catalogue, regionOf(language, navigator.languages)), [language, catalogue])
  return <TextContext value={texts}>{children}</TextContext>
}

export function useTexts(): Texts {
  const texts = use(TextContext)
  if (texts === null) throw new Error('there are no texts above this component')
  return texts
}

/** The person's own kind of a language, e.g. `en-GB`: dates and numbers differ between them, words do not. */
export function regionOf(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language
}

/** A key without a text is a fault of ours: it throws, so that no key is ever shown. */
export function createTexts(language: Language, catalogue: { readonly [key: string]: string }, region: string = language): Texts {
  const instance = createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: { [language]: { translation: catalogue } },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no ${language} text for ${key}`)
    },
  })
  void instance.init()
  const days = new Intl.DateTimeFormat(region, { dateStyle: 'long' })
  const moments = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' })
  const numbers = new Intl.NumberFormat(region)
  const lists = new Intl.ListFormat(language, { type: 'conjunction' })
  return {
    language,
    text: (key, params = {}) => String(instance.t(key, { ...params })),
    day: (iso) => days.format(localDate(iso)),
    moment: (iso) => moments.format(new Date(iso)),
    number: (value) => numbers.format(value),
    list: (names) => lists.format(names),
  }
}

/** A day without a time is that day everywhere: read as an instant it would be the day before in the west. */
function localDate(iso: string): Date {
  return iso.length > 'yyyy-mm-dd'.length ? new Date(iso) : new Date(`${iso}T12:00:00`)
}
