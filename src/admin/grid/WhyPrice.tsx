'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'

import type { GridRow } from '@/src/domain/grid/rows'

import { noStop, useGrid } from './grid'
import { traceOf } from './traceOf'
import type { CheckedLine } from './useCheck'

/** Most prices are only looked at. */
const PriceStory = dynamic(async () => (await import('./PriceStory')).PriceStory, { loading: () => null })

type WhyPriceProps = { row: GridRow; index: number; label: string; checked: CheckedLine | undefined }

/** The small mark beside a price, behind which its story stands; ≠ where policy would give another one now. */
export const WhyPrice = ({ row, index, label, checked }: WhyPriceProps) => {
  const grid = useGrid()
  const { shape, say, isShut } = grid
  const [isOpen, setOpen] = useState(false)
  const { mark } = traceOf(row, checked, shape)
  if (typeof row.values[shape.subject[0] ?? ''] !== 'number' || mark === null) return null
  return (
    <details className="line-grid__more line-grid__why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary {...noStop(grid)} {...(isShut ? {} : { 'aria-label': `${say('why')} ${label}`, title: say('why') })}>
        {mark}
      </summary>
      {isOpen && (
        <div>
          <PriceStory row={row} index={index} checked={checked} />
        </div>
      )}
    </details>
  )
}
