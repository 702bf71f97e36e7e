import { describe, expect, it } from 'vitest'
import { reportFileName } from '#electron/core/app/file-name.ts'

describe('reportFileName', () => {
  it.each([
    ['what was told', ['Example Ltd', 'ERP01'], 'Example-Ltd-ERP01-2026-03-01.pdf'],
    ['letters of any language', ['Müller & Söhne', '倉庫'], 'Müller-&-Söhne-倉庫-2026-03-01.pdf'],
    ['what Windows takes in no name', ['a<b>c:d"e/f\\g|h?i*j', 'ERP01'], 'a-b-c-d-e-f-g-h-i-j-ERP01-2026-03-01.pdf'],
    ['a way out of the folder', ['../../x', '..\\y'], 'x-y-2026-03-01.pdf'],
    ['what cannot be seen', ['a\u202Egnp.exe', 'b\u0000\n'], 'a[U+202E]gnp.exe-b[U+0000]-2026-03-01.pdf'],
    ['full stops and blanks at an end', [' .a. ', 'b...'], 'a-b-2026-03-01.pdf'],
    ['nothing', ['', ' '], '2026-03-01.pdf'],
    ['a device', ['CON.x', ''], '_CON.x-2026-03-01.pdf'],
    ['very long names', ['a'.repeat(500), '😀'.repeat(500)], `${'a'.repeat(60)}-${'😀'.repeat(60)}-2026-03-01.pdf`],
  ])('is made of %s', (_name, parts, name) => {
    expect(reportFileName(parts, '2026-03-01T08:15:00Z', 'pdf')).toBe(name)
  })
})
