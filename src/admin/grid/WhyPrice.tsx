'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'

import type { GridRow } from '@/src/domain/grid/rows'

import { useGrid } from './grid'
import { traceOf } from './traceOf'
import type { CheckedLine } from './useCheck'

/** Most prices are only looked at. */
const PriceStory = dynamic(async () => (await import('./PriceStory')).PriceStory, { loading: () => null })

type WhyPriceProps = { row: GridRow; index: number; label: string; checked: CheckedLine | undefined }

/** The small mark beside a price, behind which its story stands; ≠ where policy would give another one now. */
export const WhyPrice = ({ row, index, label, checked }: WhyPriceProps) => {
  const { shape, say } = useGrid()
  const [isOpen, setOpen] = useState(false)
  const trace = traceOf(row, checked, shape)
  if (typeof row.values[shape.subject[0] ?? ''] !== 'number' || trace.length === 0) return null
  return (
    <details className="line-grid__more line-grid__why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary tabIndex={-1} aria-label={`${say('why')} ${label}`} title={say('why')}>
        {trace.some(({ rule }) => rule === 'policyNow') ? '≠' : '?'}
      </summary>
      {isOpen && (
        <div>
          <PriceStory row={row} index={index} checked={checked} />
        </div>
      )}
    </details>
  )
}
