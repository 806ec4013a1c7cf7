'use client'

import { money, quantity, type Say } from './words'

export type OnHandRow = {
  item: number
  itemCode: string
  itemName: string
  specification: string | null
  unit: string
  category: string | null
  warehouse: number | null
  warehouseCode: string | null
  warehouseName: string | null
  batchNo: string | null
  onHand: number
  frozen: number
  reserved: number
  expectedIn: number
  available: number
  value?: number
}

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
      <thead>
        <tr>
          {[say.item, say.name, say.specification, say.category, say.warehouse, say.batch, say.unit].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          {figures.map((key) => (
            <th key={key} scope="col" className="report__figure">
              {say[key]}
            </th>
          ))}
          {seesValue && (
            <th scope="col" className="report__figure">
              {say.value}
            </th>
          )}
        </tr>
      </thead>
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
