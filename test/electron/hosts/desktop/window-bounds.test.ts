import { describe, expect, it } from 'vitest'

import { placeWindow } from '#electron/hosts/desktop/window-bounds.ts'

const MAIN = { x: 0, y: 0, width: 1920, height: 1040 }
const LEFT = { x: -1280, y: 100, width: 1280, height: 984 }
const IN_THE_MIDDLE = { width: 1280, height: 860 }

describe('placeWindow', () => {
  const was = { x: 100, y: 50, width: 900, height: 700 }
  it.each([
    { name: 'where it was', stored: was, bounds: was },
    { name: 'on a second display', stored: { ...was, x: -1000, y: 150 }, bounds: { ...was, x: -1000, y: 150 } },
    { name: 'with the last bit of the title bar that can be held', stored: { ...was, x: 1920 - 160 }, bounds: { ...was, x: 1760 } },
    { name: 'in the middle, one pixel beyond', stored: { ...was, x: 1920 - 159 }, bounds: IN_THE_MIDDLE },
    { name: 'at the lower edge', stored: { ...was, y: 1000 }, bounds: { ...was, y: 1000 } },
    { name: 'in the middle, its title below the edge', stored: { ...was, y: 1001 }, bounds: IN_THE_MIDDLE },
    { name: 'in the middle, its title above the display', stored: { ...was, y: -1 }, bounds: IN_THE_MIDDLE },
    { name: 'in the middle, its display gone', stored: { ...was, x: 5000 }, bounds: IN_THE_MIDDLE },
    { name: 'not larger than its display', stored: { x: 0, y: 0, width: 9000, height: 9000 }, bounds: MAIN },
    { name: 'not smaller than can be used', stored: { ...was, width: 200, height: 100 }, bounds: { ...was, width: 640, height: 480 } },
  ])('opens it $name', ({ stored, bounds }) => {
    expect(placeWindow({ bounds: stored, isMaximized: false }, [MAIN, LEFT])).toEqual({ bounds, isMaximized: false })
  })

  it.each([
    { name: 'nothing', stored: undefined },
    { name: 'text', stored: 'x' },
    { name: 'no bounds', stored: { bounds: null } },
    { name: 'fractions', stored: { bounds: { ...was, x: 0.5 } } },
    { name: 'text as a number', stored: { bounds: { ...was, width: '900' } } },
    { name: 'infinity', stored: { bounds: { ...was, width: Number.POSITIVE_INFINITY } } },
    { name: 'no width', stored: { bounds: { ...was, width: 0 } } },
    { name: 'a missing side', stored: { bounds: { x: 1, y: 1, width: 900 } } },
  ])('takes $name on the drive for nothing remembered', ({ stored }) => {
    expect(placeWindow(stored, [MAIN])).toEqual({ bounds: IN_THE_MIDDLE, isMaximized: false })
  })

  it('fits a small console and no display at all', () => {
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1024, height: 740 }]).bounds).toEqual({ width: 1024, height: 740 })
    expect(placeWindow(undefined, [])).toEqual({ bounds: IN_THE_MIDDLE, isMaximized: false })
  })

  it('remembers that it filled the display, also where its place is gone', () => {
    expect(placeWindow({ bounds: { ...was, x: 5000 }, isMaximized: true }, [MAIN]).isMaximized).toBe(true)
  })
})
