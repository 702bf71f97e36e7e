// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { GradeVerdict } from '#renderer/passwords/grade-verdict.tsx'
import { passwordPatterns } from '#shared/passwords/estimate.ts'
import type { PasswordRemark, WeakReason } from '#shared/passwords/grade.ts'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(cleanup)

// Records, so that a new reason or remark does not compile until it stands here.
const keys: { readonly [Key in WeakReason['key']]: readonly WeakReason[] } = {
  'too-short': [{ key: 'too-short', length: 8, minimum: 12 }],
  'too-long': [{ key: 'too-long', length: 130, limit: 128, target: 'sql-server' }],
  'no-letter': [{ key: 'no-letter' }],
  'no-digit': [{ key: 'no-digit' }],
  'no-special': [{ key: 'no-special' }],
  'contains-name': [{ key: 'contains-name' }],
  'not-unique': [{ key: 'not-unique' }],
  guessable: [{ key: 'guessable' }],
  'not-estimated': [{ key: 'not-estimated' }],
  pattern: passwordPatterns.map((pattern) => ({ key: 'pattern', pattern })),
}
const remarks: { readonly [Remark in PasswordRemark]: true } = {
  'randomness-unknown': true,
  'uniqueness-unknown': true,
  'estimated-in-part': true,
  'troublesome-characters': true,
  'starts-with-special': true,
  'three-alike': true,
}

describe('a verdict on a password', () => {
  it.each(['en', 'de'] as const)('has a sentence for every reason and remark (%s)', (language) => {
    const reasons = Object.values(keys).flat()
    const known = Object.keys(remarks) as PasswordRemark[]
    renderScreen(<GradeVerdict verdict={{ grade: 'weak', reasons, remarks: known }} />, { language })
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(lines).toHaveLength(reasons.length + known.length)
    expect(lines.join()).not.toContain('{{')
  })
})
