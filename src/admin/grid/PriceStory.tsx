'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'
import type { GridRow } from '@/src/domain/grid/rows'
import { pricedBy } from '@/src/domain/grid/rowShape'
import { stepInWords } from '@/src/domain/pricing/traceWords'

import { ask } from '../request/ask'
import { useGrid } from './grid'
import type { CheckedLine } from './useCheck'
import { useTrace } from './useTrace'

/** An earlier price, with what it has to share with the document it is taken over into. */
type Earlier = Readonly<Record<string, unknown>> & {
  slug: string
  id: string
  document: number
  no: string
  date: string
  qty: number
  price: number
  unit: string | null
  currency: string
}

/** Why a line has this price: the steps in words, what policy would give now with re-price, and what was paid before, to be taken over. */
export const PriceStory = ({ row, index, checked }: { row: GridRow; index: number; checked: CheckedLine | undefined }) => {
  const { store, shape, readOnly, language, say, partner } = useGrid()
  const { price } = shape
  const agreeing = useFormFields(([fields]) =>
    JSON.stringify(price?.earlier.agreeing.map((name) => [name, fields[name]?.value ?? null]) ?? []),
  )
  const [earlier, setEarlier] = useState<Earlier[] | null>(null)
  const item = row.values[shape.subject[0] ?? '']
  const question = price?.earlier.question
  useEffect(() => {
    if (typeof item !== 'number' || question === undefined) return
    const abort = new AbortController()
    const load = async (): Promise<void> => {
      const of = partner ? `&customer=${partner}` : ''
      const answer = await ask<{ rows: Earlier[] }>(`/api/${question}?item=${item}${of}&limit=5`, { signal: abort.signal })
      setEarlier(answer.ok ? answer.body.rows : [])
    }
    load().catch(() => abort.signal.aborted || setEarlier([]))
    return () => abort.abort()
  }, [item, partner, question])
  const trace = useTrace(row, checked)
  const now = trace?.find(({ rule }) => rule === 'policyNow')
  const set = (figure: number | null, from: string | null): void => void (price && store.values(index, pricedBy(price, figure, from)))
  const unit = price && (row.values[price.unit] ?? checked?.[price.unit])
  const head = JSON.parse(agreeing) as Array<[string, unknown]>
  const fits = (each: Earlier): boolean => (!unit || each.unit === unit) && head.every(([name, value]) => !value || each[name] === value)
  return (
    <>
      <section>
        <strong>{say('why')}</strong>
        <ol>
          {trace?.map((step, at) => (
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
