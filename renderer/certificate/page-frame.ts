/** Paper is light, whatever the window is. */
const DARK = '@media (prefers-color-scheme: dark)'

/**
 * Puts a page that the core made into an empty frame of ours.
 *
 * SECURITY: the frame has no address, so no policy has to be widened for it, and its sandbox runs no script. The page's own style sheet
 * is handed over as a sheet, because the window's policy allows no style inside a document.
 */
export function fillFrame(frame: HTMLIFrameElement, page: string): void {
  const inside = frame.contentDocument
  if (inside === null) return
  const { markup, css } = withoutSheet(page)
  const parsed = new DOMParser().parseFromString(markup, 'text/html')
  inside.documentElement.lang = parsed.documentElement.lang
  inside.title = parsed.title
  inside.body.replaceChildren(...[...parsed.body.childNodes].map((node) => inside.importNode(node, true)))
  for (const link of inside.querySelectorAll('a')) stayInside(link)
  adopt(inside, css)
}

/** A place in the page is scrolled to: followed as an address it would load this whole program into the frame. */
function stayInside(link: HTMLAnchorElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const place = link.getAttribute('href') ?? ''
    if (place.startsWith('#')) link.ownerDocument.getElementById(place.slice(1))?.scrollIntoView()
  })
}

/** The sheet is taken out before parsing: even a document that is never shown reports a style that the policy forbids. */
function withoutSheet(page: string): { readonly markup: string; readonly css: string } {
  const sheets: string[] = []
  const markup = page.replace(/<style>([\s\S]*?)<\/style>/g, (_whole, sheet: string) => {
    sheets.push(sheet)
    return ''
  })
  return { markup, css: sheets.join('\n') }
}

/** A sheet belongs to the window that it was made in. */
function adopt(inside: Document, css: string): void {
  const Sheet = (inside.defaultView as (Window & { readonly CSSStyleSheet?: typeof CSSStyleSheet }) | null)?.CSSStyleSheet
  if (Sheet === undefined || !('adoptedStyleSheets' in inside)) return
  const [sheet, paper] = [new Sheet(), new Sheet()]
  sheet.replaceSync(css.replaceAll(DARK, '@media not all'))
  paper.replaceSync(':root { color-scheme: light }')
  inside.adoptedStyleSheets = [sheet, paper]
}

/** Text of a file that the core made. */
export function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
}
