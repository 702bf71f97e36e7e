import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

import { layouts } from '#electron/win32/layouts.ts'
import { describeWith } from '../support/needs.ts'
import { withPrefix } from '../support/wine.ts'

const run = promisify(execFile)

type Layouts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** A program that prints, for each structure, its size and the offset of each field that the product names. */
function programFor(structures: Layouts): string {
  const lines = Object.entries(structures).flatMap(([structure, fields]) =>
    Object.keys(fields).map((field) => {
      const measured = field === 'size' ? `sizeof(${structure})` : `offsetof(${structure}, ${field})`
      return `  printf("${structure} ${field} %u\\n", (unsigned)${measured});`
    }),
  )
  const headers = [
    'winsock2.h',
    'windows.h',
    'winsvc.h',
    'lm.h',
    'dsrole.h',
    'dsgetdc.h',
    'ntsecapi.h',
    'oleauto.h',
    'taskschd.h',
    'wbemcli.h',
    'winhttp.h',
    'tlhelp32.h',
    'iphlpapi.h',
    'wtsapi32.h',
    'winevt.h',
    'wincred.h',
    'comadmin.h',
    'stddef.h',
    'stdio.h',
  ].map((header) => `#include <${header}>`)
  return [...headers, 'int main(void) {', ...lines, '  return 0;', '}', ''].join('\n')
}

function parse(output: string): Layouts {
  const structures: Record<string, Record<string, number>> = {}
  for (const [, structure = '', field = '', value] of output.matchAll(/^(\S+) (\S+) (\d+)\r?$/gm)) {
    structures[structure] = { ...structures[structure], [field]: Number(value) }
  }
  return structures
}

describeWith('wine', 'layouts', () => {
  describeWith('mingw-w64', 'of structures', () => {
    it('are those of the C compiler', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'layouts-'))
      try {
        await writeFile(join(folder, 'layouts.c'), programFor(layouts))
        await run('x86_64-w64-mingw32-gcc', ['-D_WIN32_WINNT=0x0A00', join(folder, 'layouts.c'), '-o', join(folder, 'layouts.exe')])
        const outcome = await withPrefix({ bundle: {} }, ({ prefix }) => prefix.run(join(folder, 'layouts.exe'), []))
        expect(outcome.status).toBe(0)
        expect(parse(outcome.stdout)).toEqual(layouts)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    })
  })
})
