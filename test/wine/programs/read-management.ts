// Reads the probes that ask COM objects and the servicing stack, and beside them what these ask. Arguments: output file, path of a task.
import { writeFileSync } from 'node:fs'

import { probes } from '#electron/probes/index.ts'
import { layouts } from '#electron/win32/layouts.ts'
import { createNativeAccess, koffiSource } from '#electron/win32/library.ts'
import { succeeded } from '#electron/win32/result.ts'
import { createWindows } from '#electron/win32/windows.ts'
import { emptyProfile } from '#shared/formats/profile.ts'
import { inRootFolder, method, POINTER_BYTES } from './task-folder.ts'

const [outputFile = '', taskPath = ''] = process.argv.slice(2)

/** Place of ITaskFolder::GetTask. */
const GET_TASK = 13

const { get_Path, get_Enabled, get_Xml } = layouts.IRegisteredTaskVtbl
const native = createNativeAccess(koffiSource)
const windows = createWindows(native)
const { management, tasks } = windows

/** This Windows lists no tasks: one is asked for by its path. */
function readTask(path: string) {
  return inRootFolder(native, (folder) =>
    folder.object(
      method('GetTask', GET_TASK * POINTER_BYTES, 'uintptr_t path, _Out_ uintptr_t *task'),
      (result) => [{ text: path }, result],
      (task) =>
        succeeded({
          found: task.text(method('get_Path', get_Path, '_Out_ uintptr_t *path')),
          enabled: task.number(method('get_Enabled', get_Enabled, '_Out_ int16_t *enabled')),
          definition: task.text(method('get_Xml', get_Xml, '_Out_ uintptr_t *xml')),
        }),
    ),
  )
}

const readings: Record<string, unknown> = {}
const context = { windows, now: () => new Date('2026-03-01T08:15:00Z'), environment: process.env, profile: emptyProfile }
for (const probe of probes.filter(({ id }) => id === 'scheduled-tasks' || id === 'updates' || id === 'antivirus'))
  readings[probe.id] = await probe.read(context)

const outcome = {
  readings,
  system: management.objects('ROOT\\cimv2', 'Win32_OperatingSystem', [
    'Caption',
    'BuildNumber',
    'Primary',
    'ProductType',
    'NoSuchProperty',
  ]),
  defender: management.objects('ROOT\\Microsoft\\Windows\\Defender', 'MSFT_MpComputerStatus', ['AMRunningMode']),
  securityCenter: management.objects('ROOT\\SecurityCenter2', 'AntiVirusProduct', ['displayName']),
  task: readTask(taskPath),
  listing: tasks.list(),
}
writeFileSync(outputFile, JSON.stringify(outcome))
