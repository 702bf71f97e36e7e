import { describe, expect, it } from 'vitest'

import { passwordPrincipal, saysTheSame } from '#electron/rotation/server/task-definition.ts'
import { germanTask, groupTask } from '../../policy/task-samples.ts'

describe('task-definition', () => {
  it('finds the account whose password is kept', () => {
    expect(passwordPrincipal(germanTask)).toEqual({ account: 'S-1-5-21-1-2-3-1004', orInteractive: false })
    expect(passwordPrincipal(`\uFEFF${germanTask.replace('>Password<', '>InteractiveTokenOrPassword<')}`)).toMatchObject({
      orInteractive: true,
    })
    expect(passwordPrincipal(groupTask)).toBeNull()
  })

  it.each([
    { name: 'the account', change: (text: string) => text.replace('S-1-5-21-1-2-3-1004', 'S-1-5-21-1-2-3-1009') },
    { name: 'the path that Windows adds', change: (text: string) => text.replace(/\s*<URI>.*<\/URI>/, '') },
    { name: 'the switch', change: (text: string) => text.replace('<Enabled>false', '<Enabled>true') },
    { name: 'white space between elements', change: (text: string) => text.replaceAll('>\n', '>\r\n  ') },
    { name: 'comments', change: (text: string) => text.replace(/<!--.*-->/, '') },
    { name: 'the spelling of a character', change: (text: string) => text.replace('&#x2192;', '→') },
    { name: 'a byte order mark', change: (text: string) => `\uFEFF${text}` },
  ])('takes definitions for the same that differ in $name', ({ change }) => {
    expect(change(germanTask)).not.toBe(germanTask)
    expect(saysTheSame(germanTask, change(germanTask))).toBe(true)
  })

  it.each([
    { name: 'a command', change: (text: string) => text.replace('/nacht', '/tag') },
    { name: 'white space in an argument', change: (text: string) => text.replace('/ziel ', '/ziel  ') },
    { name: 'an action', change: (text: string) => text.replace(/<Exec><Command>.*cmd.exe<\/Command><\/Exec>/, '') },
    {
      name: 'the order of actions',
      change: (text: string) => text.replace(/(<Exec>[\s\S]*?<\/Exec>)([\s\S]*?)(<Exec>.*<\/Exec>)/, '$3$2$1'),
    },
    { name: 'a trigger', change: (text: string) => text.replace('T02:00', 'T03:00') },
    { name: 'rights', change: (text: string) => text.replace('HighestAvailable', 'LeastPrivilege') },
    { name: 'the kind of sign-in', change: (text: string) => text.replace('>Password<', '>S4U<') },
    { name: 'an attribute', change: (text: string) => text.replace('version="1.4"', 'version="1.2"') },
    { name: 'the end, which is cut off', change: (text: string) => text.slice(0, -10) },
  ])('tells definitions apart that differ in $name', ({ change }) => {
    expect(change(germanTask)).not.toBe(germanTask)
    expect(saysTheSame(germanTask, change(germanTask))).toBe(false)
    expect(saysTheSame(change(germanTask), germanTask)).toBe(false)
  })
})
