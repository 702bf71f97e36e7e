import type { Settings } from '#shared/contract/index.ts'
import { settingsSchema } from '#shared/contract/views.ts'

/** What holds until somebody chooses otherwise. */
export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  textSize: 'normal',
  presenter: false,
  reviewEveryMonths: 3,
  preparedBy: '',
}

/** The values that are good, each by itself: one that somebody spoiled by hand costs no other. */
export function understandSettings(stored: { readonly [key: string]: unknown }): Partial<Settings> {
  const good = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = Object.hasOwn(stored, key) ? schema.safeParse(stored[key]) : null
    return value?.success === true ? [[key, value.data]] : []
  })
  return Object.fromEntries(good)
}
