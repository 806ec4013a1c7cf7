'use client'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How a table gives way, one step after the other: as it is, closer, amounts without cents, without its details, its words on several lines. */
export const gives = ['', 'close', 'whole', 'less', 'broken'] as const
const last = gives.length - 1

/** The server draws no layout and has nothing to measure. */
const useMeasured = typeof window === 'undefined' ? useEffect : useLayoutEffect

/**
 * How far a table has to give way so that nothing of it is cut off: it is drawn as it is, measured, and drawn closer until it fits. Begins anew with what it shows and with
 * the width of its place. `everything`: whoever asked for all columns rather scrolls.
 */
export function useFit({ shows, everything }: { shows: unknown; everything: boolean }): {
  box: RefObject<HTMLDivElement | null>
  step: number
} {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [fit, setFit] = useState<{ shows: unknown; width: number; step: number }>({ shows, width, step: 0 })
  const step = fit.shows === shows && fit.width === width ? fit.step : 0
  const most = everything ? gives.indexOf('whole') : last
  useMeasured(() => {
    const place = box.current
    if (place && step < most && place.scrollWidth > place.clientWidth) setFit({ shows, width, step: step + 1 })
  }, [shows, width, step, most])
  useEffect(() => {
    const place = box.current
    if (!place) return
    const watch = new ResizeObserver(() => setWidth(place.clientWidth))
    watch.observe(place)
    return () => watch.disconnect()
  }, [])
  return { box, step: Math.min(step, most) }
}
