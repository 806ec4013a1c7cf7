'use client'

import { useMemo, useRef, useState } from 'react'

import { type Grid, GridProvider } from '@/src/admin/grid/grid'
import { createGridStore } from '@/src/admin/grid/gridStore'
import { GridTable, type TableHandle } from '@/src/admin/grid/GridTable'
import { objectionsByRow } from '@/src/admin/grid/objections'
import { useMeanings } from '@/src/admin/grid/useMeanings'
import { words } from '@/src/admin/grid/words'
import type { GridColumn } from '@/src/domain/grid/gridColumn'
import { plainRows } from '@/src/domain/grid/rowShape'
import '@/src/admin/grid/grid.css'

const columns: readonly GridColumn[] = [
  { name: 'item', label: { zh: '物料', en: 'Item' }, kind: 'record', of: 'items' },
  { name: 'qty', label: { zh: '数量', en: 'Quantity' }, kind: 'figure', scale: 4 },
  { name: 'amount', label: { zh: '金额', en: 'Amount' }, kind: 'amount', scale: 2, readOnly: true },
  { name: 'date', label: { zh: '交期', en: 'Date' }, kind: 'date' },
  {
    name: 'supply',
    label: { zh: '来源', en: 'Supply' },
    kind: 'choice',
    options: [
      { value: 'stock', label: { zh: '库存', en: 'Stock' } },
      { value: 'make', label: { zh: '生产', en: 'Made' } },
    ],
  },
  { name: 'free', label: { zh: '免费', en: 'Free' }, kind: 'check' },
  { name: 'remark', label: { zh: '备注', en: 'Remark' }, kind: 'text' },
]
const rows = [
  { id: 'a', qty: 1200, amount: 7752, date: '2026-12-05', supply: 'stock', remark: '' },
  { id: 'b', qty: 40, amount: 1985.45, date: '2026-12-10', supply: 'make', free: true, remark: '试产' },
]
const wrong = objectionsByRow([{ message: '可用 10，需要 40 / 10 available, 40 needed', path: 'lines.1.qty', severity: 'error' }])
const none = new Map<string, never>()

/** Two lines, the second objected to; keys, paste and look-ups work as everywhere, and nothing is saved. */
export const StyleGrid = ({ language }: { language: 'zh' | 'en' }) => {
  const table = useRef<TableHandle>(null)
  const [store] = useState(() => {
    const created = createGridStore({ shape: plainRows, onEdited: () => undefined })
    created.load(rows)
    return created
  })
  const meanings = useMeanings({ store, columns, partner: null })
  const grid = useMemo(
    (): Grid => ({
      list: 'lines',
      store,
      shape: plainRows,
      columns,
      shown: columns,
      readOnly: false,
      language,
      say: (word) => words[word][language],
      partner: null,
      resolve: meanings.resolve,
      resolveAll: meanings.resolveAll,
      today: '2026-11-29',
      isShut: false,
    }),
    [language, meanings, store],
  )
  return (
    <GridProvider value={grid}>
      <div className="line-grid">
        <GridTable handle={table} numbered checked={none} wrong={wrong} />
      </div>
    </GridProvider>
  )
}
