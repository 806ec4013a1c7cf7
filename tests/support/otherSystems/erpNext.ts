import { chance, plain, two } from '../movingHouses/house'
import { type Cells, type Leaving, nothingSold, sell, table } from './leaving'

/** ERPNext: its data export, with the rows of a child table below the document whose own fields stand in the first one only. */
export function erpNext(): Leaving {
  const { upTo } = chance(2)
  const sold = nothingSold()
  const headings = [
    ...[
      'ID',
      'Series',
      'Customer',
      'Customer Name',
      'Date',
      'Posting Time',
      'Payment Due Date',
      'Currency',
      'Exchange Rate',
      'Is Return (Credit Note)',
      'Status',
    ],
    ...[
      'Net Total',
      'Total Taxes and Charges',
      'Grand Total',
      'Outstanding Amount',
      'ID (Items)',
      'Item (Items)',
      'Item Name (Items)',
      'Quantity (Items)',
    ],
    ...['UOM (Items)', 'Rate (Items)', 'Amount (Items)', 'Warehouse (Items)'],
  ]
  const rows: Cells[] = [headings]
  for (let n = 0; n < 9; n += 1) {
    const sign = n === 5 ? -1 : 1
    const customer = `Grant Plastics ${String(n % 3)}`
    const [date, month] = [`2025-0${String(1 + (n % 4))}-1${String(n)}`, `2025-0${String(1 + (n % 4))}`]
    const own = Array.from({ length: 1 + (n % 3) }, (_, line) => ({
      item: `ES${String((n + line) % 5)}`,
      qty: sign * (1 + upTo(20)),
      price: 250 + upTo(900),
    }))
    const net = plain(own.reduce((sum, { qty, price }) => sum + qty * price, 0))
    const status = n === 6 ? 'Cancelled' : sign < 0 ? 'Return' : n === 7 ? 'Overdue' : 'Paid'
    own.forEach(({ item, qty, price }, line) => {
      const head: Cells = [
        ...[
          `ACC-SINV-2025-000${two(n)}`,
          'ACC-SINV-.YYYY.-',
          customer,
          customer,
          date,
          '11:22:33.123456',
          '2025-12-31',
          'CNY',
          '1.0',
          sign < 0 ? 1 : 0,
          status,
        ],
        ...[net, '0.0', net, '0.0'],
      ]
      rows.push([
        ...(line === 0 ? head : head.map(() => '')),
        ...[`row${String(n)}${String(line)}`, item, `Sku ${item}`, qty, 'Nos', plain(price), plain(qty * price), 'Stores - GP'],
      ])
      if (n !== 6) sell(sold, { customer, item, month }, qty * price)
    })
  }
  const customers = table([
    [
      'ID',
      'Customer Name',
      'Customer Type',
      'Customer Group',
      'Territory',
      'Disabled',
      'Default Currency',
      'Tax ID',
      'Payment Terms Template',
    ],
    ...[0, 1, 2].map((n) => [
      `Grant Plastics ${String(n)}`,
      `Grant Plastics ${String(n)}`,
      'Company',
      '',
      'All Territories',
      0,
      'CNY',
      '',
      '',
    ]),
  ])
  const items = table([
    [
      'ID',
      'Item Code',
      'Item Name',
      'Item Group',
      'Default Unit of Measure',
      'Disabled',
      'Has Batch No',
      'Standard Selling Rate',
      'Description',
    ],
    ...[0, 1, 2, 3, 4].map((n) => [
      `ES${String(n)}`,
      `ES${String(n)}`,
      `Sku ES${String(n)}`,
      '',
      'Nos',
      0,
      n === 1 ? 1 : 0,
      '12.50',
      '<div>good</div>',
    ]),
  ])
  const stock = table([
    ['Item', 'Item Name', 'Item Group', 'Warehouse', 'Balance Qty', 'Balance Value', 'Valuation Rate', 'Batch', 'Expiry Date'],
    ['ES0', 'Sku ES0', '', 'Stores - GP', 10, '125.00', '12.5', '', ''],
    ['ES1', 'Sku ES1', '', 'Stores - GP', '2.5', '10.00', '4', 'B-1', '2027-01-31'],
    ['ES2', 'Sku ES2', '', 'Stores - GP', 0, 0, 0, '', ''],
  ])
  return {
    name: 'ERPNext',
    steps: [
      { kind: 'customers', file: customers },
      { kind: 'items', file: items },
      { kind: 'warehouses', file: 'name\nStores - GP' },
      { kind: 'sales-history', file: table(rows), answers: { taxMode: 'exclusive', 'empty.taxRate': '0' } },
      { kind: 'opening-stock', file: stock },
    ],
    sold,
    owed: {},
    asOf: '2025-12-31',
    stock: { ES0: 12500, ES1: 1000 },
  }
}
