import { it } from 'vitest'
import { loadSample } from '#shared/samples/index.ts'
import { openDescribedWindows } from '../support/described-windows.ts'
import { describedProbes } from './described/fates.ts'
import { corrected } from './described/corrections.ts'

it('stress', async () => {
  const sample = loadSample('typical')
  const windows = await openDescribedWindows(corrected(sample.snapshot), sample.profile)
  const counts: Record<string, number> = {}
  let n = 24
  const t0 = Date.now()
  const lane = async (): Promise<void> => {
    if (n-- <= 0) return
    const { snapshot } = await windows.collectBroken(describedProbes.map((p) => p.id), {}, {})
    for (const [id, r] of Object.entries(snapshot.probes)) if (r && r.status !== 'ok') counts[`${id}: ${r.reason}`] = (counts[`${id}: ${r.reason}`] ?? 0) + 1
    await lane()
  }
  await Promise.all([lane(), lane()])
  console.error(JSON.stringify({ ms: Date.now() - t0, counts }, null, 1))
  await windows.close()
}, 600000)
