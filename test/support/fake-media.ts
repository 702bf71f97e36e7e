/** jsdom has no media queries: these hold, all others do not. */
export function fakeMedia(holding: readonly string[]): void {
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: holding.includes(query),
      media: query,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    })
}
