import { describe, expect, it } from 'vitest'
import { draftOf, linesOf, type Profile, profileOf, withTool } from '#renderer/setup/draft.ts'
import { problemsOf } from '#renderer/setup/problems.ts'
import { dayAfterMonths } from '#renderer/setup/review-day.ts'
import { accept, acceptAll, newOnes } from '#renderer/setup/suggestions.ts'
import { profileSchema, profileSchemaId } from '#shared/formats/profile.ts'
import { samples } from '#shared/samples/index.ts'

const nothingSet = { preparedBy: '', reviewEveryMonths: 3 }
const empty: Profile = {
  schema: profileSchemaId,
  organization: '',
  erp: { product: '', database: 'sql-server' },
  deployment: { phase: 'live' },
  syncTools: [],
}
const draft = draftOf({ ...empty, organization: 'Example' }, nothingSet)
const read = (text: unknown): Profile => profileSchema.parse(structuredClone(text))

describe('draft', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('gives the profile of the sample %s back as it was', (_id, sample) => {
    const profile = read(sample.load().profile)
    const again = profileOf(draftOf(profile, nothingSet), profile)
    expect(again).toEqual({
      reviewEveryMonths: 3,
      ...profile,
      syncTools: profile.syncTools.map((tool) => ({ kind: 'erp-driver', ...tool })),
    })
    expect(profileSchema.safeParse(again).success).toBe(true)
  })

  it('keeps what it does not know, in the profile and in a tool', () => {
    const profile = read({ ...empty, theme: 'x', erp: { ...empty.erp, version: '2024' }, syncTools: [{ name: 'A', port: 9 }] })
    const again = profileOf({ ...draftOf(profile, nothingSet), organization: 'Example' }, profile)
    expect(again).toMatchObject({ organization: 'Example', theme: 'x', erp: { version: '2024' }, syncTools: [{ name: 'A', port: 9 }] })
  })

  it('leaves out what was emptied, and nothing of it is undefined', () => {
    const profile = read({ ...empty, preparedBy: 'A', consultant: 'B', nextReview: '2026-06-01', endpoints: ['https://a.example'] })
    const again = profileOf({ ...draftOf(profile, nothingSet), preparedBy: ' ', consultant: '', nextReview: '', endpoints: '' }, profile)
    expect(Object.keys(again)).not.toEqual(expect.arrayContaining(['preparedBy']))
    expect(again).toEqual({ ...empty, endpoints: [], reviewEveryMonths: 3 })
  })

  it('keeps the instant of a day that was not changed', () => {
    const profile = read({ ...empty, nextReview: '2026-06-01T12:00:00Z' })
    expect(profileOf(draftOf(profile, nothingSet), profile).nextReview).toBe('2026-06-01T12:00:00Z')
    expect(profileOf({ ...draftOf(profile, nothingSet), nextReview: '2026-06-02' }, profile).nextReview).toBe('2026-06-02')
  })

  it.each([
    ['not asked', 'not-asked', undefined],
    ['none', 'none', []],
    ['these', 'these', ['cimremote']],
  ] as const)('tells remote-access users that are %s apart', (_name, remoteAccess, expected) => {
    const profile = profileOf({ ...draft, remoteAccess, remoteAccessUsers: 'cimremote' }, empty)
    expect(profile.remoteAccessUsers).toEqual(expected)
    expect('remoteAccessUsers' in profile).toBe(expected !== undefined)
    expect(draftOf(profile, nothingSet).remoteAccess).toBe(remoteAccess)
  })

  it('begins with what the settings know, but not where it was told', () => {
    const settings = { preparedBy: 'Dana', reviewEveryMonths: 6 }
    expect(draftOf(empty, settings)).toMatchObject({ preparedBy: 'Dana', reviewEveryMonths: '6' })
    expect(draftOf({ ...empty, preparedBy: 'Kim', reviewEveryMonths: 1 }, settings)).toMatchObject({
      preparedBy: 'Kim',
      reviewEveryMonths: '1',
    })
  })

  it('forgets the dates of a deployment that is over', () => {
    const profile = profileOf({ ...draft, phase: 'live', since: '2026-01-01', until: '2026-02-01' }, empty)
    expect(profile.deployment).toEqual({ phase: 'live' })
  })

  it('reads lists line by line, each entry once', () => {
    expect(linesOf(' a \n\nb\r\na')).toEqual(['a', 'b'])
  })
})

