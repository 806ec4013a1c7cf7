'use client'
import { useEffect, useRef } from 'react'

import type { ChartOption } from '@/reports/kit/chart'

/** The chart, loaded when it is first shown. Text and lines take the colours of the theme, also when it changes. */
export function ReportChart({ option }: { option: ChartOption }) {
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = place.current
    if (!element) return
    let end = (): void => undefined
    let left = false
    void import('echarts').then((echarts) => {
      if (left) return
      const chart = echarts.init(element, null, { renderer: 'svg' })
      const draw = (): void => chart.setOption(themed(option, element), { notMerge: true })
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
  }, [option])

  return <div ref={place} className="report__chart" role="img" aria-label={option.title.text} />
}

function themed(option: ChartOption, element: HTMLElement): Record<string, unknown> {
  const style = getComputedStyle(element)
  const text = style.color
  const line = style.getPropertyValue('--report-line').trim() || '#ccc'
  const axis = { axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } } }
  return {
    ...option,
    title: { ...option.title, show: false },
    textStyle: { ...option.textStyle, color: text },
    legend: { ...option.legend, textStyle: { color: text } },
    xAxis: { ...option.xAxis, ...axis, axisLabel: { ...option.xAxis.axisLabel, color: text } },
    yAxis: { ...option.yAxis, ...axis, axisLabel: { color: text } },
    grid: { ...option.grid, top: 24 },
  }
}
