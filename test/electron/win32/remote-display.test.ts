import { describe, expect, it } from 'vitest'

import { createRemoteDisplay } from '#electron/win32/remote-display.ts'
import { standIn } from './stand-in.ts'

const metrics = (values: Readonly<Record<number, number>>) =>
  createRemoteDisplay(standIn({ 'user32.dll': { GetSystemMetrics: (index) => values[Number(index)] ?? 0 } }).native).metrics()

describe('remote-display', () => {
  it.each([
    { name: 'a session that is shown here', values: { 80: 2 }, remote: false, controlled: false },
    { name: 'a session that is shown elsewhere', values: { 80: 1, 4096: 1 }, remote: true, controlled: false },
    { name: 'a session that somebody looks at', values: { 80: 1, 8193: 1 }, remote: false, controlled: true },
  ])('tells $name', ({ values, remote, controlled }) => {
    expect(metrics(values)).toEqual({ ok: true, value: { isRemoteSession: remote, isRemoteControlled: controlled } })
  })

  it('believes no session without a monitor', () => {
    expect(metrics({})).toMatchObject({ ok: false, failure: { function: 'GetSystemMetrics' } })
  })

  it('is refused where the library is missing', () => {
    expect(createRemoteDisplay(standIn({}).native).metrics()).toEqual({ ok: false, failure: { function: 'GetSystemMetrics', code: 126 } })
  })
})
