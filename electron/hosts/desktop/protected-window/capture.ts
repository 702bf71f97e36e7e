import type * as Electron from 'electron'
import type { Display, NativeImage } from 'electron'
import type { Bitmap, BlockSizes } from './find-pattern.ts'
import { BLOCK_SIZE } from './pictures.ts'

/** A picture of a screen, and how large a block of ours would be in it. */
export interface Capture {
  readonly bitmap: Bitmap
  readonly sizes: BlockSizes
}

type CaptureParts = Pick<typeof Electron, 'desktopCapturer' | 'screen'>

/** Windows and the person may scale what is on a screen by something that is not told: the sizes around the expected one are looked at, too. */
const TOLERANCE = 1.25

/** Scales of Windows, where a screen is not known by its number. */
const ANY_SCALE = { from: 0.8, to: 4 } as const

/** Takes a picture of each screen, as large as the largest one is. */
export async function captureScreens({ desktopCapturer, screen }: CaptureParts): Promise<readonly Capture[]> {
  const displays = screen.getAllDisplays()
  const thumbnailSize = {
    width: Math.max(0, ...displays.map(({ size, scaleFactor }) => Math.ceil(size.width * scaleFactor))),
    height: Math.max(0, ...displays.map(({ size, scaleFactor }) => Math.ceil(size.height * scaleFactor))),
  }
  const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize })
  return sources.map(({ thumbnail, display_id: id }) => {
    const bitmap = bitmapOf(thumbnail)
    const display = displays.find((one) => String(one.id) === id)
    return { bitmap, sizes: sizesIn(bitmap, display) }
  })
}

export function bitmapOf(image: NativeImage): Bitmap {
  const { width, height } = image.getSize()
  return { width, height, data: image.toBitmap() }
}

function sizesIn(bitmap: Bitmap, display: Display | undefined): BlockSizes {
  if (display === undefined) return { fromPx: BLOCK_SIZE * ANY_SCALE.from, toPx: BLOCK_SIZE * ANY_SCALE.to }
  return sizesAround((BLOCK_SIZE * bitmap.width) / display.size.width)
}

export function sizesAround(expectedPx: number): BlockSizes {
  return { fromPx: expectedPx / TOLERANCE, toPx: expectedPx * TOLERANCE }
}
