// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { PartTabs } from '#renderer/passwords/part-tabs.tsx'

function Tabs() {
  const [chosen, setChosen] = useState('one')
  const parts = ['one', 'two', 'three'].map((part) => ({ part, name: `Part ${part}` }))
  return <PartTabs row={createRef()} parts={parts} chosen={chosen} panel="panel" tabId={(part) => `tab-${part}`} onChoose={setChosen} />
}

const chosen = () => screen.getByRole('tab', { selected: true })

describe('tabs of a page', () => {
  afterEach(cleanup)

  it.each([
    [['ArrowRight'], 'Part two'],
    [['ArrowDown', 'ArrowDown'], 'Part three'],
    [['ArrowLeft'], 'Part three'],
    [['ArrowUp', 'ArrowRight'], 'Part one'],
    [['End'], 'Part three'],
    [['End', 'Home'], 'Part one'],
    [['x'], 'Part one'],
  ])('go by %j to %s', (keys, name) => {
    render(<Tabs />)
    chosen().focus()
    for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key })
    expect(chosen().textContent).toBe(name)
    expect(document.activeElement).toBe(chosen())
  })

  it('are one stop of Tab', () => {
    render(<Tabs />)
    fireEvent.click(screen.getByRole('tab', { name: 'Part two' }))
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1])
  })
})
