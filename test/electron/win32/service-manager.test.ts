import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createServiceManager, type OpenServiceManager } from '#electron/win32/service-manager.ts'
import { type StandIn, type StandInExports, standIn, writePointedText } from './stand-in.ts'

const MANAGER = 11n
const SERVICE = 22n

interface FakeService {
  readonly name: string
  readonly display: string
  readonly state: number
}

function advapi(overrides: (self: StandIn) => StandInExports): { windows: StandIn; closed: unknown[] } {
  const closed: unknown[] = []
  const windows = standIn((self) => ({
    'advapi32.dll': {
      OpenSCManagerW: () => MANAGER,
      OpenServiceW: () => SERVICE,
      CloseServiceHandle: (handle) => {
        closed.push(handle)
        return 1
      },
      ...overrides(self),
    },
  }))
  return { windows, closed }
}

function connect<Value>(windows: StandIn, reader: (manager: OpenServiceManager) => Value): Value {
  const result = createServiceManager(windows.native).connect(reader)
  if (!result.ok) throw new Error('not connected')
  return result.value
}

/** Fills a page with as many services as fit; the rest stays for the next call. */
function paging(self: StandIn, services: readonly FakeService[], perPage: number) {
  const layout = layouts.ENUM_SERVICE_STATUS_PROCESSW
  return (...args: readonly unknown[]): number => {
    const [buffer, , needed, returned, resume] = args.slice(4) as [Buffer, number, number[], number[], number[]]
    const start = resume[0] ?? 0
    const page = services.slice(start, start + perPage)
    const base = self.addressOf(buffer)
    let text = page.length * layout.size
    for (const [index, service] of page.entries()) {
      const offset = index * layout.size
      text = writePointedText(buffer, base, offset + layout.lpServiceName, text, service.name)
      text = writePointedText(buffer, base, offset + layout.lpDisplayName, text, service.display)
      buffer.writeUInt32LE(service.state, offset + layout['ServiceStatusProcess.dwCurrentState'])
    }
    returned[0] = page.length
    resume[0] = start + page.length
    needed[0] = 100
    if (start + page.length >= services.length) return 1
    self.setLastError(234)
    return 0
  }
}

const SERVICES: readonly FakeService[] = [
  { name: 'Alpha', display: 'Älpha', state: 1 },
  { name: 'Beta', display: 'Beta', state: 4 },
  { name: 'Gamma', display: '', state: 7 },
  { name: 'Delta', display: 'Delta', state: 2 },
  { name: 'Epsilon', display: 'Epsilon', state: 3 },
]

const LISTED = [
  { name: 'Alpha', displayName: 'Älpha', state: 'stopped' },
  { name: 'Beta', displayName: 'Beta', state: 'running' },
  { name: 'Gamma', displayName: '', state: 'paused' },
  { name: 'Delta', displayName: 'Delta', state: 'pending' },
  { name: 'Epsilon', displayName: 'Epsilon', state: 'pending' },
]

