import { createRouterClient } from '@orpc/server'
import { afterEach } from 'vitest'
import type { CaseView, ItemView } from '#shared/contract/index.ts'
import { type AppUnderTest, appUnderTest, CLOCK } from '../../../contract/app-under-test.ts'

export interface Clock {
  now: string
}

/** Opens apps of this process that are gone after each test; `at` moves their clock. */
export function apps() {
  const opened: AppUnderTest[] = []
  afterEach(() => {
    for (const app of opened.splice(0)) app.remove()
  })
  return (changes: Parameters<typeof appUnderTest>[0] = {}) => {
    const clock: Clock = { now: CLOCK }
    const app = appUnderTest(changes, { now: () => new Date(clock.now) })
    opened.push(app)
    return { app, clock, client: createRouterClient(app.router) }
  }
}

export function itemOf(view: CaseView, id: string): ItemView {
  const item = view.checklists.flatMap(({ items }) => items).find((each) => each.id === id)
  if (item === undefined) throw new Error(`no item ${id}`)
  return item
}

/** The line of a call that fails as the contract foresees, after its code. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { line?: string } }
    return `${code}: ${data?.line}`
  }
  return 'it did not fail'
}
