'use client'

import { useField, useFormFields } from '@payloadcms/ui'
import { useState } from 'react'

import type { TraceStep } from '@/src/domain/pricing/priceFacts'
import { stepInWords } from '@/src/domain/pricing/traceWords'

import type { Say } from './words'

type Earlier = { slug: string; id: string; no: string; date: string; price: number; unit: string | null; taxMode: string; currency: string }
type Props = { path: string; label: string; readOnly: boolean; trace: TraceStep[] | null | undefined; language: 'zh' | 'en'; say: Say }

/**
 * Why this price: the steps in words, what policy would give now with re-price, and what this customer paid before, to be taken over
 * with one key. Opens with Enter or Space on the small mark beside the price.
 */
export const WhyPrice = ({ path, label, readOnly, trace: checked, language, say }: Props) => {
  const line = path.replace(/\.price$/, '')
  const { setValue: setPrice } = useField<number | null>({ path })
  const { setValue: setSource } = useField<string | null>({ path: `${line}.priceSource` })
  const stored = useFormFields(([fields]) => fields[`${line}.trace`]?.value as TraceStep[] | null | undefined)
  const about = useFormFields(([fields]) =>
    JSON.stringify([`${line}.item`, 'customer', `${line}.unit`, 'taxMode', 'currency'].map((name) => fields[name]?.value ?? null)),
  )
  const [item, customer, unit, taxMode, currency] = JSON.parse(about) as [
    number | null,
    number | null,
    string | null,
    string | null,
    string | null,
  ]
  const [earlier, setEarlier] = useState<Earlier[] | null>(null)
  const trace = checked ?? stored ?? []
  if (!item || trace.length === 0) return null
  const now = trace.find(({ rule }) => rule === 'policyNow')
  const ask = async (): Promise<void> => {
    const of = customer ? `&customer=${customer}` : ''
    const answer = await fetch(`/api/price-history?item=${item}${of}&limit=5`, { credentials: 'include' }).catch(() => null)
    setEarlier(answer?.ok ? ((await answer.json()) as { rows: Earlier[] }).rows : [])
  }
  const take = (price: number | null): void => {
    setPrice(price)
    setSource(price === null ? 'auto' : 'manual')
  }
  const fits = (row: Earlier): boolean =>
    (!unit || row.unit === unit) && (!taxMode || row.taxMode === taxMode) && (!currency || row.currency === currency)
  return (
    <details className="line-grid__more line-grid__why" onToggle={({ currentTarget }) => currentTarget.open && void ask()}>
      <summary aria-label={`${say('why')} ${label}`} title={say('why')}>
        {now ? '≠' : '?'}
      </summary>
      <div>
        <strong>{say('why')}</strong>
        <ol>
          {trace.map((step, index) => (
            <li key={index}>{stepInWords(step, language)}</li>
          ))}
        </ol>
        {now && !readOnly && (
          <button type="button" onClick={() => take(null)}>
            {say('reprice')} {now.price}
          </button>
        )}
        <strong>{say('earlier')}</strong>
        {earlier?.length === 0 && <small>{say('none')}</small>}
        {earlier?.map((row) => (
          <p key={`${row.slug}${row.id}`} className="line-grid__earlier">
            <span>{row.date}</span>
            <span>{row.no}</span>
            <b>
              {row.price} {row.currency}/{row.unit}
            </b>
            {!readOnly && fits(row) && (
              <button type="button" onClick={() => take(row.price)}>
                {say('use')}
              </button>
            )}
          </p>
        ))}
      </div>
    </details>
  )
}
