import { describe, expect, it } from 'vitest'

import { createMatcher, type MatchInput } from '#shared/catalogue/match.ts'
import type { Tool } from '#shared/catalogue/tool.ts'
import { factsOf, type Item } from './corpus/item.ts'

const X86 = 'C:\\Program Files (x86)'
const RESOLVE = `${X86}\\GoTo Resolve Unattended`

/** Subject, kinds of evidence in order, and strength of each match. */
function seen(items: readonly Item[], tools?: readonly Tool[]): readonly (readonly [string, string, string])[] {
  return createMatcher(tools)
    .matchTools(factsOf(items))
    .map((match) => [match.subject, match.evidence.map((each) => each.kind).join(' '), match.strength])
}

const sample: Tool = {
  id: 'sample',
  name: 'Sample',
  vendor: 'Example Ltd',
  categories: ['unattended'],
  displayNames: [{ glob: 'Sample' }, { glob: 'Sample Old', memory: true }, { glob: 'Common', weak: true }],
  services: [{ glob: 'SampleSvc' }, { glob: 'SampleOld', memory: true }, { glob: 'CommonSvc', weak: true }],
  executables: [
    { glob: 'sample.exe' },
    { glob: 'sampleold.exe', memory: true },
    { glob: 'shared.exe' },
    { glob: 'common.exe', weak: true },
  ],
  installPaths: [{ glob: '%ProgramFiles%\\Sample' }, { glob: '%ProgramData%\\SampleOld', memory: true }],
}
const other: Tool = { ...sample, id: 'other', displayNames: [], services: [], executables: [{ glob: 'shared.exe' }], installPaths: [] }
const both = [sample, other]

describe('matchTools', () => {
  it('shows nothing where nothing was collected', () => {
    expect(createMatcher().matchTools({})).toEqual([])
    const none: MatchInput = { services: undefined, programs: undefined, processes: undefined, files: undefined }
    expect(createMatcher().matchTools(none)).toEqual([])
  })
  it('tells what spoke for the tool, and whether its service runs', () => {
    const [match] = createMatcher(both).matchTools({
      services: [{ name: 'SampleSvc', displayName: '', executable: '', state: 'stopped' }],
      processes: [{ name: 'Sample.exe', path: null }],
    })
    expect(match?.tool).toBe(sample)
    expect(match?.evidence).toEqual([
      { kind: 'service', name: 'SampleSvc', probe: 'services', memory: false, weak: false, running: false },
      { kind: 'process', name: 'Sample.exe', probe: 'processes', memory: false, weak: false, running: true },
    ])
  })
  it('leaves the state of a service out where it is not known', () => {
    const [match] = createMatcher(both).matchTools({ services: [{ name: 'SampleSvc', displayName: '', executable: '' }] })
    expect(match?.evidence[0]).not.toHaveProperty('running')
  })
  it('names twenty processes of one name once', () => {
    expect(
      seen(
        Array.from({ length: 20 }, () => ({ process: 'sample.exe', path: null })),
        both,
      ),
    ).toEqual([['sample', 'process', 'proven']])
  })
  it('follows the order of the catalogue, not that of the server', () => {
    const items: Item[] = [{ process: 'ngrok.exe', path: null }, { program: 'AnyDesk' }, { program: 'GoToAssist Corporate' }]
    expect(seen(items).map(([subject]) => subject)).toEqual(['goto-assist-corporate', 'anydesk', 'ngrok'])
    expect(seen(items.toReversed())).toEqual(seen(items))
  })
  it('finds the same again with the same matcher', () => {
    const matcher = createMatcher()
    const facts = factsOf([{ program: 'AnyDesk' }])
    expect(matcher.matchTools(facts)).toEqual(matcher.matchTools(facts))
  })
})

