'use client'

import { useEffect, useRef } from 'react'

/**
 * A chart, loaded when it is first shown, as wide as its place. It is drawn anew when the theme changes, because text and lines take
 * their colours from the place it stands in. `option` keeps its identity while nothing about it changes.
 */
export const Drawing = ({
  className,
  label,
  option,
}: {
  className: string
  label: string
  option: (style: CSSStyleDeclaration) => Record<string, unknown>
}) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (!element) return
    let end = (): void => undefined
    let left = false
    void import('./charts').then(({ init }) => {
      if (left) return
      const chart = init(element, null, { renderer: 'svg' })
      const draw = (): void => chart.setOption(option(getComputedStyle(element)), { notMerge: true })
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
  return <div ref={place} className={className} role="img" aria-label={label} />
}
