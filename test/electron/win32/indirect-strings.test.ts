import { describe, expect, it } from 'vitest'

import { createIndirectStrings } from '#electron/win32/indirect-strings.ts'
import { standIn } from './stand-in.ts'

function resolving(answer: (source: string) => string | number) {
  const asked: string[] = []
  const windows = standIn({
    'shlwapi.dll': {
      SHLoadIndirectString: (source, output) => {
        asked.push(String(source))
        const text = answer(String(source))
        if (typeof text === 'number') return text
        ;(output as Buffer).write(`${text}\0rubbish`, 'utf16le')
        return 0
      },
    },
  })
  return { texts: createIndirectStrings(windows.native), asked }
}

describe('indirect-strings', () => {
  it.each([
    { text: '@FirewallAPI.dll,-28775', source: '@C:\\Windows\\System32\\FirewallAPI.dll,-28775' },
    { text: '@%SystemRoot%\\system32\\firewallapi.dll,-1', source: '@C:\\Windows\\System32\\firewallapi.dll,-1' },
    { text: '@%WINDIR%\\System32\\provsvc.dll,-202', source: '@C:\\Windows\\System32\\provsvc.dll,-202' },
    { text: '@sstpsvc.dll,-35002;Version 2', source: '@C:\\Windows\\System32\\sstpsvc.dll,-35002' },
  ])('asks for $text in the system directory', ({ text, source }) => {
    const { texts, asked } = resolving(() => 'Fernzugriff – Prüfung')
    expect(texts.resolve(text)).toEqual({ ok: true, value: 'Fernzugriff – Prüfung' })
    expect(asked).toEqual([source])
  })

  it.each([
    'Acme Sync',
    '@C:\\Acme\\evil.dll,-1',
    '@\\\\server\\share\\evil.dll,-1',
    '@%ProgramFiles%\\Acme\\evil.dll,-1',
    '@%SystemRoot%\\evil.dll,-1',
    '@%SystemRoot%\\system32\\..\\evil.dll,-1',
    '@%SystemRoot%\\system32\\sub\\evil.dll,-1',
    '@../evil.dll,-1',
    '@..\\evil.dll,-1',
    '@evil,-1',
    '@evil.txt,-1',
    '@evil.dll:stream.dll,-1',
    '@evil.dll',
    '@evil.dll,1',
    '@{Microsoft.Acme_1.0?ms-resource://Acme/name}',
    '',
  ])('opens nothing for %j', (text) => {
    const { texts, asked } = resolving(() => 'text')
    expect(texts.resolve(text)).toEqual({ ok: true, value: null })
    expect(asked).toEqual([])
  })

  it.each([
    { name: 'refuses', answer: 0x80004005, code: 0x80004005 },
    { name: 'has an empty text', answer: '', code: 13 },
  ])('says so where the library $name', ({ answer, code }) => {
    expect(resolving(() => answer).texts.resolve('@a.dll,-1')).toEqual({
      ok: false,
      failure: { function: 'SHLoadIndirectString', code, subject: '@a.dll,-1' },
    })
  })

  it('is refused where Windows lacks the function', () => {
    expect(createIndirectStrings(standIn({}).native).resolve('@a.dll,-1')).toMatchObject({ ok: false, failure: { code: 126 } })
  })
})
