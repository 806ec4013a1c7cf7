import { chance } from '../movingHouses/house'
import { type Cells, type Leaving, nothingSold, sell, table, workbook } from './leaving'

/** QuickBooks: no codes, a report of sales with the customer above his rows, a running balance, a total below each; what is owed by how late it is. */
export async function quickBooks(): Promise<Leaving> {
  const { upTo } = chance(3)
  const sold = nothingSold()
  const customers = ["Amy's Bird Sanctuary", "Bill's Windsurf Shop", 'Cool Cars'] as const
  const goods = ['Design', 'Gardening', 'Rocks'] as const
  const rows: Cells[] = [
    ['Rivet Works LLC'],
    ['Sales by Customer Detail'],
    ['January - June 2025'],
    [],
    ['', 'Date', 'Transaction Type', 'Num', 'Product/Service', 'Memo/Description', 'Qty', 'Sales Price', 'Amount', 'Balance'],
  ]
  let [all, num] = [0, 31000]
  for (const customer of customers) {
    rows.push([customer])
    let balance = 0
    for (let n = 0; n < 5; n += 1) {
      const isBack = n === 3
      const [qty, price, item] = [isBack ? -1 : 1 + upTo(9), 1500 + upTo(8000), goods[n % 3] ?? goods[0]]
      balance += qty * price
      if (n % 2 === 0 || isBack) num += 1
      rows.push([
        '',
        `0${String(1 + Math.floor(n / 2))}/2${String(Math.floor(n / 2))}/2025`,
        isBack ? 'Credit Memo' : 'Invoice',
        String(num),
        item,
        'as agreed',
        qty,
        price / 100,
        (qty * price) / 100,
        balance / 100,
      ])
      sell(sold, { customer, item, month: `2025-0${String(1 + Math.floor(n / 2))}` }, qty * price)
      if (isBack) num += 1
    }
    rows.push([`Total for ${customer}`, '', '', '', '', '', '', '', balance / 100])
    all += balance
  }
  rows.push(['TOTAL', '', '', '', '', '', '', '', all / 100], [], ['Saturday, Nov 30, 2026 10:12:33 AM GMT-8 - Accrual Basis'])
  const owing = table([
    ['A/R Ageing Summary'],
    ['As of June 30, 2025'],
    [''],
    ['', 'Current', '1 - 30', '31 - 60', '61 - 90', '91 and over', 'Total'],
    [customers[0], '', '100.00', '', '', '', '100.00'],
    [customers[1], '85.00', '', '', '239.00', '', '324.00'],
    [customers[2], '1,200.50', '', '-50.00', '', '77.77', '1,228.27'],
    ['TOTAL', '1,285.50', '100.00', '-50.00', '239.00', '77.77', '1,652.27'],
  ])
  return {
    name: 'QuickBooks',
    steps: [
      {
        kind: 'customers',
        file: table([
          ['Customer full name', 'Phone', 'Email', 'Bill address', 'Open balance'],
          ...customers.map((name) => [name, '', '', '', '100.00']),
        ]),
      },
      {
        kind: 'items',
        file: table([['Product/Service', 'Type', 'Sales price', 'Qty on hand'], ...goods.map((name) => [name, 'Service', '10', ''])]),
      },
      {
        kind: 'sales-history',
        file: await workbook('Sheet1', rows, ['A1:J1', 'A2:J2', 'A3:J3']),
        answers: { taxMode: 'exclusive', 'empty.taxRate': '0' },
      },
      { kind: 'opening-receivables', file: owing },
    ],
    sold,
    owed: { [customers[0]]: 10000, [customers[1]]: 32400, [customers[2]]: 122827 },
    asOf: '2025-06-30',
    stock: {},
  }
}
