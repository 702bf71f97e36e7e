import { describe, expect, it } from 'vitest'

import { constantMarkup, escapeHtml, html } from '#shared/report/escape-html.ts'

describe('escapeHtml', () => {
  it('escapes each character that ends a text or an attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;')
  })
})

describe('html', () => {
  it('escapes text in content and attributes', () => {
    expect(html`<p title="${'"><script>'}">${'<b>'}</p>`.markup).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;</p>')
  })

  it('keeps HTML, lists of HTML and numbers', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${'<'}</li>`]}</ul>`.markup).toBe('<ul><li>1</li><li>&lt;</li></ul>')
  })

  it('puts in nothing for undefined', () => {
    expect(html`<p>${undefined}</p>`.markup).toBe('<p></p>')
  })

  it('keeps markup of our own as it is', () => {
    expect(html`${constantMarkup('<hr>')}`.markup).toBe('<hr>')
  })
})
