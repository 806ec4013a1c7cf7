import sharp from 'sharp'

import { type Shot, themes, widths } from './lookAt'

const scale = 0.5
const gap = 8

/** One picture of a view in one language: light above dark, wide beside the phone. */
export async function sheetOf(shots: readonly Shot[]): Promise<Buffer> {
  const tall = Math.round(widths.wide.height * scale)
  const columns = Object.entries(widths).map(([width, size]) => ({ width, across: Math.round((size.width * tall) / size.height) }))
  const placed = await Promise.all(
    shots.map(async ({ width, theme, picture }) => {
      const column = columns.findIndex((each) => each.width === width)
      const input = await sharp(picture)
        .resize({ width: columns[column]?.across ?? tall, height: tall })
        .png()
        .toBuffer()
      const left = columns.slice(0, column).reduce((sum, { across }) => sum + across + gap, 0)
      return { input, left, top: themes.indexOf(theme) * (tall + gap) }
    }),
  )
  const wide = columns.reduce((sum, { across }) => sum + across + gap, -gap)
  const high = themes.length * (tall + gap) - gap
  return sharp({ create: { width: wide, height: high, channels: 3, background: '#777' } })
    .composite(placed)
    .webp({ quality: 20, effort: 5, preset: 'text' })
    .toBuffer()
}
