import { describe, expect, it } from 'vitest'

import { remoteTools } from '#shared/catalogue/tools.ts'
import { isAttended, isAttendedOnly, isGotoFamily, isNoWayIn, isWayIn } from '#shared/catalogue/way-in.ts'

const ids = (filter: (tool: (typeof remoteTools)[number]) => boolean) =>
  remoteTools
    .filter(filter)
    .map((tool) => tool.id)
    .sort()

describe('isWayIn', () => {
  it('leaves out consoles, launchers, network tools, meetings and Windows itself', () => {
    expect(ids((tool) => !isWayIn(tool))).toEqual([
      'auvik',
      'domotz',
      'goto-assist-expert-v4',
      'goto-opener',
      'openssh-server',
      'quick-assist',
      'rd-web',
      'rdp',
      'rdp-gateway',
      'remote-assistance',
      'rras',
      'screenconnect-server',
      'teams',
      'telnet-server',
      'winrm',
      'zoom',
    ])
  })
  it('leaves no tool out that is neither: Windows is not called a console', () => {
    expect(ids(isNoWayIn)).toEqual(['auvik', 'domotz', 'goto-assist-expert-v4', 'goto-opener', 'screenconnect-server', 'teams', 'zoom'])
  })
})

describe('isAttendedOnly', () => {
  it('names the tools that need somebody at the server', () => {
    expect(ids(isAttendedOnly)).toEqual([
      'crossloop',
      'goto-assist-applet-v5',
      'goto-resolve-applet',
      'logmein-rescue-callingcard',
      'mikogo',
      'showmypc',
      'splashtop-sos',
    ])
  })
})

describe('isAttended', () => {
  it('includes tools that can do both', () => {
    expect(ids((tool) => isGotoFamily(tool) && isAttended(tool))).toEqual([
      'goto-assist-applet-v5',
      'goto-assist-corporate',
      'goto-assist-customer-v4',
      'goto-resolve-applet',
    ])
  })
})

describe('isGotoFamily', () => {
  it('is GoToAssist and GoTo Resolve, not the other products of the vendor', () => {
    expect(ids(isGotoFamily)).toEqual([
      'goto-assist-applet-v5',
      'goto-assist-corporate',
      'goto-assist-customer-v4',
      'goto-assist-unattended-v5',
      'goto-resolve-applet',
      'goto-resolve-unattended',
    ])
  })
})
