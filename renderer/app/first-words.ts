import type { Language } from '#shared/contract/index.ts'

/** Texts that are needed while the core is out of reach; the build writes them into the page. */
export type FirstWords = { readonly [Each in Language]: { readonly [key: string]: string } }

const ELEMENT = 'first-words'

export function readFirstWords(page: Document): FirstWords {
  return JSON.parse(page.getElementById(ELEMENT)?.textContent ?? '') as FirstWords
}

/** The language that a person chose, or that of the browser where it is one of ours. */
export function languageOf(chosen: Language | 'system', browsers: string): Language {
  if (chosen !== 'system') return chosen
  return browsers.toLowerCase().startsWith('de') ? 'de' : 'en'
}
