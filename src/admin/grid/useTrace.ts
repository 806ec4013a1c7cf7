import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { GridRow } from '@/src/domain/grid/rows'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'

import { ask } from '../request/ask'
import { useGrid } from './grid'
import { traceOf } from './traceOf'
import type { CheckedLine } from './useCheck'

/** The steps a price was found by: as they are known, or asked for, since a page tells only that there are some. null: they are on their way. */
export function useTrace(row: GridRow, checked: CheckedLine | undefined): readonly TraceStep[] | null {
  const { shape, list } = useGrid()
  const { id: document, collectionSlug } = useDocumentInfo()
  const { steps } = traceOf(row, checked, shape)
  const [asked, setAsked] = useState<readonly TraceStep[] | null>(null)
  const { id } = row.values
  const field = shape.price?.trace
  const isAsked = steps === null && field !== undefined && document !== undefined
  useEffect(() => {
    if (!isAsked) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const address = `/api/${collectionSlug}/${document}?depth=0&select[${list}][${field}]=true`
      const answer = await ask<Record<string, unknown>>(address, { signal: abort.signal })
      const lines = (answer.ok ? answer.body[list] : null) as ReadonlyArray<Record<string, unknown>> | null
      const trace = lines?.find((line) => line['id'] === id)?.[field]
      setAsked(Array.isArray(trace) ? (trace as TraceStep[]) : [])
    }
    load().catch(() => abort.signal.aborted || setAsked([]))
    return () => abort.abort()
  }, [collectionSlug, document, field, id, isAsked, list])
  return steps ?? asked
}
