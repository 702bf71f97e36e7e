import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { executableOf } from '#electron/probes/image-path.ts'

const ENVIRONMENT = { SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', windir: 'C:\\Windows' }

describe('image-path', () => {
  it.each([
    {
      name: 'a quoted path with arguments',
      path: '"C:\\Program Files\\Acme\\sync.exe" -k svc',
      executable: 'C:\\Program Files\\Acme\\sync.exe',
    },
    { name: 'a quoted path alone', path: '"C:\\Program Files\\Acme\\sync.exe"', executable: 'C:\\Program Files\\Acme\\sync.exe' },
    { name: 'a quotation mark that is never closed', path: '"C:\\Acme\\sync.exe', executable: 'C:\\Acme\\sync.exe' },
    {
      name: 'an unquoted path with spaces',
      path: 'C:\\Program Files\\Acme\\sync.exe -run',
      executable: 'C:\\Program Files\\Acme\\sync.exe',
    },
    {
      name: 'an unquoted path with spaces alone',
      path: 'C:\\Program Files\\Acme\\sync.EXE',
      executable: 'C:\\Program Files\\Acme\\sync.EXE',
    },
    { name: 'a folder that has an extension in its name', path: 'C:\\my.exefiles\\sync.exe', executable: 'C:\\my.exefiles\\sync.exe' },
    { name: 'a path without an extension', path: 'C:\\Program Files\\Acme\\sync -run', executable: 'C:\\Program Files\\Acme\\sync' },
    { name: 'a path without extension and arguments', path: 'C:\\Acme Ltd\\sync', executable: 'C:\\Acme Ltd\\sync' },
    { name: 'a variable', path: '%ProgramFiles%\\Acme\\sync.exe -run', executable: 'C:\\Program Files\\Acme\\sync.exe' },
    { name: 'the object manager prefix', path: '\\??\\C:\\Acme\\sync.exe', executable: 'C:\\Acme\\sync.exe' },
    { name: 'the long path prefix', path: '\\\\?\\C:\\Acme\\sync.exe', executable: 'C:\\Acme\\sync.exe' },
    { name: 'a long path to a share', path: '\\\\?\\UNC\\nas\\apps\\sync.exe', executable: '\\\\nas\\apps\\sync.exe' },
    { name: 'a share', path: '\\\\nas\\apps\\sync.exe -run', executable: '\\\\nas\\apps\\sync.exe' },
    { name: 'the system root prefix', path: '\\SystemRoot\\System32\\spoolsv.exe', executable: 'C:\\Windows\\System32\\spoolsv.exe' },
    {
      name: 'a path from the Windows folder',
      path: 'system32\\svchost.exe -k netsvcs -p',
      executable: 'C:\\Windows\\system32\\svchost.exe',
    },
    { name: 'a batch file', path: 'C:\\Acme\\run.cmd --once', executable: 'C:\\Acme\\run.cmd' },
    { name: 'forward slashes', path: 'C:/Acme/sync.exe /run', executable: 'C:\\Acme\\sync.exe' },
    { name: 'letters of another language', path: '"C:\\Prüfung\\Abgleich ü.exe" -k', executable: 'C:\\Prüfung\\Abgleich ü.exe' },
    { name: 'white space around it', path: '  C:\\Acme\\sync.exe  ', executable: 'C:\\Acme\\sync.exe' },
    { name: 'nothing', path: '', executable: '' },
  ])('finds the program in $name', ({ path, executable }) => {
    expect(executableOf(path, ENVIRONMENT)).toBe(executable)
  })

  const folders = fc.stringMatching(/^[A-Za-zäöü0-9][A-Za-zäöü0-9 ()_]{0,10}[A-Za-z0-9)]$/)
  const paths = fc.array(folders, { minLength: 1, maxLength: 4 }).map((parts) => `C:\\${parts.join('\\')}.exe`)
  const argument = fc.stringMatching(/^[-/][a-z0-9=.\\ -]{0,20}$/)

  it('finds the same program with and without quotation marks, whatever the arguments', () => {
    fc.assert(
      fc.property(paths, argument, (path, given) => {
        expect(executableOf(`"${path}" ${given}`, ENVIRONMENT)).toBe(path)
        expect(executableOf(`${path} ${given}`, ENVIRONMENT)).toBe(path)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => typeof executableOf(path, ENVIRONMENT) === 'string'))
  })
})