describe('a program file', () => {
  it.each<[string, Item[], readonly (readonly [string, string, string])[]]>([
    ['of one tool alone counts anywhere', [{ process: 'sample.exe', path: 'D:\\x\\sample.exe' }], [['sample', 'process', 'proven']]],
    ['of one tool alone counts where its place is hidden', [{ process: 'sample.exe', path: null }], [['sample', 'process', 'proven']]],
    ['under System32 never counts', [{ process: 'sample.exe', path: 'C:\\Windows\\System32\\sample.exe' }], []],
    [
      'of two tools counts under an install path',
      [{ process: 'shared.exe', path: `${X86}\\Sample\\shared.exe` }],
      [['sample', 'process', 'proven']],
    ],
    ['of two tools counts nowhere else', [{ process: 'shared.exe', path: 'D:\\shared.exe' }], []],
    [
      'with a weak name counts under an install path',
      [{ process: 'common.exe', path: `${X86}\\Sample\\bin\\common.exe` }],
      [['sample', 'process', 'proven']],
    ],
    ['with a weak name counts nowhere else', [{ process: 'common.exe', path: 'D:\\common.exe' }], []],
    ['of another name proves nothing under an install path', [{ process: 'setup.exe', path: `${X86}\\Sample\\setup.exe` }], []],
    [
      'of two tools in a place from memory is not verified',
      [{ process: 'shared.exe', path: 'C:\\ProgramData\\SampleOld\\shared.exe' }],
      [['sample', 'process', 'name-not-verified']],
    ],
    [
      'with a verified name in a place from memory is proven',
      [{ process: 'sample.exe', path: 'C:\\ProgramData\\SampleOld\\sample.exe' }],
      [['sample', 'process', 'proven']],
    ],
    [
      'with a name from memory in a verified place is proven',
      [{ process: 'sampleold.exe', path: `${X86}\\Sample\\sampleold.exe` }],
      [['sample', 'process', 'proven']],
    ],
    [
      'makes a service with any name evidence',
      [{ service: 'Anything', path: `"${X86}\\Sample\\sample.exe" /svc` }],
      [['sample', 'service', 'proven']],
    ],
  ])('%s', (_, items, expected) => {
    expect(seen(items, both)).toEqual(expected)
  })
  it('of a family is the attended one outside every install path', () => {
    expect(seen([{ process: 'GoToResolveService.exe', path: 'D:\\x\\GoToResolveService.exe' }])).toEqual([
      ['goto-resolve-applet', 'process', 'proven'],
    ])
    expect(seen([{ process: 'GoToResolveService.exe', path: `${RESOLVE}\\1\\GoToResolveService.exe` }])).toEqual([
      ['goto-resolve-unattended', 'process', 'proven'],
    ])
  })
})

describe('a name from memory', () => {
  it.each<[string, Item[], string]>([
    ['of one kind is not verified', [{ service: 'SampleOld', path: '' }], 'name-not-verified'],
    [
      'twice of one kind is not verified',
      [
        { process: 'sampleold.exe', path: null },
        { process: 'SAMPLEOLD.EXE', path: 'D:\\sampleold.exe' },
      ],
      'name-not-verified',
    ],
    ['of two kinds is proven', [{ service: 'SampleOld', path: '' }, { program: 'Sample Old' }], 'proven'],
    ['beside a verified name is proven', [{ program: 'Sample Old' }, { program: 'Sample' }], 'proven'],
    ['beside a weak name is not verified', [{ program: 'Sample Old' }, { service: 'CommonSvc', path: '' }], 'name-not-verified'],
    ['of a folder is not verified', [{ folder: 'C:\\ProgramData\\SampleOld', tool: 'sample' }], 'name-not-verified'],
  ])('%s', (_, items, strength) => {
    expect(seen(items, both).map((each) => each[2])).toEqual([strength])
  })
})

describe('a weak name', () => {
  it('is shown beside a proof and says that it is weak', () => {
    const [match] = createMatcher(both).matchTools(factsOf([{ program: 'Common' }, { service: 'SampleSvc', path: '' }]))
    expect(match?.evidence.map((each) => [each.name, each.weak])).toEqual([
      ['SampleSvc', false],
      ['Common', true],
    ])
  })
  it('beside other weak names is nothing', () => {
    expect(seen([{ program: 'Common' }, { service: 'CommonSvc', path: '' }, { process: 'common.exe', path: null }], both)).toEqual([])
  })
  it('is no longer weak where the program lies in its folder', () => {
    expect(seen([{ program: 'Common', location: `${X86}\\Sample\\` }], both)).toEqual([['sample', 'program', 'proven']])
  })
})

