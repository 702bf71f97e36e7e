import { describe, expect, it } from 'vitest'

import { comparableProgramNames } from '#shared/catalogue/program-name.ts'

describe('comparableProgramNames', () => {
  it.each([
    ['AnyDesk', ['anydesk']],
    ['AnyDesk MSI', ['anydesk msi', 'anydesk']],
    ['GoToAssist Customer 4.8.0.1732', ['gotoassist customer 4.8.0.1732', 'gotoassist customer']],
    ['Zoom (64-bit)', ['zoom (64-bit)', 'zoom']],
    ['Tool v2 (64 bit)', ['tool v2 (64 bit)', 'tool v2 (64', 'tool v2', 'tool']],
    ['OpenVPN 2.6.8-I001 amd64', ['openvpn 2.6.8-i001 amd64', 'openvpn 2.6.8-i001', 'openvpn']],
    ['Tool version 3', ['tool version 3', 'tool version', 'tool']],
    ['TeamViewer 15 Host', ['teamviewer 15 host']],
    ['  Two   spaces ', ['two spaces']],
    ['2024', ['2024']],
    ['', ['']],
  ])('%s', (displayName, expected) => {
    expect(comparableProgramNames(displayName)).toEqual(expected)
  })
})
