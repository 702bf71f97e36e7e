import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { expandVariables } from '#electron/probes/environment-variables.ts'

const ENVIRONMENT = { SystemRoot: 'C:\\Windows', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', Loop: '%Loop%', Dollar: '$&' }

describe('environment-variables', () => {
  it.each([
    { name: 'a variable', written: '%SystemRoot%\\x.exe', expanded: 'C:\\Windows\\x.exe' },
    { name: 'a variable in another case', written: '%SYSTEMROOT%\\x.exe', expanded: 'C:\\Windows\\x.exe' },
    { name: 'a variable with brackets', written: '%ProgramFiles(x86)%\\x', expanded: 'C:\\Program Files (x86)\\x' },
    { name: 'two variables', written: '%SystemRoot%;%SystemRoot%', expanded: 'C:\\Windows;C:\\Windows' },
    { name: 'an unknown variable', written: '%Nowhere%\\x', expanded: '%Nowhere%\\x' },
    { name: 'a value that names itself', written: '%Loop%', expanded: '%Loop%' },
    { name: 'a value with a replacement pattern', written: '<%Dollar%>', expanded: '<$&>' },
    { name: 'a lone percent sign', written: '100 %', expanded: '100 %' },
  ])('expands $name', ({ written, expanded }) => {
    expect(expandVariables(written, ENVIRONMENT)).toBe(expanded)
  })

  it('leaves text without variables alone', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('%')),
        (text) => expandVariables(text, ENVIRONMENT) === text,
      ),
    )
  })
})
