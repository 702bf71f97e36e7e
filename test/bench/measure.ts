/** Small inputs are repeated more often: a single run of them is all noise. */
const ROUNDS = { small: 40, medium: 15, large: 5 }

export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The least disturbed of some rounds: what else the machine does only ever adds, and to processes more than they vary by themselves. */
export function least(values: readonly number[]): number {
  return Math.min(...values)
}

/** Median time of each of the tasks in milliseconds. They are taken in turns, so that a busy moment of the machine meets all of them. */
export function medianMs<const Tasks extends readonly (() => unknown)[]>(
  megabytes: number,
  tasks: Tasks,
): { readonly [Index in keyof Tasks]: number } {
  const rounds = megabytes <= 1 ? ROUNDS.small : megabytes <= 10 ? ROUNDS.medium : ROUNDS.large
  const times = tasks.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const begin = performance.now()
      task()
      times[index]?.push(performance.now() - begin)
    }
  }
  return times.map(median) as { readonly [Index in keyof Tasks]: number }
}
