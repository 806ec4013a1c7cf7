'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { DayInput } from '../../components/day/DayInput'
import { Heads } from '../../components/Heads'
import { DocumentCell } from './DocumentCell'
import type { TabProps } from './HoldingsTab'
import { useAnswer } from './useAnswer'
import { quantity, wordsIn } from './words'

type Card = {
  opening: number
  received: number
  issued: number
  closing: number
  rowCount: number
  limit: number
  rows: Array<{
    id: number
    date: string
    slug: string
    document: number
    no: string | null
    customer: string | null
    visible: boolean
    warehouseCode: string | null
    batchNo: string | null
    qty: number
    balance: number
  }>
}

/** 库存台账: every movement, latest first, with the balance after it; opening + received − issued = closing. */
export const CardTab = ({ api, admin, language, query }: TabProps) => {
  const say = wordsIn(language)
  const [period, setPeriod] = useState({ from: '', to: '', page: 1 })
  const asked = new URLSearchParams(query)
  for (const name of ['from', 'to'] as const) if (period[name]) asked.set(name, period[name])
  asked.set('page', String(period.page))
  const { answer, failed } = useAnswer<Card>({ url: `${api}/stock/card?${asked.toString()}`, language, pause: 150 })
  const pages = answer ? Math.max(1, Math.ceil(answer.rowCount / answer.limit)) : 1
  return (
    <>
      <div className="report__filters">
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className="report__filter">
            {say[name]}
            <DayInput
              label={say[name]}
              language={language}
              value={period[name]}
              onChange={(day) => setPeriod({ ...period, [name]: day, page: 1 })}
            />
          </label>
        ))}
        {answer && (
          <p className="report__stated">
            {(['opening', 'received', 'issued', 'closing'] as const).map((name) => `${say[name]} ${quantity(answer[name])}`).join(' · ')}
          </p>
        )}
      </div>
      {failed && <p role="alert">{failed}</p>}
      {answer?.rows.length === 0 && <p className="report__note">{say.none}</p>}
      {answer && answer.rows.length > 0 && (
        <div className="table report__table">
          <table>
            <Heads
              titles={[say.date, say.document, say.customer, say.warehouse, say.batch]}
              figures={[say.received, say.issued, say.balance]}
            />
            <tbody>
              {answer.rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.date}</td>
                  <DocumentCell admin={admin} language={language} slug={row.slug} id={row.document} no={row.no} visible={row.visible} />
                  <td>{row.customer}</td>
                  <td>{row.warehouseCode}</td>
                  <td>{row.batchNo}</td>
                  <td className="report__figure">{row.qty > 0 ? quantity(row.qty) : ''}</td>
                  <td className="report__figure">{row.qty < 0 ? quantity(-row.qty) : ''}</td>
                  <td className="report__figure">{quantity(row.balance)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <nav className="stock__pages">
          <Button
            size="small"
            buttonStyle="secondary"
            disabled={period.page <= 1}
            onClick={() => setPeriod({ ...period, page: period.page - 1 })}
          >
            {say.before}
          </Button>
          <span>{say.page.replace('{n}', String(period.page)).replace('{of}', String(pages))}</span>
          <Button
            size="small"
            buttonStyle="secondary"
            disabled={period.page >= pages}
            onClick={() => setPeriod({ ...period, page: period.page + 1 })}
          >
            {say.after}
          </Button>
        </nav>
      )}
    </>
  )
}
