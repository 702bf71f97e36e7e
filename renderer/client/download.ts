/** A file that the core made. */
export interface MadeFile {
  readonly name: string
  readonly type: string
  /** its bytes */
  readonly base64: string
}

/** The browser reads the address after the click; taking it back at once would save an empty file. */
const KEEP_ADDRESS_MS = 60_000

/** Saves a file to where the browser or the desktop window puts its downloads. */
export function download(file: MadeFile): void {
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS)
}