describe('a console', () => {
  const viewer: Tool = {
    ...sample,
    id: 'viewer',
    categories: ['console'],
    displayNames: [{ glob: 'Sample Viewer' }],
    services: [{ glob: 'SampleView' }],
    executables: [{ glob: 'sample_view.exe' }],
    installPaths: [],
  }
  const wide: Tool = {
    ...sample,
    displayNames: [{ glob: 'Sample*' }],
    services: [{ glob: 'Sample*' }],
    executables: [{ glob: 'sample*.exe' }],
  }

  it('is taken out before globs match', () => {
    expect(
      seen(
        [{ program: 'Sample Viewer 2.1' }, { service: 'SampleView', path: '' }, { process: 'sample_view.exe', path: null }],
        [wide, viewer],
      ),
    ).toEqual([])
    expect(
      seen([{ program: 'Sample Viewer 2.1' }, { service: 'SampleView', path: '' }, { process: 'sample_view.exe', path: null }], [wide]),
    ).toHaveLength(1)
  })
  it('does not speak for its service either', () => {
    expect(seen([{ service: 'SampleX', path: 'D:\\sample_view.exe' }], [wide, viewer])).toEqual([])
  })
})

describe('several installations', () => {
  const service = (id: string): Item => ({ service: `GoToResolve_${id}`, path: `${RESOLVE}\\${id}\\GoToResolveProcessChecker.exe` })

  it('are a subject each, with what bears their number', () => {
    const items: Item[] = [
      service('1111111111111111111'),
      service('2222222222222222222'),
      { program: 'GoTo Resolve Unattended 2222222222222222222' },
      { process: 'GoToResolveTerminal.exe', path: `${RESOLVE}\\1111111111111111111\\GoToResolveTerminal.exe` },
      { folder: RESOLVE, tool: 'goto-resolve-unattended' },
    ]
    expect(seen(items)).toEqual([
      ['goto-resolve-unattended:GoToResolve_1111111111111111111', 'service process folder', 'proven'],
      ['goto-resolve-unattended:GoToResolve_2222222222222222222', 'service program folder', 'proven'],
    ])
  })
  it('leave what bears no number, or that of another, to the tool', () => {
    const items: Item[] = [
      service('1111111111111111111'),
      { program: 'GoTo Resolve Unattended' },
      { process: 'GoToResolveTerminal.exe', path: `${RESOLVE}\\11111111111111111112\\GoToResolveTerminal.exe` },
    ]
    expect(seen(items)).toEqual([
      ['goto-resolve-unattended:GoToResolve_1111111111111111111', 'service', 'proven'],
      ['goto-resolve-unattended', 'program process', 'proven'],
    ])
  })
  it('are told by the folder of their service where the name has no number', () => {
    const folder = 'C:\\ProgramData\\bomgar-scc-0xAB12CD34'
    expect(
      seen([
        { service: 'Odd name', path: `${folder}\\bomgar-scc.exe` },
        { process: 'bomgar-rdp.exe', path: `${folder}\\bomgar-rdp.exe` },
      ]),
    ).toEqual([['beyondtrust-jumpclient:Odd name', 'service process', 'proven']])
  })
  it('without a service are the tool', () => {
    expect(
      seen([
        { program: 'ScreenConnect Client (a1b2c3d4e5f60718)' },
        { folder: `${X86}\\ScreenConnect Client (a1b2c3d4e5f60718)`, tool: 'screenconnect-client' },
      ]),
    ).toEqual([['screenconnect-client', 'program folder', 'proven']])
  })
  it('let a weak name count only where its own subject has a proof', () => {
    const several: Tool = { ...sample, multipleInstallations: true }
    expect(seen([{ service: 'SampleSvc', path: '' }, { program: 'Common' }], [several])).toEqual([
      ['sample:SampleSvc', 'service', 'proven'],
    ])
  })
})
