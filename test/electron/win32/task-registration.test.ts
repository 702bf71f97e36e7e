import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createTaskRegistration, type TaskUpdate } from '#electron/win32/task-registration.ts'
import { type ComStandIn, comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'

const { ITaskServiceVtbl, ITaskFolderVtbl, IRegisteredTaskVtbl } = layouts

const TASK: TaskUpdate = {
  path: '\\Sync\\Nightly',
  enabled: true,
  definition: '<Task>ü</Task>',
  user: 'ERP01\\Müller',
  password: Buffer.from('Pässwort→1', 'utf16le'),
  orInteractive: false,
}

/** Scheduler whose root folder has these methods. */
function scheduler(root: (self: ComStandIn) => Methods) {
  const made = comStandIn((self) => ({
    [ITaskServiceVtbl.Connect]: () => 0,
    [ITaskServiceVtbl.GetFolder]: (_self, path, result) => {
      expect(self.textAt(path)).toBe('\\')
      return self.give(result, root(self))
    },
  }))
  return { made, registration: createTaskRegistration(made.windows.native, made.com) }
}

const registered = (self: ComStandIn): Methods => ({
  [IRegisteredTaskVtbl.get_Path]: (_self, result) => self.giveText(result, TASK.path),
  [IRegisteredTaskVtbl.get_Xml]: (_self, result) => self.giveText(result, TASK.definition),
  [IRegisteredTaskVtbl.get_Enabled]: (_self, result) => {
    ;(result as number[])[0] = -1
    return 0
  },
})

function getting(code: number) {
  return scheduler((self) => ({
    [ITaskFolderVtbl.GetTask]: (_self, path, result) => {
      expect(self.textAt(path)).toBe(TASK.path)
      return code === 0 ? self.give(result, registered(self)) : code
    },
  }))
}

interface Registering {
  readonly texts: readonly string[]
  readonly flags: unknown
  readonly logOn: unknown
  readonly sddl: unknown
  readonly user: Buffer
  readonly password: Buffer
}

/** Takes a registration and notes it down, variants as copies. */
function registering(code = 0) {
  const calls: Registering[] = []
  const found = scheduler((self) => ({
    [ITaskFolderVtbl.RegisterTask]: (_self, path, xml, flags, user, password, logOn, sddl, result) => {
      const copy = (variant: unknown): Buffer => Buffer.from(variant as Buffer)
      const texts = [self.textAt(path), self.textAt(xml)]
      calls.push({ texts, flags, logOn, sddl: copy(sddl), user: copy(user), password: copy(password) })
      return code < 0 ? code : self.give(result, registered(self)) || code
    },
  }))
  return { calls, ...found }
}

describe('task-registration', () => {
  it('reads one task by its path', () => {
    const { made, registration } = getting(0)
    const { path, enabled, definition } = TASK
    expect(registration.task(TASK.path)).toEqual({ ok: true, value: { path, enabled, definition } })
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'the task', code: 0x80070002 | 0 },
    { name: 'its folder', code: 0x80070003 | 0 },
  ])('finds nothing where $name is not there', ({ code }) => {
    expect(getting(code).registration.task(TASK.path)).toEqual({ ok: true, value: null })
  })

  it('passes a refusal on', () => {
    const failure = { function: 'ITaskFolder::GetTask', code: 5, missingRight: 'reading the task' }
    expect(getting(0x80070005 | 0).registration.task(TASK.path)).toEqual({ ok: false, failure })
  })

  it.each([
    { name: 'with a password', changes: {}, flags: 0x24, logOn: 1 },
    { name: 'with a password or whoever is signed in', changes: { orInteractive: true }, flags: 0x24, logOn: 6 },
    { name: 'that is switched off', changes: { enabled: false }, flags: 0x2c, logOn: 1 },
  ])('registers a task $name again, and starts nothing', ({ changes, flags, logOn }) => {
    const { calls, made, registration } = registering()
    expect(registration.update({ ...TASK, ...changes })).toEqual({ ok: true, value: 0 })
    expect(calls).toMatchObject([{ texts: [TASK.path, TASK.definition], flags, logOn, sddl: Buffer.alloc(24) }])
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it('hands user and password over as texts in variants', () => {
    const { calls, registration } = registering()
    registration.update(TASK)
    for (const variant of [calls[0]?.user, calls[0]?.password]) {
      expect(variant?.readUInt16LE(layouts.VARIANT.vt)).toBe(8)
      expect(variant?.readBigUInt64LE(layouts.VARIANT.bstrVal)).not.toBe(0n)
    }
  })

  it.each([
    { name: 'is taken', code: 0 },
    { name: 'is refused', code: 0x80070005 | 0 },
  ])('leaves nothing of the password in memory once it $name', ({ code }) => {
    const memories: Uint8Array[] = []
    const during: boolean[] = []
    const { made } = scheduler((self) => ({
      [ITaskFolderVtbl.RegisterTask]: (...args) => {
        during.push(memories.some((memory) => Buffer.from(memory).includes(Buffer.from(TASK.password))))
        return code === 0 ? self.give(args[8], registered(self)) : code
      },
    }))
    const { native } = made.windows
    const watched = {
      ...native,
      addressOf: (memory: Uint8Array) => {
        memories.push(memory)
        return native.addressOf(memory)
      },
    }
    createTaskRegistration(watched, made.com).update(TASK)
    expect(during).toEqual([true])
    expect(memories.flatMap((memory) => [...memory]).every((byte) => byte === 0)).toBe(true)
  })

  it('tells a warning that comes with success', () => {
    const { made, registration } = registering(0x4131c)
    expect(registration.update(TASK)).toEqual({ ok: true, value: 0x4131c })
    expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  })

  it.each([
    { name: 'a wrong password', code: 0x8007052e | 0, told: 1326 },
    { name: 'a policy against stored passwords', code: 0x80070520 | 0, told: 1312 },
    { name: 'an account that is not found', code: 0x80041310 | 0, told: 0x80041310 },
  ])('passes on the refusal of $name, without the password', ({ code, told }) => {
    const { registration } = registering(code)
    const refusal = registration.update(TASK)
    expect(refusal).toEqual({
      ok: false,
      failure: { function: 'ITaskFolder::RegisterTask', code: told, missingRight: 'changing the task' },
    })
  })
})
