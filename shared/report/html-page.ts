import type { Language } from '../texts/translator.ts'
import { constantMarkup, type Html, html } from './escape-html.ts'
import { htmlStyle } from './html-style.data.ts'

/**
 * SHA-256 of the style sheet, base64: the page allows this one and nothing else. A test compares it.
 */
export const htmlStyleDigest = 'J6wp8GR+UrjSK6gZd0/Enn6Gr/5HtjZUjQO2+7w2uHM='

/** SECURITY: whatever got past the escaping could load, send or run nothing. */
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${htmlStyleDigest}'; base-uri 'none'; form-action 'none'`

/** One page that needs nothing else, no script, no picture, no font from outside; `content` stands in its one column. */
export function htmlPage(language: Language, title: string, content: Html): string {
  const page = html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${constantMarkup(htmlStyle)}</style>
</head>
<body>
<div class="page">
${content}
</div>
</body>
</html>
`
  return page.markup
}