describe('problems', () => {
  const tools = withTool(draft).tools
  it.each([
    ['nothing', draft, []],
    ['a missing organisation', { ...draft, organization: ' ' }, ['organization']],
    ['an end before the begin', { ...draft, phase: 'deploying', since: '2026-02-02', until: '2026-02-01' }, ['until']],
    ['an end on the day of the begin', { ...draft, phase: 'deploying', since: '2026-02-01', until: '2026-02-01' }, []],
    ['dates of a deployment that is over', { ...draft, since: '2026-02-02', until: '2026-02-01' }, []],
    ['a tool without a name', { ...draft, tools }, ['tool-0']],
    ['no user where some were announced', { ...draft, remoteAccess: 'these' }, ['remoteAccessUsers']],
    ['a name for an address', { ...draft, endpoints: 'https://a.example\ncrm' }, ['endpoints']],
    ['another kind of address', { ...draft, endpoints: 'ftp://a.example' }, ['endpoints']],
    ['one month', { ...draft, reviewEveryMonths: '1' }, []],
    ['no month', { ...draft, reviewEveryMonths: '0' }, ['reviewEveryMonths']],
    ['24 months', { ...draft, reviewEveryMonths: '24' }, []],
    ['25 months', { ...draft, reviewEveryMonths: '25' }, ['reviewEveryMonths']],
    ['half a month', { ...draft, reviewEveryMonths: '1.5' }, ['reviewEveryMonths']],
    ['an empty interval', { ...draft, reviewEveryMonths: '' }, ['reviewEveryMonths']],
  ] as const)('finds for %s what is wrong', (_name, given, fields) => {
    expect([...problemsOf(given).keys()]).toEqual(fields)
  })
})

describe('suggestions', () => {
  const guess = (field: Parameters<typeof accept>[1]['field'], ...values: string[]) => ({ field, values, because: 'seen' })

  it.each([
    ['a product', guess('erpProduct', 'sage-100'), { product: 'sage-100' }],
    ['an edition', guess('erpEdition', 'premium'), { edition: 'premium' }],
    ['a kind of database', guess('database', 'none'), { database: 'none' }],
    ['company databases', guess('companyDatabases', 'MAS_A', 'MAS_B'), { companyDatabases: 'MAS_A\nMAS_B' }],
    ['addresses', guess('endpoints', 'https://a.example'), { endpoints: 'https://a.example' }],
    ['remote-access users', guess('remoteAccessUsers', 'cim'), { remoteAccess: 'these', remoteAccessUsers: 'cim' }],
    ['a sync tool', guess('syncTool', 'Driver'), { tools: [{ name: 'Driver' }] }],
    ['an account where no tool is yet', guess('windowsAccount', 'ERP01\\svc'), { tools: [{ windowsAccount: 'ERP01\\svc' }] }],
    ['a login', guess('sqlLogin', 'sync'), { tools: [{ sqlLogin: 'sync' }] }],
  ] as const)('take over %s, and are not offered again', (_name, suggestion, expected) => {
    const [offered] = newOnes(draft, [suggestion])
    expect(offered).toEqual(suggestion)
    const accepted = accept(draft, suggestion)
    expect(accepted).toMatchObject(expected)
    expect(newOnes(accepted, [suggestion])).toEqual([])
  })

  it('leave what is in a list, and fill the first tool that lacks the field', () => {
    const two = accept(accept(draft, guess('syncTool', 'A', 'B')), guess('windowsAccount', 'first'))
    expect(accept(two, guess('windowsAccount', 'second')).tools.map(({ windowsAccount }) => windowsAccount)).toEqual(['first', 'second'])
    expect(accept({ ...draft, endpoints: 'https://a.example' }, guess('endpoints', 'https://b.example')).endpoints).toBe(
      'https://a.example\nhttps://b.example',
    )
  })

  it('give a tool without a name its name instead of adding another', () => {
    expect(accept(withTool(draft), guess('syncTool', 'A')).tools.map(({ name }) => name)).toEqual(['A'])
  })

  it('are offered one by one for a field that holds one value, and all at once lose none that is there', () => {
    const guesses = newOnes(draft, [guess('windowsAccount', 'first', 'second'), guess('erpProduct', 'sage-100', 'sage-300')])
    expect(guesses.map(({ values }) => values)).toEqual([['first'], ['second'], ['sage-100'], ['sage-300']])
    expect(acceptAll(draft, guesses)).toMatchObject({ product: 'sage-100', tools: [{ windowsAccount: 'first' }] })
    expect(acceptAll({ ...draft, product: 'sage-x3' }, guesses)).toMatchObject({ product: 'sage-x3' })
  })

  it('are not offered without a value or with one that the form cannot hold', () => {
    expect(newOnes(draft, [guess('erpEdition', 'gold'), guess('erpProduct'), guess('endpoints'), guess('sqlLogin')])).toEqual([])
  })
})

describe('usual review', () => {
  it.each([
    ['three months', new Date(2026, 10, 23), 3, '2027-02-23'],
    ['a shorter month', new Date(2026, 10, 30), 3, '2027-02-28'],
    ['a leap day', new Date(2027, 11, 31), 2, '2028-02-29'],
    ['one month over the year', new Date(2026, 11, 31), 1, '2027-01-31'],
    ['two years', new Date(2026, 0, 5), 24, '2028-01-05'],
    ['no months', new Date(2026, 0, 5), 0, null],
    ['too many months', new Date(2026, 0, 5), 25, null],
    ['no number', new Date(2026, 0, 5), Number.NaN, null],
  ] as const)('comes after %s', (_name, today, months, expected) => {
    expect(dayAfterMonths(today, months)).toBe(expected)
  })
})