describe('service-manager', () => {
  it.each([1, 2, 5])('lists all services in pages of %i', (perPage) => {
    const { windows, closed } = advapi((self) => ({ EnumServicesStatusExW: paging(self, SERVICES, perPage) }))
    expect(connect(windows, (manager) => manager.list())).toEqual({ ok: true, value: LISTED })
    expect(closed).toEqual([MANAGER])
  })

  it('asks with a larger buffer where not even one service fits', () => {
    const sizes: number[] = []
    const { windows } = advapi((self) => {
      const whole = paging(self, SERVICES, 5)
      return {
        EnumServicesStatusExW: (...args) => {
          sizes.push(Number(args[5]))
          if (sizes.length > 1) return whole(...args)
          ;(args[6] as number[])[0] = 70_000
          self.setLastError(234)
          return 0
        },
      }
    })
    expect(connect(windows, (manager) => manager.list())).toMatchObject({ ok: true, value: { length: 5 } })
    expect(sizes).toEqual([64 * 1024, 64 * 1024 + 70_000])
  })

  it('gives up where the largest buffer is not enough', () => {
    const { windows } = advapi((self) => ({
      EnumServicesStatusExW: () => {
        self.setLastError(234)
        return 0
      },
    }))
    expect(connect(windows, (manager) => manager.list())).toMatchObject({ ok: false, failure: { code: 234 } })
  })

  it('fails the list when a later page is refused, instead of giving the first pages', () => {
    const { windows } = advapi((self) => {
      const first = paging(self, SERVICES, 2)
      let calls = 0
      return {
        EnumServicesStatusExW: (...args) => {
          calls += 1
          if (calls === 1) return first(...args)
          self.setLastError(1115)
          return 0
        },
      }
    })
    expect(connect(windows, (manager) => manager.list())).toMatchObject({
      ok: false,
      failure: { function: 'EnumServicesStatusExW', code: 1115 },
    })
  })

  it('names the right that is missing where the manager refuses', () => {
    const { windows } = advapi((self) => ({
      OpenSCManagerW: () => {
        self.setLastError(5)
        return 0
      },
    }))
    expect(createServiceManager(windows.native).connect(() => null)).toEqual({
      ok: false,
      failure: { function: 'OpenSCManagerW', code: 5, missingRight: 'SC_MANAGER_CONNECT and SC_MANAGER_ENUMERATE_SERVICE' },
    })
  })

  it.each([
    { type: 0, mode: 'boot' },
    { type: 1, mode: 'system' },
    { type: 2, mode: 'auto' },
    { type: 3, mode: 'manual' },
    { type: 4, mode: 'disabled' },
  ])('reads the configuration of a service that starts $mode', ({ type, mode }) => {
    const layout = layouts.QUERY_SERVICE_CONFIGW
    const { windows, closed } = advapi((self) => ({
      QueryServiceConfigW: (_service, output) => {
        const buffer = output as Buffer
        const base = self.addressOf(buffer)
        buffer.writeUInt32LE(type, layout.dwStartType)
        const next = writePointedText(buffer, base, layout.lpBinaryPathName, layout.size, '"C:\\Acme\\sync.exe" -k')
        writePointedText(buffer, base, layout.lpServiceStartName, next, '.\\svc_sync')
        return 1
      },
    }))
    const configuration = connect(windows, (manager) => manager.configuration('Acme'))
    expect(configuration).toEqual({
      ok: true,
      value: {
        startMode: mode,
        imagePath: '"C:\\Acme\\sync.exe" -k',
        account: '.\\svc_sync',
      },
    })
    expect(closed).toEqual([SERVICE, MANAGER])
  })

  it('refuses a start type that Windows does not have', () => {
    const { windows } = advapi(() => ({
      QueryServiceConfigW: (_service, output) => {
        ;(output as Buffer).writeUInt32LE(9, layouts.QUERY_SERVICE_CONFIGW.dwStartType)
        return 1
      },
    }))
    expect(connect(windows, (manager) => manager.configuration('Acme'))).toMatchObject({
      ok: false,
      failure: { code: 13, subject: 'Acme' },
    })
  })

  it.each([
    { name: 'opening', overrides: { OpenServiceW: () => 0 }, refused: 'OpenServiceW' },
    { name: 'asking', overrides: { QueryServiceConfigW: () => 0 }, refused: 'QueryServiceConfigW' },
  ])('names the service and the right where $name is denied', ({ overrides, refused }) => {
    const { windows } = advapi((self) => {
      self.setLastError(5)
      return overrides
    })
    expect(connect(windows, (manager) => manager.configuration('Acme'))).toEqual({
      ok: false,
      failure: { function: refused, code: 5, subject: 'Acme', missingRight: 'SERVICE_QUERY_CONFIG' },
    })
  })

  it.each([
    { name: 'that is delayed', type: 2, answer: 1, flag: 1, told: { delayedStart: true } },
    { name: 'that is not delayed', type: 2, answer: 1, flag: 0, told: { delayedStart: false } },
    { name: 'whose delay is not told', type: 2, answer: 0, flag: 1, told: {} },
    { name: 'that is not automatic', type: 3, answer: 1, flag: 1, told: {} },
  ])('reads a start $name, in the same visit', ({ type, answer, flag, told }) => {
    const levels: unknown[] = []
    const { windows, closed } = advapi(() => ({
      QueryServiceConfigW: (_service, output) => {
        ;(output as Buffer).writeUInt32LE(type, layouts.QUERY_SERVICE_CONFIGW.dwStartType)
        return 1
      },
      QueryServiceConfig2W: (_service, level, output) => {
        levels.push(level)
        ;(output as Buffer).writeUInt32LE(flag, 0)
        return answer
      },
    }))
    const configuration = connect(windows, (manager) => manager.configuration('Acme'))
    const { startMode: _mode, imagePath: _path, account: _account, ...delay } = configuration.ok ? configuration.value : ({} as never)
    expect(delay).toEqual(told)
    expect(levels).toEqual(type === 2 ? [3] : [])
    expect(closed).toEqual([SERVICE, MANAGER])
  })
})
