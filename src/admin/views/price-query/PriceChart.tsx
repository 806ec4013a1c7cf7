'use client'

import { useCallback } from 'react'

import { Drawing } from '../../components/Drawing'

/** Unit prices over time as steps: a price holds until the next sale. */
export const PriceChart = ({ points, label }: { points: ReadonlyArray<readonly [date: string, price: number]>; label: string }) => {
  const option = useCallback(
    ({ color }: CSSStyleDeclaration) => {
      const axis = { axisLabel: { color }, axisLine: { lineStyle: { color } }, splitLine: { show: false } }
      return {
        animation: false,
        grid: { left: 70, right: 30, top: 20, bottom: 30 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'time', ...axis },
        yAxis: { type: 'value', scale: true, ...axis },
        series: [{ type: 'line', step: 'end', symbolSize: 7, data: points.toReversed().map((point) => [...point]) }],
      }
    },
    [points],
  )
  return <Drawing className="price-query__chart" label={label} option={option} />
}
