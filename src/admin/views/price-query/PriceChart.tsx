'use client'

import { useEffect, useRef } from 'react'

/** Unit prices over time as steps: a price holds until the next sale. Text and line take the colours of the theme. */
export const PriceChart = ({ points, label }: { points: ReadonlyArray<readonly [date: string, price: number]>; label: string }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let end = (): void => undefined
    let left = false
    void import('echarts').then((echarts) => {
      if (left) return
      const chart = echarts.init(element, null, { renderer: 'svg' })
      const draw = (): void => {
        const text = getComputedStyle(element).color
        const axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: text } }, splitLine: { show: false } }
        chart.setOption({
          animation: false,
          grid: { left: 70, right: 30, top: 20, bottom: 30 },
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'time', ...axis },
          yAxis: { type: 'value', scale: true, ...axis },
          series: [{ type: 'line', step: 'end', symbolSize: 7, data: points.toReversed().map((point) => [...point]) }],
        })
      }
      draw()
      const sized = new ResizeObserver(() => chart.resize())
      sized.observe(element)
      const theme = new MutationObserver(draw)
      theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
      end = () => {
        sized.disconnect()
        theme.disconnect()
        chart.dispose()
      }
    })
    return () => {
      left = true
      end()
    }
  }, [points])
  return <div ref={place} className="price-query__chart" role="img" aria-label={label} />
}
