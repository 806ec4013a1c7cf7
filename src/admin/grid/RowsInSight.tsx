'use client'

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect } from 'react'

/** A row to be drawn, and where it begins (px from the first). */
export type RowInSight = { index: number; start: number }

type Followed = {
  window: RefObject<HTMLElement | null>
  count: number
  heightOf: (index: number) => number
  keyOf: (index: number) => number | string
  /** rows that are drawn wherever the window is */
  always: readonly number[]
  /** another one when heights have changed */
  changed: unknown
  onSight: (sight: { rows: readonly RowInSight[]; height: number }) => void
}

/** Follows a window over many rows and tells which of them are to be drawn. Draws nothing itself. */
export const RowsInSight = ({ window, count, heightOf, keyOf, always, changed, onSight }: Followed) => {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => window.current,
    estimateSize: heightOf,
    overscan: 12,
    getItemKey: keyOf,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...always])].sort((a, b) => a - b),
  })
  useEffect(() => virtual.measure(), [changed, virtual])
  const rows = virtual.getVirtualItems()
  const height = virtual.getTotalSize()
  const places = JSON.stringify([height, ...rows.map(({ index, start }) => [index, start])])
  useLayoutEffect(() => onSight({ rows, height }), [places]) // eslint-disable-line react-hooks/exhaustive-deps -- the places are what is told
  return null
}
