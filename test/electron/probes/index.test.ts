import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { probes } from '#electron/probes/index.ts'
import { areas } from '#electron/probes/probe.ts'
import { probeIds } from '#shared/facts/index.ts'

describe('probes', () => {
  it('lists every folder once, under its own id', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'probes')
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(probes.map((probe) => probe.id).sort()).toEqual(folders.map((entry) => entry.name).sort())
  })

  it('gives every probe facts of its own and an area that exists', () => {
    for (const probe of probes) {
      expect(probeIds).toContain(probe.id)
      expect(areas).toContain(probe.area)
    }
  })
})
