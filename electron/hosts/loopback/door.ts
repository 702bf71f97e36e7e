import { createHash } from 'node:crypto'

import { escapeHtml } from '#shared/report/escape-html.ts'
import { cliTexts } from '#shared/texts/cli/index.ts'
import type { Language } from '#shared/texts/translator.ts'
import { nothingAllowed } from './headers.ts'

/** The page that everybody sees who has no key yet. */
export interface Door {
  readonly html: Buffer
  readonly policy: string
}

/**
 * Brings the token from the fragment to the host and goes on to the app; without a token that works the text stays.
 *
 * A new link that is opened in the tab of an old one changes the fragment alone, which loads nothing anew.
 */
const SCRIPT = `
const stay = () => { document.querySelector('main').hidden = false }
const enter = () => {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  history.replaceState(null, '', '/')
  if (token === null) return stay()
  fetch('/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) })
    .then((answer) => answer.ok ? answer.json() : null)
    .then((opened) => { if (opened === null) stay(); else location.replace(opened.place) })
    .catch(stay)
}
addEventListener('hashchange', enter)
enter()
`

const STYLE = `
:root { color-scheme: light dark; font-family: 'Segoe UI', system-ui, sans-serif; line-height: 1.5 }
body { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.5rem; font-weight: 600 }
`

export function createDoor(language: Language): Door {
  const texts = cliTexts[language]
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(texts['cli/door/title'])}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<noscript><p>${escapeHtml(texts['cli/door/no-script'])}</p></noscript>
<main hidden>
<h1>${escapeHtml(texts['cli/door/heading'])}</h1>
<p>${escapeHtml(texts['cli/door/what-to-do'])}</p>
</main>
<script>${SCRIPT}</script>
`
  const policy = [
    ...nothingAllowed,
    `script-src '${digest(SCRIPT)}'`,
    `style-src '${digest(STYLE)}'`,
    'img-src data:',
    "connect-src 'self'",
  ].join('; ')
  return { html: Buffer.from(html), policy }
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
