'use client'

import type { OnHandRow } from '@/src/questions/stock/stockScreen'

import { Heads } from '../../components/Heads'
import { money, quantity, type Say } from './words'

const figures = ['onHand', 'frozen', 'reserved', 'expectedIn', 'available'] as const

/** One row per item, warehouse and batch; a shortage is red; the code opens what stands behind the row. */
export const StockTable = ({
  rows,
  say,
  seesValue,
  onOpen,
}: {
  rows: readonly OnHandRow[]
  say: Say
  seesValue: boolean
  onOpen: (row: OnHandRow) => void
}) => (
  <div className="table report__table">
    <table>
      <Heads
        titles={[say.item, say.name, say.specification, say.category, say.warehouse, say.batch, say.unit]}
        figures={[...figures.map((key) => say[key]), ...(seesValue ? [say.value] : [])]}
      />
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.item}|${row.warehouse}|${row.batchNo}`} className="report__row--open" onClick={() => onOpen(row)}>
            <td>
              <button type="button" className="report__drill">
                {row.itemCode}
              </button>
            </td>
            <td>{row.itemName}</td>
            <td>{row.specification}</td>
            <td>{row.category}</td>
            <td>{row.warehouse === null ? say.anyWarehouse : `${row.warehouseCode} ${row.warehouseName}`}</td>
            <td>{row.batchNo}</td>
            <td>{row.unit}</td>
            {figures.map((key) => (
              <td key={key} className={`report__figure${row[key] < 0 ? ' report__figure--negative' : ''}`}>
                {row[key] === 0 && key !== 'available' && key !== 'onHand' ? '' : quantity(row[key])}
              </td>
            ))}
            {seesValue && <td className="report__figure">{money(row.value ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
