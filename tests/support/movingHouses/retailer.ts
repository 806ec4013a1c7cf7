import { add, chance, type House, noSums, plain, type Row, rounded, type Sums, two } from './house'

/** A retailer in three currencies: rates of each month, freight, discounts in percent, returns, goods that are discontinued. */
export function retailer(): House {
  const { upTo, of } = chance(47)
  const sold = noSums()
  const [owed, open]: [Sums, Sums] = [{}, {}]
  const currencies = ['USD', 'EUR', 'GBP'] as const
  /** ten-thousandths of the books' currency */
  const rate = (currency: string, month: number): number => ({ USD: 70000, EUR: 78000, GBP: 91000 })[currency]! + month * 137
  const rates = currencies.flatMap((currency) =>
    Array.from({ length: 12 }, (_, month) => ({
      'Currency *': currency,
      'From *': `2025-${two(month + 1)}-01`,
      'Rate *': (rate(currency, month) / 10000).toFixed(4),
    })),
  )
  const customers = Array.from({ length: 9 }, (_, n) => ({
    code: `CT-${String(n)}`,
    currency: currencies[n % 3]!,
    region: of(['North America', 'Europe', 'Asia']),
  }))
  const items = Array.from({ length: 12 }, (_, n) => ({
    code: `CT-P${String(n)}`,
    group: of(['Audio', 'Cameras']),
    price: 999 + upTo(90000),
    gone: n > 9,
  }))
  const history: Row[] = []
  const receivables: Row[] = []
  for (let n = 0; n < 36; n += 1) {
    const customer = customers[n % 9]!
    const month = (n * 7) % 12
    const date = `2025-${two(month + 1)}-${two(1 + (n % 28))}`
    const at = rate(customer.currency, month)
    const back = n % 8 === 7
    let [total, worth] = [0, 0]
    for (let line = 0; line < 1 + (n % 4); line += 1) {
      const item = items[(n + line * 5) % 12]!
      const qty = (back ? -1 : 1) * (1 + upTo(9))
      const off = of([0, 5, 10, 15])
      const net = rounded(qty * item.price * (100 - off), 100)
      const base = rounded(net * at, 10000)
      total += net
      worth += base
      history.push({
        'No. *': `CT${String(5000 + n)}`,
        'Customer *': customer.code,
        'Date *': date,
        Currency: customer.currency,
        Region: customer.region,
        Freight: n % 4 === 0 && !back ? '12.50' : '',
        'Item *': item.code,
        'Quantity *': qty,
        Price: plain(item.price),
        Discount: `${String(off)}%`,
      })
      add(sold.customer, customer.code, base)
      add(sold.item, item.code, base)
      add(sold.month, date.slice(0, 7), base)
      add(sold.region, customer.region, base)
      add(sold.itemCategory, item.group, base)
    }
    if (n % 5 !== 0) continue
    const billed = total
    // what is owed is owed with freight
    if (n % 4 === 0 && !back) total += 1250
    const left = n % 2 === 0 ? total : rounded(total, 4)
    receivables.push({
      'No. *': `CT${String(5000 + n)}`,
      'Customer *': customer.code,
      'Date *': date,
      'Due date': '2026-03-31',
      'Amount *': plain(total),
      'Open amount': plain(left),
      Currency: customer.currency,
    })
    // of what nothing was paid all of its lines is owed, each in the books' currency
    add(owed, customer.code, left === total ? worth + (total === billed ? 0 : rounded(1250 * at, 10000)) : rounded(left * at, 10000))
  }
  // an advance in the customer's own currency, at a rate of its own
  receivables.push({
    'No. *': 'CT-ADV',
    'Customer *': 'CT-1',
    'Date *': '2025-12-20',
    'Amount *': '-1000.00',
    Currency: 'EUR',
    'Exchange rate': '7.5',
  })
  add(owed, 'CT-1', -750000)
  const orders: Row[] = customers.slice(0, 4).map((customer, n) => {
    add(open, customer.code, 0)
    return {
      'No. *': `CT-O${String(n)}`,
      'Customer *': customer.code,
      'Date *': '2025-12-15',
      Currency: customer.currency,
      'Item *': items[n]!.code,
      'Quantity *': 5,
      Price: plain(items[n]!.price),
      'Delivered quantity': 2,
      'Invoiced quantity': 1,
    }
  })
  for (const [n, customer] of customers.slice(0, 4).entries())
    add(open, customer.code, rounded(3 * items[n]!.price * rate(customer.currency, 11), 10000))
  return {
    name: 'a retailer in three currencies',
    prefix: 'CT',
    sold: { ...sold, salesperson: {} },
    owed,
    open,
    stock: {},
    files: [
      { kind: 'exchange-rates', language: 'en', rows: rates },
      {
        kind: 'customers',
        language: 'en',
        rows: customers.map(({ code, currency, region }) => ({
          'Customer code *': code,
          'Customer name *': `Customer ${code}`,
          Currency: currency,
          Region: region,
          'Tax mode': 'Tax exclusive',
        })),
      },
      { kind: 'item-categories', language: 'en', rows: ['Audio', 'Cameras'].map((name) => ({ 'Name *': name })) },
      {
        kind: 'items',
        language: 'en',
        rows: items.map(({ code, group, price, gone }) => ({
          'Item code *': code,
          'Item name *': `Product ${code}`,
          Category: group,
          'Stock unit': 'PCS',
          'Tax rate %': '0%',
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
