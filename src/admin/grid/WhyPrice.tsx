'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'
import type { GridRow } from '@/src/domain/grid/rows'
import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { stepInWords } from '@/src/domain/pricing/traceWords'

import { ask } from '../request/ask'
import { useGrid } from './grid'
import type { CheckedLine } from './useCheck'

type Earlier = { slug: string; id: string; no: string; date: string; price: number; unit: string | null; taxMode: string; currency: string }

/**
 * Why this price: the steps in words, what policy would give now with re-price, and what this customer paid before, to be taken over
 * with one key. Opens with Enter or Space on the small mark beside the price.
 */
export const WhyPrice = ({
  row,
  index,
  label,
  checked,
}: {
  row: GridRow
  index: number
  label: string
  checked: CheckedLine | undefined
}) => {
  const { store, readOnly, language, say, customer } = useGrid()
  const { getData } = useForm()
  const taxMode = useFormFields(([fields]) => fields['taxMode']?.value as string | undefined)
  const [earlier, setEarlier] = useState<Earlier[] | null>(null)
  const item = row.values['item']
  const trace = checked?.trace ?? (row.values['trace'] as TraceStep[] | null | undefined) ?? []
  if (typeof item !== 'number' || !Array.isArray(trace) || trace.length === 0) return null
  const now = trace.find(({ rule }) => rule === 'policyNow')
  const load = async (): Promise<void> => {
    const of = customer ? `&customer=${customer}` : ''
    const answer = await ask<{ rows: Earlier[] }>(`/api/price-history?item=${item}${of}&limit=5`).catch(() => null)
    setEarlier(answer?.ok ? answer.body.rows : [])
  }
  const take = (price: number | null): void => store.values(index, { price, priceSource: price === null ? 'auto' : 'manual' })
  const unit = (row.values['unit'] ?? checked?.['unit']) as string | undefined
  const currency = (getData() as { currency?: string }).currency
  const fits = (each: Earlier): boolean =>
    (!unit || each.unit === unit) && (!taxMode || each.taxMode === taxMode) && (!currency || each.currency === currency)
  return (
    <details className="line-grid__more line-grid__why" onToggle={({ currentTarget }) => currentTarget.open && void load()}>
      <summary tabIndex={-1} aria-label={`${say('why')} ${label}`} title={say('why')}>
        {now ? '≠' : '?'}
      </summary>
      <div>
        <strong>{say('why')}</strong>
        <ol>
          {trace.map((step, at) => (
            <li key={at}>{stepInWords(step, language)}</li>
          ))}
        </ol>
        {now && !readOnly && (
          <button type="button" onClick={() => take(null)}>
            {say('reprice')} {now.price}
          </button>
        )}
        <strong>{say('earlier')}</strong>
        {earlier?.length === 0 && <small>{say('none')}</small>}
        {earlier?.map((each) => (
          <p key={`${each.slug}${each.id}`} className="line-grid__earlier">
            <span>{each.date}</span>
            <span>{each.no}</span>
            <b>
              {spokenFigure(each.price, 'figure')} {each.currency}/{each.unit}
            </b>
            {!readOnly && fits(each) && (
              <button type="button" onClick={() => take(each.price)}>
                {say('use')}
              </button>
            )}
          </p>
        ))}
      </div>
    </details>
  )
}
