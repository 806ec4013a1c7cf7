'use client'

import { useCallback } from 'react'

import type { ChartOption } from '@/reports/kit/chart'

import { Drawing } from '../../components/Drawing'

/** The chart of a report in the colours of the theme. */
export function ReportChart({ option }: { option: ChartOption }) {
  const drawn = useCallback((style: CSSStyleDeclaration) => themed(option, style), [option])
  return <Drawing className="report__chart" label={option.title.text} option={drawn} />
}

function themed(option: ChartOption, style: CSSStyleDeclaration): Record<string, unknown> {
  const text = style.color
  const line = style.getPropertyValue('--report-line').trim() || '#ccc'
  // on a phone the names of three bars already run into one another
  const { rotate, interval } = option.xAxis.axisLabel
  const close = interval === 0 && option.xAxis.data.length > 2 && window.matchMedia('(max-width: 600px)').matches
  const label = { ...option.xAxis.axisLabel, rotate: close ? 35 : rotate, color: text }
  const axis = { axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } } }
  return {
    ...option,
    title: undefined, // stands over the chart already
    textStyle: { ...option.textStyle, color: text },
    legend: { ...option.legend, textStyle: { color: text } },
    xAxis: { ...option.xAxis, ...axis, axisLabel: label },
    yAxis: { ...option.yAxis, ...axis, axisLabel: { color: text } },
    grid: { ...option.grid, top: 24 },
  }
}
