import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'

import { startApp, type TestApp } from '../support/app'
import { done, type Factory, openFactory } from '../support/story'

let app: TestApp
let f: Factory
let books: pg.Pool

beforeAll(async () => {
  app = await startApp()
  f = await openFactory(app)
  books = new pg.Pool({ connectionString: app.database.url })
})
afterAll(async () => {
  await books.end()
  await app.close()
})

type Shape = {
  set: string
  customers: readonly string[]
  items: readonly string[]
  rows: readonly string[]
  answers: Readonly<Record<string, string>>
  asked: readonly string[]
  net: string
  gross: string
}

const send = async (kind: string, rows: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const body = new FormData()
  body.append('file', new Blob([rows.join('\r\n')]), 'file.csv')
  for (const [name, value] of Object.entries(more)) body.append(name, value)
  return done(await app.api.post(`/import/${kind}`, { token: f.admin.token, body }))
}

/** A few rows as each set has them: what it asks, and what it comes to, line by line, to the cent. */
const shapes: readonly Shape[] = [
  {
    set: 'a superstore: months first, times of nought, discounts as shares, amounts with four decimals that are not quantity × price',
    customers: ['CG-12520', 'SO-20335'],
    items: ['FUR-BO-1', 'FUR-TA-1'],
    rows: [
      'Row ID,Order ID,Order Date,Customer ID,Customer Name,Country,City,Region,Product ID,Category,Sales,Quantity,Discount',
      '1,CA-2016-1,11/8/2016 0:00,CG-12520,Claire,United States,Henderson,South,FUR-BO-1,Furniture,261.96,2,0',
      '2,CA-2016-1,11/8/2016 0:00,CG-12520,Claire,United States,Henderson,South,FUR-TA-1,Furniture,731.94,3,0.2',
      '3,US-2017-2,1/30/2017 0:00,SO-20335,Sean,United States,Fort Lauderdale,South,FUR-TA-1,Furniture,957.5775,5,0.45',
    ],
    answers: { 'rates.discountRate': 'share', round: 'yes' },
    asked: ['rates'],
    net: '1951.48',
    gross: '1951.48',
  },
  {
    set: 'online retail: cancelled ones with a C, rows without a customer, free lines, prices by the minute',
    customers: ['17850', '14527', 'WALK-IN'],
    items: ['85123A', 'D', '21773'],
    rows: [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536365,85123A,HOLDER,6,12/1/2010 8:26,2.55,17850,United Kingdom',
      '536365,21773,FREE,1,12/1/2010 8:26,0,17850,United Kingdom',
      'C536379,D,Discount,-1,12/1/2010 9:41,27.5,14527,United Kingdom',
      '536544,21773,ROOM,3,12/1/2010 14:32,2.51,,United Kingdom',
    ],
    answers: { dates: 'mdy', 'empty.customer': 'WALK-IN' },
    asked: ['dates'],
    net: '-4.67',
    gross: '-4.67',
  },
  {
    set: 'Northwind: freight of the order in each of its rows, thousandths of a second, discounts as shares',
    customers: ['VINET', 'HANAR'],
    items: ['11', '51', '65'],
    rows: [
      'OrderID,CustomerID,OrderDate,Freight,ProductID,UnitPrice,Quantity,Discount',
      '10248,VINET,1996-07-04 00:00:00.000,32.38,11,14.0000,12,0',
      '10250,HANAR,1996-07-08 00:00:00.000,65.83,51,42.4000,35,0.15',
      '10250,HANAR,1996-07-08 00:00:00.000,65.83,65,16.8000,15,0.15',
    ],
    answers: { 'rates.discountRate': 'share' },
    asked: ['rates'],
    net: '1643.60',
    gross: '1741.81',
  },
  {
    set: 'Contoso: a currency and its rate in each row, prices with four decimals, headings called keys',
    customers: ['1001'],
    items: ['1', '2'],
    rows: [
      'Order Number,Line Number,Order Date,CustomerKey,ProductKey,Quantity,Unit Price,Currency Code,Exchange Rate',
      '366000,0,2021-05-01,1001,1,3,19.9975,EUR,7.8125',
      '366000,1,2021-05-01,1001,2,1,0.3333,EUR,7.8125',
    ],
    answers: {},
    asked: [],
    net: '60.32',
    gross: '60.32',
  },
]

test.each(shapes)('$set', async ({ customers, items, rows, answers, asked, net, gross }) => {
  await send('customers', ['code,name', ...customers.map((code) => `${code},Party`)])
  await send('items', ['code,name,taxRate', ...items.map((code) => `${code},Goods ${code},0%`)])
  const before = await send('sales-history', rows, { ...answers, 'rates.discountRate': '', dates: '', round: '', dryRun: 'true' })
  expect(before.questions.map((question) => question['ask'])).toEqual(asked)
  const report = await send('sales-history', rows, { taxMode: 'exclusive', ...answers })
  expect([report.errors, report.rows]).toEqual([[], rows.length - 1])
  expect(await send('sales-history', rows, { taxMode: 'exclusive', ...answers })).toMatchObject({ created: 0, errors: [] })
  const { rows: told } = await books.query<{ net: string; gross: string }>(
    `select sum(case when kind::text = 'creditNote' then -net_total else net_total end)::numeric(18,2)::text as net,
       sum(case when kind::text = 'creditNote' then -gross_total else gross_total end)::numeric(18,2)::text as gross
     from invoices where opening and customer_id in (select id from customers where code = any($1))`,
    [customers],
  )
  expect(told[0]).toEqual({ net, gross })
})
