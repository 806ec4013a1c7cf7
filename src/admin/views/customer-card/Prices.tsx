'use client'

import { Link } from '@payloadcms/ui'
import { useState } from 'react'

import { spokenFigure } from '@/src/domain/grid/readCell'
import { folded } from '@/src/domain/lookup/typed'

import { useAnswer } from './useAnswer'
import type { Say } from './words'

type Price = {
  slug: string
  document: number
  no: string
  date: string
  qty: number
  unit: string | null
  price: number
  discountRate: number
  currency: string
  taxMode: 'inclusive' | 'exclusive'
  who: string | null
}
type Item = { item: { id: number; code: string; name: string }; prices: Price[] }

/** What was last agreed with the customer, item by item: price, document, day, quantity, who. */
export const Prices = ({ id, language, say }: { id: number | string; language: 'zh' | 'en'; say: Say }) => {
  const told = useAnswer<{ items: Item[] }>(`/api/customers/${String(id)}/last-prices?limit=5`, language)
  const [typed, setTyped] = useState('')
  if (told === null) return <p aria-busy="true">{say('loading')}</p>
  if (told === 'failed') return <p role="alert">{say('failed')}</p>
  if (told.items.length === 0) return <p>{say('noPrices')}</p>
  const wanted = folded(typed)
  const items = told.items.filter(({ item }) => folded(`${item.code} ${item.name}`).includes(wanted))
  return (
    <>
      <input
        type="search"
        className="customer-card__find"
        aria-label={say('find')}
        placeholder={say('find')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="customer-card__scroll">
        <table className="is-stacked">
          <thead>
            <tr>
              <th scope="col">{say('item')}</th>
              <th scope="col">{say('date')}</th>
              <th scope="col">{say('no')}</th>
              <th scope="col" className="is-figure">
                {say('qty')}
              </th>
              <th scope="col" className="is-figure">
                {say('price')}
              </th>
              <th scope="col" className="is-figure">
                {say('discount')}
              </th>
              <th scope="col">{say('who')}</th>
            </tr>
          </thead>
          <tbody>
            {items.flatMap(({ item, prices }) =>
              prices.map((price, index) => (
                <tr key={`${price.slug}/${String(price.document)}/${String(item.id)}`} className={index === 0 ? 'is-first' : undefined}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={prices.length}>
                      <Link href={`/admin/collections/items/${String(item.id)}`} prefetch={false}>
                        {item.code}
                      </Link>{' '}
                      {item.name}
                    </th>
                  )}
                  <td>{price.date}</td>
                  <td>
                    <Link href={`/admin/collections/${price.slug}/${String(price.document)}`} prefetch={false}>
                      {price.no}
                    </Link>
                  </td>
                  <td className="is-figure">
                    {spokenFigure(price.qty, 'figure')} {price.unit}
                  </td>
                  <td className="is-figure">
                    <strong>{spokenFigure(price.price, 'figure')}</strong> {price.currency} {say(price.taxMode)}
                  </td>
                  <td className="is-figure">{price.discountRate > 0 ? `${spokenFigure(price.discountRate, 'figure')} %` : ''}</td>
                  <td>{price.who}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </>
  )
}
