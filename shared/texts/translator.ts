import i18next, { type i18n } from 'i18next'

import type { CheckTexts, Definition, Params, Template } from '../checks/check.ts'
import { checklists, checks } from '../checks/index.ts'
import type { ProbeId } from '../facts/index.ts'
import type { Message } from '../formats/checkup.ts'
import { appTexts } from './app.ts'
import { cliTexts } from './cli/index.ts'
import { handOverTexts } from './hand-over.ts'
import { noteTexts } from './notes.ts'
import { probeNames } from './probes.ts'
import { reportTexts } from './report/index.ts'
import { rotationActTexts } from './rotation-acts.ts'
import { rotationByHandTexts } from './rotation-by-hand.ts'
import { rotationCodeTexts } from './rotation-codes.ts'
import { rotationHeldTexts } from './rotation-held.ts'
import { rotationPreflightTexts } from './rotation-preflight.ts'
import { rotationRunTextsDe } from './rotation-run-de.ts'
import { rotationRunTextsEn } from './rotation-run-en.ts'
import { vaultTexts } from './vault.ts'

export type Language = 'en' | 'de'

/** More names than this in one sentence help nobody: the rest is counted, the evidence lists them all. */
const NAMES_IN_A_SENTENCE = 20

/** Words of one language for everything that the core says. */
export interface Translator {
  readonly language: Language
  /** a key of the report catalogue */
  text(key: string, params?: Params): string
  /** a clause: no capital, no full stop */
  message(message: Message): string
  /** clauses as one sentence */
  sentence(messages: readonly Message[]): string
  /** the definition's texts of one check */
  check(id: string): CheckTexts
  checklistTitle(id: string): string
}

type Definitions = readonly Definition[]

/** Fails on a key that does not exist: a missing text is a fault of our own, never a key on somebody's page. */
export function createTranslator(language: Language, definitions: Definitions = checks.map((check) => check.definition)): Translator {
  const texts = new Map(definitions.map((definition) => [definition.id, definition.texts[language]]))
  const instance = createInstance(language, {
    ...noteTexts[language],
    ...reportTexts[language],
    ...cliTexts[language],
    ...appTexts[language],
    ...vaultTexts[language],
    ...handOverTexts[language],
    ...rotationActTexts[language],
    ...rotationPreflightTexts[language],
    ...rotationByHandTexts[language],
    ...rotationCodeTexts[language],
    ...rotationHeldTexts[language],
    ...(language === 'de' ? rotationRunTextsDe : rotationRunTextsEn),
    ...definitionTexts(texts),
  })
  const plain = new Map<string, string>()
  const text = (key: string, params: Params = {}): string => {
    if (Object.keys(params).length > 0) return String(instance.t(key, { ...params, ...countOf(params) } as Record<string, unknown>))
    return remembered(plain, key, () => String(instance.t(key)))
  }
  const capitals = new Map<string, boolean>()
  const isCapitalised = (first: Message | undefined): boolean =>
    first !== undefined && remembered(capitals, `${first.id} ${countOf(first.params).count === 1}`, () => startsWithWord(instance, first))
  const message = (given: Message): string => text(given.id, given.params)
  return {
    language,
    text,
    message,
    sentence: (messages) => asSentence(messages.map(message), isCapitalised(messages[0])),
    check: (id) => {
      const found = texts.get(id)
      if (found === undefined) throw new Error(`no texts for check ${id}`)
      return found
    },
    checklistTitle: (id) => {
      const found = checklists.find((checklist) => checklist.id === id)
      if (found === undefined) throw new Error(`no checklist ${id}`)
      return found.texts[language].title
    },
  }
}

/** A text is the same each time, and looking it up is what an evaluation spends most on. */
function remembered<Value>(known: Map<string, Value>, key: string, find: () => Value): Value {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}

function asSentence(clauses: readonly string[], capital: boolean): string {
  const joined = clauses.join('; ')
  const first = joined.slice(0, 1)
  return `${capital ? first.toUpperCase() : first}${joined.slice(1)}${/[.!?…]$/.test(joined) ? '' : '.'}`
}

/** Names keep their spelling at the start of a sentence: only a word of ours is capitalised. */
function startsWithWord(instance: i18n, { id, params }: Message): boolean {
  return /^\p{Ll}/u.test(String(instance.t(id, { ...params, ...countOf(params), skipInterpolation: true })))
}

function definitionTexts(texts: ReadonlyMap<string, CheckTexts>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [id, check] of texts) {
    for (const [key, template] of Object.entries(check.messages)) addTemplate(flat, `${id}/${key}`, template)
    for (const [key, template] of Object.entries(check.evidence)) addTemplate(flat, `${id}/evidence/${key}`, template)
  }
  return flat
}

function addTemplate(flat: Record<string, string>, key: string, template: Template): void {
  if (typeof template === 'string') flat[key] = template
  else {
    flat[`${key}_one`] = template.one
    flat[`${key}_other`] = template.other
  }
}

function countOf(params: Params): { count: number } | Record<string, never> {
  if (typeof params.count === 'number') return { count: params.count }
  const list = Object.values(params).find((value) => typeof value === 'object')
  return list === undefined ? {} : { count: (list as readonly string[]).length }
}

function createInstance(language: Language, resources: Record<string, string>): i18n {
  const instance = i18next.createInstance({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    parseMissingKeyHandler: (key) => {
      throw new Error(`no ${language} text for ${key}`)
    },
    resources: { [language]: { translation: resources } },
  })
  void instance.init()
  const list = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' })
  const join = (names: readonly string[]): string => {
    if (names.length <= NAMES_IN_A_SENTENCE) return list.format(names)
    const shown = names.slice(0, NAMES_IN_A_SENTENCE - 1)
    return list.format([...shown, instance.t('note/and-more', { more: names.length - shown.length })])
  }
  const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)])
  const probeName = (id: string): string => (Object.hasOwn(probeNames[language], id) ? probeNames[language][id as ProbeId] : id)
  instance.services.formatter?.add('list', (value: unknown) => join(listOf(value)))
  instance.services.formatter?.add('probes', (value: unknown) => join(listOf(value).map(probeName)))
  return instance
}
