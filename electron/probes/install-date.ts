/** Installers write `YYYYMMDD`; some write a date in the language of the installation, which nobody can tell apart. */
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/

/** `2024-03-01` of `20240301`; null for every other text and for a day that no calendar has. */
export function readInstallDate(text: string): string | null {
  const match = COMPACT_DATE.exec(text.trim())
  if (match === null) return null
  const date = `${match[1]}-${match[2]}-${match[3]}`
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null
}
