import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

import { safeName, saveDownloads } from '#electron/hosts/desktop/downloads.ts'
import { createSpeech } from '#electron/hosts/desktop/speech.ts'
import { createElectronStandIn } from '../../../support/electron-stand-in.ts'

function download(url: string, name: string) {
  const standIn = createElectronStandIn()
  saveDownloads(
    standIn.electron,
    standIn.electron.session.defaultSession,
    createSpeech(() => 'en'),
  )
  const setSaveDialogOptions = vi.fn()
  const item = Object.assign(new EventEmitter(), { getURL: () => url, getFilename: () => name, setSaveDialogOptions })
  const isLet = standIn.session.download(item)
  return { standIn, item, isLet, setSaveDialogOptions }
}

describe('downloads', () => {
  it('asks where to save what the page made', () => {
    const { isLet, setSaveDialogOptions } = download('blob:app://erp-checkup/1-2', 'ERP01 checkup.pdf')
    expect(isLet).toBe(true)
    expect(setSaveDialogOptions).toHaveBeenCalledExactlyOnceWith({
      title: 'Save',
      defaultPath: join('/documents', 'ERP01 checkup.pdf'),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    })
  })

  it.each(['https://example.com/a.pdf', 'file:///C:/a.pdf', 'blob:https://example.com/1', 'data:text/plain,x'])('refuses %s', (url) => {
    const { isLet, setSaveDialogOptions } = download(url, 'a.pdf')
    expect(isLet).toBe(false)
    expect(setSaveDialogOptions).not.toHaveBeenCalled()
  })

  it.each([
    { state: 'completed', boxes: 0 },
    { state: 'cancelled', boxes: 0 },
    { state: 'interrupted', boxes: 1 },
  ])('tells of a file that was $state: $boxes', ({ state, boxes }) => {
    const { item, standIn } = download('blob:app://erp-checkup/1-2', 'a.pdf')
    item.emit('done', {}, state)
    expect(standIn.dialog.showErrorBox).toHaveBeenCalledTimes(boxes)
  })

  it.each([
    { given: 'a.pdf', name: 'a.pdf' },
    { given: '..\\..\\evil.exe', name: '_.._evil.exe' },
    { given: '/etc/passwd', name: '_etc_passwd' },
    { given: 'C:con?.pdf', name: 'C_con_.pdf' },
    { given: 'ERP\u202Efdp.exe', name: 'ERP_fdp.exe' },
    { given: '...', name: 'erp-checkup' },
    { given: '', name: 'erp-checkup' },
    { given: 'x'.repeat(200), name: 'x'.repeat(150) },
  ])('saves "$given" under a harmless name', ({ given, name }) => {
    expect(safeName(given)).toBe(name)
  })
})
