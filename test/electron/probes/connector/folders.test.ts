import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dataFolderOf, folderOfProgram, isWithin, kindOfFolder, tidyFolder } from '#electron/probes/connector/folders.ts'

const ENVIRONMENT = {
  SYSTEMROOT: 'C:\\WINDOWS',
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  ProgramData: 'C:\\ProgramData',
}

describe('folders', () => {
  it.each([
    { written: ' "D:\\Acme\\" ', tidy: 'D:\\Acme' },
    { written: 'D:/Acme//', tidy: 'D:\\Acme' },
    { written: 'D:\\', tidy: 'D:\\' },
    { written: '', tidy: '' },
  ])('tidies $written', ({ written, tidy }) => {
    expect(tidyFolder(written)).toBe(tidy)
  })

  it.each([
    { program: 'D:\\Acme\\agent.exe', folder: 'D:\\Acme' },
    { program: 'D:\\Acme\\Bin\\agent.exe', folder: 'D:\\Acme' },
    { program: 'D:\\Acme\\service\\agent.exe', folder: 'D:\\Acme' },
    { program: 'D:\\Acme\\x64\\agent.exe', folder: 'D:\\Acme\\x64' },
    { program: 'D:\\agent.exe', folder: 'D:\\' },
  ])('finds the folder of $program', ({ program, folder }) => {
    expect(folderOfProgram(program)).toBe(folder)
  })

  it.each([
    { folder: 'D:\\Acme\\bin', other: 'd:\\acme', within: true },
    { folder: 'D:\\Acme', other: 'D:\\', within: true },
    { folder: 'D:\\Acme', other: 'D:\\Acme', within: false },
    { folder: 'D:\\Acme 2', other: 'D:\\Acme', within: false },
    { folder: 'D:\\', other: 'D:\\', within: false },
  ])('knows whether $folder lies in $other', ({ folder, other, within }) => {
    expect(isWithin(folder, other)).toBe(within)
  })

  it.each([
    { folder: 'D:\\Acme', kind: 'own' },
    { folder: 'C:\\Program Files\\Acme', kind: 'own' },
    { folder: 'C:\\ProgramData\\Acme', kind: 'own' },
    { folder: 'C:\\', kind: 'shared' },
    { folder: 'c:\\windows', kind: 'shared' },
    { folder: 'C:\\Windows\\System32\\drivers', kind: 'shared' },
    { folder: 'c:\\PROGRAM FILES', kind: 'shared' },
    { folder: 'C:\\Program Files (x86)', kind: 'shared' },
    { folder: 'C:\\ProgramData', kind: 'shared' },
    { folder: '\\\\server\\share\\Acme', kind: 'elsewhere' },
    { folder: '\\\\?\\UNC\\server\\share', kind: 'elsewhere' },
    { folder: 'Acme', kind: 'unclear' },
    { folder: '', kind: 'unclear' },
    { folder: '%Acme%\\bin', kind: 'unclear' },
    { folder: 'D:\\%Acme%', kind: 'unclear' },
    { folder: 'D:\\Acme\\..\\..', kind: 'unclear' },
  ])('tells $folder to be $kind', ({ folder, kind }) => {
    expect(kindOfFolder(folder, ENVIRONMENT)).toBe(kind)
  })

  it('never takes a drive or the folder of Windows for a product', () => {
    const parts = fc.constantFrom('C:', 'Windows', 'Program Files', '\\', '/', '.', '..', '"', ' ')
    fc.assert(
      fc.property(fc.array(parts), (written) => {
        const folder = tidyFolder(written.join(''))
        if (kindOfFolder(folder, ENVIRONMENT) !== 'own') return
        expect(folder).not.toMatch(/^c:\\(?:windows(?:\\.*)?|program files)?$/i)
      }),
    )
  })

  it.each([
    { folder: 'D:\\Acme Connector', data: 'C:\\ProgramData\\Acme Connector' },
    { folder: 'C:\\Program Files\\Acme\\Connector', data: 'C:\\ProgramData\\Acme\\Connector' },
    { folder: 'c:\\program files (x86)\\Acme', data: 'C:\\ProgramData\\Acme' },
    { folder: 'C:\\ProgramData\\Acme', data: null },
    { folder: 'C:\\ProgramData\\Acme\\Acme', data: null },
  ])('looks for the data of $folder', ({ folder, data }) => {
    expect(dataFolderOf(folder, ENVIRONMENT)).toBe(data)
  })

  it('knows no data where Windows does not say where it is', () => {
    expect(dataFolderOf('D:\\Acme', {})).toBeNull()
  })
})
