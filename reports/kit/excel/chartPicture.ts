import type { ChartOption } from '../chart'
import { xmlSafe } from './cells'
import { useShippedFont } from './shippedFont'
import type { Picture } from './streamingBook'

const size = { width: 960, height: 480 }

/** The chart of the screen as a PNG, drawn by echarts on the server at double resolution, Chinese included. */
export async function chartPicture(option: ChartOption): Promise<Picture> {
  useShippedFont()
  const [echarts, { default: sharp }] = await Promise.all([import('echarts'), import('sharp')])
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ backgroundColor: '#fff', ...option, textStyle: { fontFamily: 'Noto Sans SC' } })
    const svg = xmlSafe(chart.renderToSVGString())
    const png = await sharp(Buffer.from(svg), { density: 144 }).png({ compressionLevel: 9, palette: true }).toBuffer()
    return { png, ...size }
  } finally {
    chart.dispose()
  }
}
