import { type DesktopKey, desktopTexts } from '#shared/texts/desktop.ts'
import type { Language } from '#shared/texts/translator.ts'

/** Says what the window has to say outside of its page. */
export type Say = (key: DesktopKey, params?: { readonly [name: string]: string }) => string

/** `language` is asked each time: a person may change it while the app runs. */
export function createSpeech(language: () => Language): Say {
  return (key, params = {}) => desktopTexts[language()][key].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => params[name] ?? '')
}

/** The language of the system as far as the app speaks it. */
export function languageOf(locale: string): Language {
  return /^de\b/i.test(locale) ? 'de' : 'en'
}

/** The language that settings ask for; null: that of the system. */
export function languageIn(settings: unknown): Language | null {
  const language = typeof settings === 'object' && settings !== null && 'language' in settings ? settings.language : null
  return language === 'en' || language === 'de' ? language : null
}
