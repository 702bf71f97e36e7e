import { describe, expect, it } from 'vitest'

import { sampleIds } from '#shared/samples/index.ts'
import { apps } from '../app/client.ts'

const open = apps()

/** The graph of a sample, and where the new password of each login goes. */
async function prepared(sample: string, language: 'en' | 'de') {
  const { client } = open()
  const { id } = await client.cases.openSample({ sample, language })
  const preparation = await client.rotation.prepare({ id, choices: null, language })
  if (preparation.kind !== 'preparation') throw new Error('the sample has no login')
  return preparation
}

describe('the graph of dependants', () => {
  it.each([
    ['en', 'the window of ERP Driver', 'Window of the sync tool', 'you enter it there by hand'],
    ['de', 'das Fenster von ERP Driver', 'Fenster des Sync-Tools', 'dort tragen Sie es von Hand ein'],
  ] as const)('shows the window of the sync tool where a person enters the password: %s', async (language, name, kindWord, handledWord) => {
    const { graph } = await prepared('typical', language)
    const windows = graph.nodes.filter((node) => node.kindWord === kindWord)
    expect(windows.map((node) => [node.kind, node.name])).toEqual(windows.map(() => ['dependant', name]))
    const from = windows.map(({ id }) => id)
    const edges = graph.edges.filter((edge) => from.includes(edge.from))
    const nameOf = (id: string) => graph.nodes.find((node) => node.id === id)?.name
    expect(edges.map(({ to, handledBy, handledWord: word }) => [nameOf(to), handledBy, word])).toEqual([
      ['admin', 'hand', handledWord],
      ['erp_sync', 'hand', handledWord],
    ])
  })

  it.each(sampleIds)('%s: has each node once, and every place that a new password goes to', async (sample) => {
    const { graph, logins } = await prepared(sample, 'en')
    const ids = graph.nodes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(graph.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([])
    const windows = logins.flatMap(({ key, goesTo }) => goesTo.filter((name) => name.startsWith('the window')).map((name) => [key, name]))
    const shown = graph.edges.map(({ from, to }) => [to, graph.nodes.find(({ id }) => id === from)?.name])
    for (const window of windows) expect(shown).toContainEqual(window)
  })
})
