/** A rectangle on the desktop, in device-independent pixels. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  readonly bounds: Bounds | null
  readonly isMaximized: boolean
}

/** Room for three checklists side by side; what a small server console (1024 × 768) shows whole is the least. */
const USUAL = { width: 1280, height: 860 }
export const SMALLEST = { width: 640, height: 480 }

/** So much of the title bar must be within reach that a person can take hold of it. */
const GRIP = { width: 160, height: 40 }

/**
 * Where the window opens: where it was, if a display is still there, else in the middle of the first display.
 *
 * `stored` is what was on the drive and may be anything.
 */
export function placeWindow(
  stored: unknown,
  displays: readonly Bounds[],
): { bounds: Partial<Bounds> & typeof USUAL; isMaximized: boolean } {
  const state = typeof stored === 'object' && stored !== null ? stored : {}
  const bounds = 'bounds' in state ? readBounds(state.bounds) : null
  const isMaximized = 'isMaximized' in state && state.isMaximized === true
  const display = bounds === null ? undefined : displays.find((area) => isWithinReach(bounds, area))
  if (bounds === null || display === undefined) return { bounds: fitted(USUAL, displays[0]), isMaximized }
  return { bounds: { x: bounds.x, y: bounds.y, ...fitted(bounds, display) }, isMaximized }
}

function fitted(size: typeof USUAL, display: Bounds | undefined): typeof USUAL {
  const between = (wanted: number, least: number, most: number): number => Math.max(least, Math.min(wanted, most))
  return {
    width: between(size.width, SMALLEST.width, display?.width ?? USUAL.width),
    height: between(size.height, SMALLEST.height, display?.height ?? USUAL.height),
  }
}

function isWithinReach(window: Bounds, area: Bounds): boolean {
  const width = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const isTitleInside = window.y >= area.y && window.y + GRIP.height <= area.y + area.height
  return width >= GRIP.width && isTitleInside
}

function readBounds(value: unknown): Bounds | null {
  if (typeof value !== 'object' || value === null) return null
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name): unknown => Reflect.get(value, name))
  if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height)) return null
  return width > 0 && height > 0 ? { x, y, width, height } : null
}

function isPixel(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
