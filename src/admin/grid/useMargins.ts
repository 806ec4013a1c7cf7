'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'

import type { GridColumn } from '@/src/domain/grid/gridColumn'
import type { GridHead } from '@/src/domain/grid/gridHead'
import type { Person } from '@/src/domain/people/person'
import { maySee } from '@/src/domain/people/sight'
import type { LineMargin } from '@/src/questions/orders/orderMargin'

import { ask } from '../request/ask'
import { useGridState } from './grid'
import type { GridStore } from './gridStore'
import { marginCells, withMargin } from './marginCells'
import type { CheckedLine } from './useCheck'

const columns: readonly GridColumn[] = [
  { name: 'unitCost', kind: 'figure', readOnly: true, told: 'always', label: { zh: '单位成本', en: 'Unit cost' } },
  { name: 'profit', kind: 'amount', readOnly: true, told: 'always', label: { zh: '毛利（本币）', en: 'Profit (base)' } },
  { name: 'marginRate', kind: 'figure', readOnly: true, told: 'always', label: { zh: '毛利率 %', en: 'Margin %' } },
]
const none: readonly GridColumn[] = []

/** The columns of cost and margin, for whoever may see cost; the server tells nobody else. */
export function useMarginColumns(question: GridHead['margins']): readonly GridColumn[] {
  const { user } = useAuth<Person>()
  return question && maySee(user ?? null, 'cost') ? columns : none
}

/**
 * What the lines cost and leave: as a check told it, while somebody types; else as the stored document says. A line that is not asked about
 * yet has none.
 */
export function useMargins({
  question,
  store,
  checked,
}: {
  question: GridHead['margins']
  store: GridStore
  checked: ReadonlyMap<string, CheckedLine>
}): ReadonlyMap<string, CheckedLine> {
  const { id, savedDocumentData } = useDocumentInfo()
  const rows = useGridState(store, (state) => state.rows)
  const [stored, setStored] = useState<readonly LineMargin[]>([])
  const isAsked = useMarginColumns(question).length > 0 && id !== undefined
  useEffect(() => {
    if (!isAsked) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const answer = await ask<{ lines: LineMargin[] }>(`/api/${question}/${id}`, { signal: abort.signal }).catch(() => null)
      if (answer?.ok) setStored(answer.body.lines)
    }
    void load()
    return () => abort.abort()
  }, [id, isAsked, question, savedDocumentData])
  const known = useMemo(() => new Map(stored.map((each) => [each.line, marginCells(each)])), [stored])
  return useMemo(() => {
    if (!isAsked || known.size === 0) return checked
    return new Map(
      rows.flatMap(({ key, values }): Array<[string, CheckedLine]> => {
        const [own, line] = [known.get(String(values['id'])), checked.get(key)]
        return own ? [[key, withMargin(own, line)]] : line ? [[key, line]] : []
      }),
    )
  }, [checked, isAsked, known, rows])
}
