import { describe, expect, it } from 'vitest'
import { nearest } from '#electron/hosts/cli/nearest.ts'

const commands = ['collect', 'check', 'samples', 'diff']
const options = ['--sample', '--profile', '--answers', '--format', '--out', '--now', '--paper', '--help']

describe('nearest', () => {
  it.each([
    ['chek', commands, 'check'],
    ['CHECK', commands, 'check'],
    ['hceck', commands, 'check'],
    ['sample', commands, 'samples'],
    ['col', commands, 'collect'],
    ['dif', commands, 'diff'],
    ['--fromat', options, '--format'],
    ['--output', options, '--out'],
    ['--samp', options, '--sample'],
  ])('takes %s for what was meant', (given, known, meant) => {
    expect(nearest(given, known)).toBe(meant)
  })

  it.each([
    ['verify', commands],
    ['app', commands],
    ['x', commands],
    ['', commands],
    ['--verbose', options],
  ])('takes %j for nothing that is known', (given, known) => {
    expect(nearest(given, known)).toBeUndefined()
  })

  it('knows nothing of an empty list', () => {
    expect(nearest('check', [])).toBeUndefined()
  })
})
