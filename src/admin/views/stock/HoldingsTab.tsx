'use client'

import { Heads } from '../../components/Heads'
import { DocumentCell } from './DocumentCell'
import { useAnswer } from './useAnswer'
import { quantity, wordsIn } from './words'

export type TabProps = { api: string; admin: string; language: 'zh' | 'en'; query: string }
type Row = {
  account: 'reserved' | 'frozen' | 'expectedIn' | 'expectedTransfers' | 'expectedInspection'
  slug: string
  document: number
  no: string | null
  customer: string | null
  visible: boolean
  warehouse: number | null
  warehouseCode: string | null
  batchNo: string | null
  due: string | null
  qty: number
}

/** 谁占用: the documents behind what is reserved, frozen and expected, in groups with their sums. */
export const HoldingsTab = ({ api, admin, language, query }: TabProps) => {
  const say = wordsIn(language)
  const { answer, failed } = useAnswer<{ rows: Row[] }>({ url: `${api}/stock/holdings?${query}`, language })
  if (failed) return <p role="alert">{failed}</p>
  if (!answer) return null
  if (answer.rows.length === 0) return <p className="report__note">{say.none}</p>
  const accounts = [...new Set(answer.rows.map(({ account }) => account))]
  return (
    <div className="table report__table">
      <table>
        <Heads titles={[say.document, say.customer, say.warehouse, say.batch, say.due]} figures={[say.qty]} />
        {accounts.map((account) => {
          const rows = answer.rows.filter((row) => row.account === account)
          return (
            <tbody key={account}>
              <tr className="stock__group">
                <th colSpan={5} scope="rowgroup">
                  {say[account]}
                </th>
                <td className="report__figure">{quantity(rows.reduce((sum, { qty }) => sum + qty, 0))}</td>
              </tr>
              {rows.map((row, at) => (
                <tr key={at}>
                  <DocumentCell admin={admin} language={language} slug={row.slug} id={row.document} no={row.no} visible={row.visible} />
                  <td>{row.customer}</td>
                  <td>{row.warehouse === null ? say.anyWarehouse : row.warehouseCode}</td>
                  <td>{row.batchNo}</td>
                  <td>{row.due}</td>
                  <td className="report__figure">{quantity(row.qty)}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
