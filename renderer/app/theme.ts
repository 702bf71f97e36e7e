import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components'

import type { Settings } from '#shared/contract/index.ts'

type TextSize = Settings['textSize']

/** Factors of Fluent's sizes; the largest keeps a heading on a window of 320 px. */
const SCALES: { readonly [Size in TextSize]: number } = { normal: 1, large: 1.2, 'very-large': 1.45 }

const SIZE_TOKEN = /^(fontSize|lineHeight)/

/** Fluent's own red on dark has less contrast on a card than text needs. */
const darkTheme: Theme = { ...webDarkTheme, colorStatusDangerForeground1: '#f1838c' }

/** The theme with its text at the size that a person chose; a presenter's text is never of the normal size. */
export function themeOf(isDark: boolean, textSize: TextSize, presenter: boolean): Theme {
  const base = isDark ? darkTheme : webLightTheme
  const scale = SCALES[presenter && textSize === 'normal' ? 'large' : textSize]
  if (scale === 1) return base
  return Object.fromEntries(
    Object.entries(base).map(([token, value]) => [token, SIZE_TOKEN.test(token) ? scaled(String(value), scale) : value]),
  ) as unknown as Theme
}

function scaled(size: string, scale: number): string {
  return `${Math.round(Number.parseFloat(size) * scale)}px`
}
