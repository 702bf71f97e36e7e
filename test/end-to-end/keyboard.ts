import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** More stops than any screen has before what is looked for. */
const MOST_STOPS = 200

type Role = Parameters<Page['getByRole']>[0]

/** A person at the keyboard: every act is a key, and every key is counted. */
export interface Keyboard {
  readonly press: (key: string, times?: number) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** goes on with Tab until this has the focus; throws where Tab never comes there */
  readonly tabTo: (role: Role, name: string | RegExp) => Promise<void>
  /** `tabTo`, then Enter */
  readonly choose: (role: Role, name: string | RegExp) => Promise<void>
  /** keys pressed so far */
  readonly pressed: () => number
}

export function keyboardOf(page: Page): Keyboard {
  let count = 0
  async function press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
    count += times
  }
  async function tabTo(role: Role, name: string | RegExp): Promise<void> {
    const wanted = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
    await wanted.first().waitFor()
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await holdsFocus(page, role, name)) return
      await press('Tab')
    }
    throw new Error(`Tab never comes to ${role} ${String(name)}`)
  }
  return {
    press,
    tabTo,
    type: async (text) => {
      await page.keyboard.type(text)
      count += text.length
    },
    choose: async (role, name) => {
      await tabTo(role, name)
      await press('Enter')
    },
    pressed: () => count,
  }
}

async function holdsFocus(page: Page, role: Role, name: string | RegExp): Promise<boolean> {
  const wanted = page.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) })
  return (await wanted.and(page.locator(':focus')).count()) > 0
}

/** Waits until the focus is on it. */
export async function expectFocus(page: Page, role: Role, name: string | RegExp): Promise<void> {
  await expect.poll(() => holdsFocus(page, role, name), { message: `focus on ${role} ${String(name)}`, timeout: 15_000 }).toBe(true)
}

/** What has the focus, and whether a person sees it: something is drawn around, under or beside it. */
export async function focusOf(page: Page): Promise<{ readonly at: string; readonly isShown: boolean }> {
  // One look for both: between two the focus may have gone elsewhere.
  return await page.evaluate(() => {
    const isSeen = (colour: string): boolean => !/^rgba\(.*, 0\)$|^transparent$/.test(colour)
    const isDrawn = (element: Element, pseudo?: string): boolean => {
      const style = getComputedStyle(element, pseudo)
      if (pseudo !== undefined && style.content === 'none') return false
      const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0 && isSeen(style.outlineColor)
      // Fluent draws the focus of buttons as a shadow without blur, of links as a double line, of fields and choices with a pseudo-element.
      const shadowed = / 0px 0px 0px [1-9]/.test(style.boxShadow)
      const doubled = style.textDecorationLine === 'underline' && style.textDecorationStyle === 'double'
      const isFolded = /^matrix\(0,/.test(style.transform)
      const lined = Number.parseFloat(style.borderBottomWidth) >= 2 && isSeen(style.borderBottomColor)
      const framed = pseudo === '::after' && !isFolded && (lined || style.backgroundImage !== 'none')
      return outlined || shadowed || doubled || framed
    }
    // The line under a field grows: what counts is how it ends.
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
    const focused = document.activeElement
    if (focused === null || focused === document.body) return { at: 'BODY', isShown: false }
    const near = [focused, focused.parentElement].filter((element) => element !== null)
    return {
      at: `${focused.tagName} ${focused.textContent.slice(0, 40)}`,
      isShown: near.some((element) => isDrawn(element) || isDrawn(element, '::after')),
    }
  })
}
