import { add, chance, dayOf, type House, noSums, plain, type Row, type Sums } from './house'

/** Scale models: a shop in one currency without tax, people who left, orders cancelled and on hold, payments against some invoices. */
export function scaleModels(): House {
  const { upTo, of } = chance(1702)
  const sold = noSums()
  const [owed, open]: [Sums, Sums] = [{}, {}]
  const regions = ['NA', 'EMEA', 'APAC', 'Japan'] as const
  const people = ['Diane Murphy', 'Gerard Bondur', 'Leslie Thompson', 'Foon Yue Tseng'] as const
  const customers = Array.from({ length: 12 }, (_, n) => ({
    code: `CM${String(100 + n)}`,
    name: n === 3 ? 'Total' : `Gift Shop ${String(n)}, Inc.`,
    region: of(regions),
    person: of(people),
  }))
  const lines = ['Classic Cars', 'Planes', 'Ships'] as const
  const items = Array.from({ length: 15 }, (_, n) => ({
    code: `CM_S10_${String(1000 + n)}`,
    line: of(lines),
    price: 1500 + upTo(18000),
    gone: n % 5 === 4,
  }))
  const history: Row[] = []
  const receivables: Row[] = []
  for (let n = 0; n < 40; n += 1) {
    const customer = of([customers[n % 12]!, customers[upTo(12)]!])
    const date = dayOf(2024 + (n % 2), n * 5)
    const cancelled = n % 13 === 12
    let total = 0
    for (let line = 0; line < 1 + (n % 5); line += 1) {
      const item = items[(n + line * 4) % 15]!
      const qty = (n % 9 === 8 ? -1 : 1) * (20 + upTo(50))
      const price = item.price - upTo(300)
      total += qty * price
      history.push({
        'No. *': `CM-${String(10100 + n)}`,
        'Customer *': customer.code,
        'Date *': date,
        Cancelled: cancelled ? 'Cancelled' : 'Shipped',
        Salesperson: customer.person,
        Region: customer.region,
        'Item *': item.code,
        'Quantity *': qty,
        Price: plain(price),
        'Unit cost': plain(Math.floor(price / 2)),
      })
      if (cancelled) continue
      add(sold.customer, customer.code, qty * price)
      add(sold.item, item.code, qty * price)
      add(sold.month, date.slice(0, 7), qty * price)
      add(sold.region, customer.region, qty * price)
      add(sold.itemCategory, item.line, qty * price)
      add(sold.salesperson, customer.person, qty * price)
    }
    if (cancelled || n % 3 !== 0) continue
    const left = n % 2 === 0 ? total : Math.sign(total) * Math.floor(Math.abs(total) / 3)
    receivables.push({
      'No. *': `CM-${String(10100 + n)}`,
      'Customer *': customer.name,
      'Date *': date,
      'Due date': dayOf(2026, n),
      'Amount *': plain(total),
      'Open amount': plain(left),
    })
    add(owed, customer.code, left)
  }
  const orders: Row[] = []
  for (let n = 0; n < 8; n += 1) {
    const customer = customers[n]!
    for (let line = 0; line < 2; line += 1) {
      const item = items[(n * 2 + line) % 15]!
      const qty = 10 + upTo(40)
      const delivered = line === 0 ? upTo(10) : 0
      orders.push({
        'No. *': `CM-O${String(n)}`,
        'Customer *': customer.code,
        'Date *': dayOf(2026, n),
        'Item *': item.code,
        'Quantity *': qty,
        Price: plain(item.price),
        'Delivered quantity': delivered,
        'Invoiced quantity': delivered,
        'Delivery date': '2027-02-01',
      })
      add(open, customer.code, (qty - delivered) * item.price)
    }
  }
  return {
    name: 'scale models',
    prefix: 'CM',
    sold,
    owed,
    open,
    stock: {},
    files: [
      { kind: 'departments', language: 'en', rows: ['San Francisco', 'Paris'].map((name) => ({ 'Name *': name })) },
      {
        kind: 'users',
        language: 'en',
        rows: people.map((name, n) => ({
          'Name *': name,
          Roles: 'Salesperson',
          Department: n < 2 ? 'Paris' : 'San Francisco',
          Disabled: n === 3 ? 'yes' : 'no',
        })),
      },
      {
        kind: 'customers',
        language: 'en',
        rows: customers.map(({ code, name, region, person }) => ({
          'Customer code *': code,
          'Customer name *': name,
          Salesperson: person,
          Region: region,
          'Tax mode': 'Tax exclusive',
          'Credit limit': '21,000.00',
        })),
      },
      { kind: 'item-categories', language: 'en', rows: lines.map((name) => ({ 'Name *': name })) },
      {
        kind: 'items',
        language: 'en',
        rows: items.map(({ code, line, price, gone }) => ({
          'Item code *': code,
          'Item name *': `Model ${code}`,
          Category: line,
          'Stock unit': 'PCS',
          'Tax rate %': 'exempt',
          'List price': plain(price),
          Active: gone ? 'no' : 'yes',
        })),
      },
      { kind: 'sales-history', language: 'en', rows: history },
      { kind: 'opening-receivables', language: 'en', rows: receivables },
      { kind: 'opening-orders', language: 'en', rows: orders },
    ],
  }
}
