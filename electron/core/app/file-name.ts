import { visibleText } from '#shared/visible-text.ts'

/** Longest part of a name; three of them and an ending fit every file system. */
const LONGEST_PART = 60

/** Characters that Windows takes in no file name; blanks and full stops vanish at its end. */
const FORBIDDEN = /[<>:"/\\|?*]+/g

/** Windows takes these for devices, whatever follows their first full stop. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** `organisation-server-2026-03-01.pdf`, fit for every file system; `day` may be an instant. Empty parts are left out. */
export function reportFileName(parts: readonly string[], day: string, extension: string): string {
  const stem = [...parts.map(filePart).filter((part) => part !== ''), day.slice(0, 10)].join('-')
  return `${DEVICE.test(stem) ? `_${stem}` : stem}.${extension}`
}

function filePart(text: string): string {
  const cleaned = visibleText(text).replace(FORBIDDEN, '-').replace(/\s+/g, '-').replace(/-{2,}/g, '-')
  return [...cleaned]
    .slice(0, LONGEST_PART)
    .join('')
    .replace(/^[.-]+|[.-]+$/g, '')
}
