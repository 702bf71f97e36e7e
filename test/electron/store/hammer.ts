import { storesIn } from './stores.ts'

/** Started as a process: writes settings and answers of its own as fast as it can; `Infinity` times is until it is killed. */
const [, , folder = '', name = '', times = '0', id = ''] = process.argv
const { cases, settings } = storesIn(folder)
for (let count = 0; count < Number(times); count += 1) {
  await settings.change({ [`${name}-${count}`]: count })
  await cases.change(id, async ({ answers }) => {
    const answer = { kind: 'confirmed', by: name, at: '2026-11-20T10:00:00Z', note: `${name}-${count}` } as const
    const own = answers.value.answers.one ?? []
    return { answers: { ...answers.value, answers: { ...answers.value.answers, one: [...own, answer] } } }
  })
  process.stdout.write('.')
}
