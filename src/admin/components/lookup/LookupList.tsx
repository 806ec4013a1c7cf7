'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

import type { Found } from '@/src/domain/lookup/kinds'
import { spokenFigure } from '@/src/domain/grid/readCell'

const words = {
  none: { zh: '没有符合的记录', en: 'Nothing fits' },
  last: { zh: '上次', en: 'last' },
  free: { zh: '可用', en: 'free' },
  choices: { zh: '的候选', en: ': choices' },
} as const

/** What may be meant, under its input, above everything else on the page; it neither is cut off by a scrolling table nor takes the keyboard. */
export const LookupList = ({
  id,
  anchor,
  rows,
  at,
  language,
  label,
  onTake,
}: {
  id: string
  anchor: RefObject<HTMLElement | null>
  rows: readonly Found[]
  at: number | null
  language: 'zh' | 'en'
  label: string
  onTake: (found: Found) => void
}) => {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const [element, box] = [list.current, anchor.current?.getBoundingClientRect()]
    if (!element || !box) return
    element.showPopover()
    const below = window.innerHeight - box.bottom
    const height = element.offsetHeight
    element.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - element.offsetWidth - 8))}px`
    element.style.top = `${below < height + 8 && box.top > below ? Math.max(8, box.top - height - 2) : box.bottom + 2}px`
  }, [anchor, rows])
  useLayoutEffect(() => {
    if (at !== null) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <ul ref={list} id={id} popover="manual" className="lookup-list" role="listbox" aria-label={`${label} ${words.choices[language]}`}>
      {rows.length === 0 && <li className="lookup-list__none">{words.none[language]}</li>}
      {rows.map((row, index) => (
        <li
          key={row.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at || (at === null && row.exact)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(row)}
        >
          <strong>{row.code}</strong>
          <span>{row.name}</span>
          <small>{row.detail}</small>
          {row.available !== undefined && (
            <em className={row.available > 0 ? '' : 'is-short'}>
              {row.lastPrice !== undefined && (
                <span className="lookup-list__last" title={row.lastDate}>
                  {words.last[language]} {spokenFigure(row.lastPrice, 'figure')} {row.lastCurrency}/{row.lastUnit}
                </span>
              )}
              {words.free[language]} {spokenFigure(row.available, 'figure')} {row.unit}
            </em>
          )}
        </li>
      ))}
    </ul>
  )
}
