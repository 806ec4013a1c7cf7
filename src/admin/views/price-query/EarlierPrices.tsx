'use client'

import { Link } from '@payloadcms/ui'
import { useMemo, useState } from 'react'

import { useAnswer } from '../stock/useAnswer'
import { PriceChart } from './PriceChart'
import { unitPrice, wordsIn } from './words'

export type Earlier = {
  slug: string
  document: number
  id: string
  no: string
  date: string
  currency: string
  taxMode: string
  customer: { id: number; code?: string; name?: string }
  qty: number
  unit: string | null
  price: number
  priceSource: string | null
  discountRate: number | null
  netPrice: number | null
}
type Props = { item: number; customer: number | null; language: 'zh' | 'en'; api: string; admin: string }

/** Earlier prices as a line over time and a table; of this customer or of all the person may see. */
export const EarlierPrices = ({ item, customer, language, api, admin }: Props) => {
  const say = wordsIn(language)
  const [everyone, setEveryone] = useState(false)
  const of = customer && !everyone ? `&customer=${customer}` : ''
  const { answer } = useAnswer<{ rows: Earlier[] }>({ url: `${api}/price-history?item=${item}${of}&limit=50`, language })
  const points = useMemo(
    () =>
      (answer?.rows ?? []).filter(({ netPrice }) => netPrice !== null).map(({ date, netPrice }): [string, number] => [date, netPrice ?? 0]),
    [answer],
  )
  return (
    <section>
      <h2>
        {say.history}
        {customer !== null && (
          <label className="price-query__everyone">
            <input type="checkbox" checked={everyone} onChange={({ target }) => setEveryone(target.checked)} /> {say.everyone}
          </label>
        )}
      </h2>
      {answer?.rows.length === 0 && <p className="report__note">{say.empty}</p>}
      {points.length > 1 && <PriceChart points={points} label={say.chart} />}
      {answer && answer.rows.length > 0 && (
        <div className="table report__table">
          <table>
            <thead>
              <tr>
                <th>{say.date}</th>
                <th>{say.document}</th>
                <th>{say.customer}</th>
                <th className="report__figure">{say.lineQty}</th>
                <th className="report__figure">{say.price}</th>
                <th>{say.taxMode}</th>
                <th className="report__figure">{say.discount}</th>
                <th className="report__figure">{say.net}</th>
                <th>{say.source}</th>
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <tr key={`${row.slug}${row.id}`}>
                  <td>{row.date}</td>
                  <td>
                    <Link href={`${admin}/collections/${row.slug}/${row.document}`}>{row.no}</Link>
                  </td>
                  <td>{row.customer.name ?? ''}</td>
                  <td className="report__figure">
                    {row.qty.toLocaleString('en-US')} {row.unit}
                  </td>
                  <td className="report__figure">
                    {unitPrice(row.price)} {row.currency}
                  </td>
                  <td>{row.taxMode === 'exclusive' ? say.exclusive : say.inclusive}</td>
                  <td className="report__figure">{row.discountRate ? row.discountRate : ''}</td>
                  <td className="report__figure">{row.netPrice === null ? '' : unitPrice(row.netPrice)}</td>
                  <td>{row.priceSource === 'manual' ? say.manual : say.auto}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
