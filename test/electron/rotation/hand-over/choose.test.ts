import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { chooseHandOver, HAND_OVER_WAYS } from '#electron/rotation/hand-over/choose.ts'
import type { Surroundings } from '#electron/rotation/hand-over/surroundings.ts'

const QUIET: Surroundings = {
  host: 'desktop',
  display: 'local',
  clipboard: 'local',
  remoteTools: [],
  field: 'possible',
  protectedWindow: 'not-tried',
  sharePaused: false,
}

const NOT_IN_FIELD: Partial<Surroundings> = { field: 'not-proven' }
const TOOL: Partial<Surroundings> = { clipboard: 'remote-tool', remoteTools: ['GoTo'] }

const FIELD = 'into-field field-not-proven'

describe('choose', () => {
  it.each<{ name: string; change: Partial<Surroundings>; way: string; refused: readonly string[]; advice?: string }>([
    { name: 'nothing is in the way', change: {}, way: 'into-field', refused: [] },
    { name: 'the field is not proven', change: NOT_IN_FIELD, way: 'clipboard', refused: [FIELD] },
    {
      name: 'nobody knows whose field it is',
      change: { field: 'program-not-known' },
      way: 'clipboard',
      refused: ['into-field program-not-known'],
    },
    {
      name: 'a tool of the consultant runs',
      change: TOOL,
      way: 'into-field',
      refused: ['clipboard clipboard-remote-tool'],
      advice: 'turn-remote-control-off',
    },
    {
      name: 'nobody knows what runs',
      change: { remoteTools: null, clipboard: 'unknown' },
      way: 'into-field',
      refused: ['clipboard clipboard-unknown'],
      advice: 'turn-remote-control-off',
    },
    {
      name: 'a tool runs and the field is not proven',
      change: { ...TOOL, ...NOT_IN_FIELD },
      way: 'protected-window',
      refused: [FIELD, 'clipboard clipboard-remote-tool'],
      advice: 'turn-remote-control-off',
    },
    {
      name: 'the test of the window failed, too',
      change: { ...TOOL, ...NOT_IN_FIELD, protectedWindow: 'not-proven' },
      way: 'pause-share',
      refused: [FIELD, 'clipboard clipboard-remote-tool', 'protected-window window-not-proven'],
    },
    {
      name: 'it failed and the person paused the share',
      change: { ...NOT_IN_FIELD, clipboard: 'remote-tool', protectedWindow: 'not-proven', sharePaused: true },
      way: 'protected-window',
      refused: [FIELD, 'clipboard clipboard-remote-tool'],
    },
    {
      name: 'the session is a remote one, paused or not',
      change: { ...NOT_IN_FIELD, display: 'remote-session', clipboard: 'shared-with-client', sharePaused: true },
      way: 'pause-share',
      refused: [FIELD, 'clipboard clipboard-shared-with-client', 'protected-window display-remote-session'],
    },
    {
      name: 'the machine is a virtual one',
      change: { display: 'virtual-machine', clipboard: 'shared-with-host' },
      way: 'into-field',
      refused: ['clipboard clipboard-shared-with-host', 'protected-window display-virtual-machine'],
      advice: 'turn-remote-control-off',
    },
    {
      name: 'it is a terminal',
      change: { host: 'terminal' },
      way: 'into-field',
      refused: ['protected-window host-has-no-window'],
    },
    {
      name: 'there is no desktop around a terminal',
      change: { host: 'terminal', field: 'no-desktop' },
      way: 'pause-share',
      refused: ['into-field no-desktop', 'clipboard no-desktop', 'protected-window host-has-no-window'],
    },
    {
      name: 'the secret would cross a wire',
      change: { host: 'loopback', sharePaused: true },
      way: 'elsewhere',
      refused: ['into-field host-crosses-wire', 'clipboard host-crosses-wire', 'protected-window host-crosses-wire'],
    },
  ])('chooses $way where $name', ({ change, way, refused, advice }) => {
    const choice = chooseHandOver({ ...QUIET, ...change })
    expect(choice.way).toBe(way)
    expect(choice.refused.map((one) => `${one.way} ${one.reason}`)).toEqual(refused)
    expect(choice.advice).toBe(advice ?? null)
  })

  const surroundings: fc.Arbitrary<Surroundings> = fc.record({
    host: fc.constantFrom('desktop', 'terminal', 'loopback'),
    display: fc.constantFrom('local', 'remote-session', 'remote-controlled', 'virtual-machine', 'unknown'),
    clipboard: fc.constantFrom(
      'local',
      'remote-session',
      'remote-controlled',
      'shared-with-client',
      'shared-with-host',
      'remote-tool',
      'unknown',
    ),
    remoteTools: fc.option(fc.array(fc.string())),
    field: fc.constantFrom('possible', 'not-proven', 'program-not-known', 'no-desktop'),
    protectedWindow: fc.constantFrom('not-tried', 'proven', 'not-proven'),
    sharePaused: fc.boolean(),
  })

  it('draws only on a screen of this machine, puts nothing on a shared clipboard, and never chooses what it refuses', () => {
    fc.assert(
      fc.property(surroundings, (around) => {
        const { way, refused } = chooseHandOver(around)
        const isOpen = (wanted: (typeof HAND_OVER_WAYS)[number]): boolean => refused.every((one) => one.way !== wanted)
        if (around.display !== 'local' || around.host !== 'desktop') expect(isOpen('protected-window')).toBe(false)
        if (around.clipboard !== 'local') expect(isOpen('clipboard')).toBe(false)
        if (around.host === 'loopback') expect([way, refused.length]).toEqual(['elsewhere', 3])
        expect(HAND_OVER_WAYS.find(isOpen) ?? (around.host === 'loopback' ? 'elsewhere' : 'pause-share')).toBe(way)
      }),
    )
  })
})
