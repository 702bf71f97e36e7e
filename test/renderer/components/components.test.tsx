// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { CopyButton } from '#renderer/components/copy-button.tsx'
import { SampleBanner } from '#renderer/components/sample-banner.tsx'
import { VerdictBadge } from '#renderer/components/verdict-badge.tsx'
import { renderScreen } from '../../support/render-screen.tsx'

afterEach(cleanup)

describe('verdict badge', () => {
  it.each([
    ['fail', 'Gap'],
    ['pass', 'Passed'],
    ['attention', 'Open'],
    ['unknown', 'Not verified'],
    ['not-applicable', 'Not applicable'],
  ] as const)('says %s in a word, not by colour alone', (verdict, word) => {
    renderScreen(<VerdictBadge verdict={verdict} />)
    expect(screen.getByText(word)).toBeDefined()
  })
})

describe('copy button', () => {
  const clipboard = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })

  it('copies the text and says so', async () => {
    const written: string[] = []
    clipboard(async (text) => {
      written.push(text)
    })
    renderScreen(<CopyButton content="Get-Service" what="step 2" />)
    fireEvent.click(screen.getByRole('button', { name: 'Copy: step 2' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'))
    expect(written).toEqual(['Get-Service'])
  })

  it('says what to do where the clipboard is refused', async () => {
    clipboard(() => Promise.reject(new Error('denied')))
    renderScreen(<CopyButton content="Get-Service" />)
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Select the text'))
  })
})

describe('sample banner', () => {
  it('names the sample, and is absent for a real server', () => {
    renderScreen(<SampleBanner view={{ sample: 'A typical server' }} />)
    expect(screen.getByRole('note').textContent).toContain('A typical server')
    cleanup()
    renderScreen(<SampleBanner view={{ sample: null }} />)
    expect(screen.queryByRole('note')).toBeNull()
  })
})
