import { describe, expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { createTaskScheduler } from '#electron/win32/task-scheduler.ts'
import { type ComStandIn, comStandIn, type Methods, NOTHING_OUTSTANDING } from './com-stand-in.ts'

const { ITaskServiceVtbl, ITaskFolderVtbl, ITaskFolderCollectionVtbl, IRegisteredTaskCollectionVtbl, IRegisteredTaskVtbl } = layouts

const DENIED = 0x80070005 | 0

interface StandInTask {
  readonly path?: string | number
  readonly enabled?: boolean | number
  readonly definition?: string | number
}

/** A number is the code that asking gives. */
interface StandInFolder {
  readonly path?: string | number
  readonly tasks?: readonly (StandInTask | number)[] | number
  readonly folders?: readonly (StandInFolder | number)[] | number
}

function taskMethods(self: ComStandIn, { path = '\\x', enabled = true, definition = '<Task/>' }: StandInTask): Methods {
  const text = (content: string | number) => (_self: unknown, result: unknown) =>
    typeof content === 'number' ? content : self.giveText(result, content)
  return {
    [IRegisteredTaskVtbl.get_Path]: text(path),
    [IRegisteredTaskVtbl.get_Xml]: text(definition),
    [IRegisteredTaskVtbl.get_Enabled]: (_self, result) => {
      if (typeof enabled === 'number') return enabled
      ;(result as number[])[0] = enabled ? -1 : 0
      return 0
    },
  }
}

function listMethods(self: ComStandIn, items: readonly (Methods | number)[], layout: { get_Count: number; get_Item: number }): Methods {
  return {
    [layout.get_Count]: (_self, result) => {
      ;(result as number[])[0] = items.length
      return 0
    },
    [layout.get_Item]: (_self, index, result) => {
      const item = items[(index as Buffer).readInt32LE(8) - 1]
      return typeof item === 'object' ? self.give(result, item) : (item ?? DENIED)
    },
  }
}

function folderMethods(self: ComStandIn, { path = '\\', tasks = [], folders = [] }: StandInFolder): Methods {
  const list = (items: readonly (Methods | number)[] | number, layout: typeof ITaskFolderCollectionVtbl, expected: number) => {
    return (_self: unknown, flags: unknown, result: unknown): number => {
      if (typeof items === 'number') return items
      expect(flags).toBe(expected)
      return self.give(result, listMethods(self, items, layout))
    }
  }
  const made = <Item>(items: readonly (Item | number)[] | number, make: (item: Item) => Methods) =>
    typeof items === 'number' ? items : items.map((item) => (typeof item === 'number' ? item : make(item)))
  return {
    [ITaskFolderVtbl.get_Path]: (_self, result) => (typeof path === 'number' ? path : self.giveText(result, path)),
    [ITaskFolderVtbl.GetTasks]: list(
      made(tasks, (task) => taskMethods(self, task)),
      IRegisteredTaskCollectionVtbl,
      1,
    ),
    [ITaskFolderVtbl.GetFolders]: list(
      made(folders, (folder) => folderMethods(self, folder)),
      ITaskFolderCollectionVtbl,
      0,
    ),
  }
}

function list(root: StandInFolder, codes: { connect?: number; folder?: number } = {}) {
  const made = comStandIn((self) => ({
    [ITaskServiceVtbl.Connect]: (_self, ...variants) => {
      expect(variants).toEqual([Buffer.alloc(24), Buffer.alloc(24), Buffer.alloc(24), Buffer.alloc(24)])
      return codes.connect ?? 0
    },
    [ITaskServiceVtbl.GetFolder]: (_self, path, result) => {
      expect(self.textAt(path)).toBe('\\')
      return codes.folder ?? self.give(result, folderMethods(self, root))
    },
  }))
  const answer = createTaskScheduler(made.com).list()
  expect(made.outstanding()).toEqual(NOTHING_OUTSTANDING)
  return answer
}

const listing = (tasks: readonly object[], failures: readonly object[] = []) => ({ ok: true, value: { tasks, failures } })
const plain = (path: string) => ({ path, enabled: true, definition: '<Task/>' })

describe('task-scheduler', () => {
  it('lists the tasks of every folder', () => {
    const deep = { path: '\\Sync\\Alt', tasks: [{ path: '\\Sync\\Alt\\Prüfung', enabled: false, definition: '<Task>ü</Task>' }] }
    const root = {
      tasks: [{ path: '\\One' }, { path: '\\Two' }],
      folders: [{ path: '\\Empty' }, { path: '\\Sync', tasks: [{ path: '\\Sync\\Nightly' }], folders: [deep] }],
    }
    const last = { path: '\\Sync\\Alt\\Prüfung', enabled: false, definition: '<Task>ü</Task>' }
    expect(list(root)).toEqual(listing([plain('\\One'), plain('\\Two'), plain('\\Sync\\Nightly'), last]))
  })

  it('lists nothing where there is nothing', () => {
    expect(list({})).toEqual(listing([]))
  })

  it.each([
    { name: 'connecting', codes: { connect: DENIED }, failure: { function: 'ITaskService::Connect', code: 5 } },
    { name: 'the root folder', codes: { folder: DENIED }, failure: { function: 'ITaskService::GetFolder', code: 5 } },
    { name: 'a service that does not run', codes: { connect: 0x800706ba | 0 }, failure: { function: 'ITaskService::Connect', code: 1722 } },
  ])('refuses where $name refuses', ({ codes, failure }) => {
    expect(list({}, codes)).toMatchObject({ ok: false, failure })
  })

  it.each([
    { name: 'tasks of a folder', folder: { tasks: DENIED }, method: 'ITaskFolder::GetTasks', subject: '\\Sync' },
    { name: 'folders of a folder', folder: { folders: DENIED }, method: 'ITaskFolder::GetFolders', subject: '\\Sync' },
    { name: 'a folder in it', folder: { folders: [DENIED] }, method: 'ITaskFolderCollection::get_Item', subject: 'number 1 in \\Sync' },
    {
      name: 'the name of a folder',
      folder: { folders: [{ path: DENIED, tasks: [{}] }] },
      method: 'ITaskFolder::get_Path',
      subject: 'a folder in \\Sync',
    },
    { name: 'a task', folder: { tasks: [DENIED] }, method: 'IRegisteredTaskCollection::get_Item', subject: 'number 1 in \\Sync' },
    { name: 'the path of a task', folder: { tasks: [{ path: DENIED }] }, method: 'IRegisteredTask::get_Path', subject: 'a task in \\Sync' },
    {
      name: 'the switch of a task',
      folder: { tasks: [{ path: '\\Sync\\A', enabled: DENIED }] },
      method: 'IRegisteredTask::get_Enabled',
      subject: '\\Sync\\A',
    },
    {
      name: 'the definition of a task',
      folder: { tasks: [{ path: '\\Sync\\A', definition: DENIED }] },
      method: 'IRegisteredTask::get_Xml',
      subject: '\\Sync\\A',
    },
  ])('names $name that refuses, and lists its neighbours', ({ folder, method, subject }) => {
    const answer = list({
      tasks: [{ path: '\\One' }],
      folders: [
        { path: '\\Sync', ...folder },
        { path: '\\Z', tasks: [{ path: '\\Z\\Last' }] },
      ],
    })
    expect(answer).toEqual(listing([plain('\\One'), plain('\\Z\\Last')], [expect.objectContaining({ function: method, code: 5, subject })]))
  })

  it('passes over a task that is gone since it was listed', () => {
    expect(list({ tasks: [0x80070002 | 0, { path: '\\One' }, { definition: 0x80070002 | 0 }] })).toEqual(listing([plain('\\One')]))
  })
})
