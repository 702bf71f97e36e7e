import { describe, expect, it } from 'vitest'

import { readDisplayReach, readSurroundings } from '#electron/rotation/hand-over/read-surroundings.ts'
import { type Machine, machineUnderTest } from './machine-under-test.ts'

describe('read-surroundings', () => {
  it.each<{ name: string; machine: Machine; display: string; clipboard: string }>([
    { name: 'a person in front of a real machine', machine: {}, display: 'local', clipboard: 'local' },
    { name: 'a remote session', machine: { metrics: 'remote' }, display: 'remote-session', clipboard: 'remote-session' },
    {
      name: 'a remote session that only the carrier tells',
      machine: { carrier: 'remote' },
      display: 'remote-session',
      clipboard: 'remote-session',
    },
    {
      name: 'a remote session whose clipboard is carried',
      machine: { metrics: 'remote', clipboardPolicy: 1, processes: [['rdpclip.exe', 2]] },
      display: 'remote-session',
      clipboard: 'shared-with-client',
    },
    {
      name: 'a remote session whose clipboard a policy keeps here',
      machine: { metrics: 'remote', clipboardPolicy: 1 },
      display: 'remote-session',
      clipboard: 'local',
    },
    {
      name: 'a remote session with the policy switched off',
      machine: { metrics: 'remote', clipboardPolicy: 0 },
      display: 'remote-session',
      clipboard: 'remote-session',
    },
    { name: 'the remote session of somebody else', machine: { processes: [['RDPCLIP.EXE', 5]] }, display: 'local', clipboard: 'local' },
    {
      name: 'a program whose session is not told',
      machine: { processes: [['rdpclip.exe', null]] },
      display: 'local',
      clipboard: 'shared-with-client',
    },
    { name: 'somebody who looks on', machine: { metrics: 'controlled' }, display: 'remote-controlled', clipboard: 'remote-controlled' },
    {
      name: 'a tool of the catalogue',
      machine: { processes: [['TeamViewer_Service.exe', 0]] },
      display: 'local',
      clipboard: 'remote-tool',
    },
    { name: 'a virtual machine', machine: { product: 'Virtual Machine' }, display: 'virtual-machine', clipboard: 'local' },
    {
      name: 'a virtual machine with the tools of its maker',
      machine: { product: 'VMware7,1', processes: [['vmtoolsd.exe', 0]] },
      display: 'virtual-machine',
      clipboard: 'shared-with-host',
    },
    { name: 'firmware that says too little', machine: { product: null }, display: 'unknown', clipboard: 'local' },
    { name: 'a Windows that tells no metrics', machine: { metrics: 'refused' }, display: 'unknown', clipboard: 'unknown' },
    { name: 'a Windows that tells no carrier', machine: { carrier: 'refused' }, display: 'unknown', clipboard: 'unknown' },
    { name: 'a Windows that lists no processes', machine: { processes: 'refused' }, display: 'local', clipboard: 'unknown' },
  ])('knows $name', ({ machine, display, clipboard }) => {
    const read = readSurroundings(machineUnderTest(machine), 'desktop')
    expect([read.display, read.clipboard]).toEqual([display, clipboard])
    expect(readDisplayReach(machineUnderTest(machine))).toBe(display)
    expect(read.field).toBe(machine.metrics === 'refused' ? 'no-desktop' : 'possible')
  })

  it('names each tool once, and none where the list is not known', () => {
    const twice: Machine = {
      processes: [
        ['TeamViewer_Service.exe', 0],
        ['teamviewer_service.exe', 2],
      ],
    }
    expect(readSurroundings(machineUnderTest(twice), 'terminal')).toMatchObject({ host: 'terminal', remoteTools: ['TeamViewer'] })
    expect(readSurroundings(machineUnderTest({ processes: 'refused' }), 'terminal').remoteTools).toBeNull()
  })
})
