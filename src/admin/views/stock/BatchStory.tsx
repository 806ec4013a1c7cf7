'use client'

import { DocumentCell } from './DocumentCell'
import { useAnswer } from './useAnswer'
import { quantity, wordsIn } from './words'

type Move = { slug: string; id: number; no: string | null; date: string; warehouseCode: string; qty: number; customerName: string | null }
type Story = {
  sources: Move[]
  deliveries: Move[]
  returns: Move[]
  customers: { customer: number; code: string | null; name: string | null; qty: number }[]
  onHand: { item: number; warehouse: number; warehouseCode: string; qty: number }[]
}
type Props = { api: string; admin: string; language: 'zh' | 'en'; item: string; batchNo: string }

/** 批次追溯: where a batch came from, where it lies, which deliveries and customers it went to, what came back. */
export const BatchStory = ({ api, admin, language, item, batchNo }: Props) => {
  const say = wordsIn(language)
  const { answer, failed } = useAnswer<Story>({ url: `${api}/batches/${encodeURIComponent(batchNo)}/trace?item=${item}`, language })
  if (failed) return <p role="alert">{failed}</p>
  if (!answer) return null
  return (
    <div className="stock__story">
      <section>
        <h3>{say.customers}</h3>
        {answer.customers.length === 0 && <p>{say.none}</p>}
        <ul>
          {answer.customers.map((row) => (
            <li key={row.customer}>
              {row.code} {row.name} <b>{quantity(row.qty)}</b>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{say.where}</h3>
        {answer.onHand.length === 0 && <p>{say.none}</p>}
        <ul>
          {answer.onHand.map((row) => (
            <li key={row.warehouse}>
              {row.warehouseCode} <b>{quantity(row.qty)}</b>
            </li>
          ))}
        </ul>
      </section>
      {(['sources', 'deliveries', 'returns'] as const).map((part) => (
        <section key={part} className="stock__wide">
          <h3>{say[part]}</h3>
          {answer[part].length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <div className="table report__table">
              <table>
                <tbody>
                  {answer[part].map((move) => (
                    <tr key={`${move.slug}${move.id}${move.warehouseCode}`}>
                      <td>{move.date}</td>
                      <DocumentCell admin={admin} language={language} slug={move.slug} id={move.id} no={move.no} visible />
                      <td>{move.customerName}</td>
                      <td>{move.warehouseCode}</td>
                      <td className="report__figure">{quantity(Math.abs(move.qty))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
      ))}
    </div>
  )
}
