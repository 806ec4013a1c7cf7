'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'
import type { GridRow } from '@/src/domain/grid/rows'
import { pricedBy } from '@/src/domain/grid/rowShape'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { stepInWords } from '@/src/domain/pricing/traceWords'

import { ask } from '../request/ask'
import { useGrid } from './grid'
import type { CheckedLine } from './useCheck'

type Earlier = {
  slug: string
  id: string
  document: number
  no: string
  date: string
  qty: number
  price: number
  unit: string | null
  taxMode: string
  currency: string
}

/** The steps a price was found by; none where nothing has been found yet. */
export const traceOf = (row: GridRow, checked: CheckedLine | undefined): TraceStep[] => {
  const trace: unknown = checked?.trace ?? row.values['trace']
  return Array.isArray(trace) ? (trace as TraceStep[]) : []
}

/** Why a line has this price: the steps in words, what policy would give now with re-price, and what this customer paid before, to be taken over. */
export const PriceStory = ({ row, index, checked }: { row: GridRow; index: number; checked: CheckedLine | undefined }) => {
  const { store, shape, readOnly, language, say, customer } = useGrid()
  const { getData } = useForm()
  const taxMode = useFormFields(([fields]) => fields['taxMode']?.value as string | undefined)
  const [earlier, setEarlier] = useState<Earlier[] | null>(null)
  const item = row.values[shape.subject[0] ?? '']
  useEffect(() => {
    if (typeof item !== 'number') return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const of = customer ? `&customer=${customer}` : ''
      const answer = await ask<{ rows: Earlier[] }>(`/api/price-history?item=${item}${of}&limit=5`, { signal: abort.signal })
      setEarlier(answer.ok ? answer.body.rows : [])
    }
    load().catch(() => abort.signal.aborted || setEarlier([]))
    return () => abort.abort()
  }, [customer, item])
  const trace = traceOf(row, checked)
  const now = trace.find(({ rule }) => rule === 'policyNow')
  const set = (price: number | null, from: string | null): void =>
    void (shape.price && store.values(index, pricedBy(shape.price, price, from)))
  const unit = (row.values['unit'] ?? checked?.['unit']) as string | undefined
  const currency = (getData() as { currency?: string }).currency
  const fits = (each: Earlier): boolean =>
    (!unit || each.unit === unit) && (!taxMode || each.taxMode === taxMode) && (!currency || each.currency === currency)
  return (
    <>
      <section>
        <strong>{say('why')}</strong>
        <ol>
          {trace.map((step, at) => (
            <li key={at}>{stepInWords(step, language)}</li>
          ))}
        </ol>
        {now && !readOnly && (
          <button type="button" onClick={() => set(null, null)}>
            {say('reprice')} {now.price}
          </button>
        )}
      </section>
      <section>
        <strong>{say('earlier')}</strong>
        {earlier?.length === 0 && <small>{say('none')}</small>}
        {earlier?.map((each) => (
          <p key={`${each.slug}${each.id}`} className="line-grid__earlier">
            <span>{each.date}</span>
            <a href={`/admin/collections/${each.slug}/${each.document}`} target="_blank" rel="noreferrer">
              {each.no}
            </a>
            <span>{spokenFigure(each.qty, 'figure')}</span>
            <b>
              {spokenFigure(each.price, 'figure')} {each.currency}/{each.unit}
            </b>
            {!readOnly && fits(each) && (
              <button type="button" onClick={() => set(each.price, `${each.slug}/${each.document}/${each.id}`)}>
                {say('use')}
              </button>
            )}
          </p>
        ))}
      </section>
    </>
  )
}
