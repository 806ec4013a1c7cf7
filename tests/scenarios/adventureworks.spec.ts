// More than 300 lines: the import is proven on one set of books, which takes its time to make.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'

import { orderExecutionQuery } from '@/reports/order-execution/query'
import { compareWithOracle } from '@/src/imports/adventureworks/compareWithOracle'
import { importAdventureWorks, type ImportResult } from '@/src/imports/adventureworks/importAdventureWorks'
import { inTransaction } from '@/src/db/transaction'
import { compareSalesAnalysis } from '@/src/server/commands/bench/compareSalesAnalysis'
import { verifyLedgers } from '@/src/questions/control/verifyLedgers'
import { describeProblem } from '@/src/imports/staging/describeProblem'
import type { Progress } from '@/src/imports/staging/progress'

import { oracleOfExtract } from '../fixtures/adventureworks/oracleOfExtract'
import { startApp, type TestApp } from '../support/app'
import { createTestDatabase } from '../support/database'
import { done } from '../support/story'

const extract = path.join(process.cwd(), 'tests/fixtures/adventureworks')
const silent: Progress = {
  phase: () => undefined,
  advance: () => undefined,
  share: () => undefined,
  note: () => undefined,
  end: () => undefined,
}
const folders: string[] = []

/** A folder with the extract's tables as .csv.gz, as the full data comes; `change` edits a table's text first. */
function sourceFolder(change: Record<string, (text: string) => string> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gendan-import-'))
  folders.push(folder)
  for (const file of readdirSync(extract).filter((name) => name.endsWith('.csv'))) {
    const text = readFileSync(path.join(extract, file), 'utf8')
    writeFileSync(path.join(folder, `${file}.gz`), gzipSync((change[file] ?? ((same) => same))(text)))
  }
  return folder
}

/** Replaces the cell of a column in the given physical line of a CSV text without quotes. */
const setCell =
  ({ line, column, value }: { line: number; column: string; value: string }) =>
  (text: string): string => {
    const lines = text.split('\n')
    const position = lines[0]!.split(',').indexOf(column)
    const cells = lines[line - 1]!.split(',')
    cells[position] = value
    lines[line - 1] = cells.join(',')
    return lines.join('\n')
  }

const tables = [
  'items',
  'customers',
  'orders',
  'orders_lines',
  'deliveries',
  'invoices_lines',
  'stock_entries',
  'progress_entries',
  'receivable_entries',
  'credit_entries',
  'audit_log',
]

async function countRows(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  )
  return rows[0]!
}

async function importInto({
  pool,
  folder,
  progress = silent,
}: {
  pool: pg.Pool
  folder: string
  progress?: Progress
}): Promise<ImportResult> {
  const client = await pool.connect()
  try {
    return await importAdventureWorks({ client, folder, progress })
  } finally {
    client.release()
  }
}

const undo: Array<() => Promise<void>> = []

/** Migrated books with nothing in them. */
async function freshBooks(): Promise<pg.Pool> {
  const database = await createTestDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 5 })
  // Connections are cut on purpose below.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  undo.push(async () => {
    await pool.end()
    await database.drop()
  })
  return pool
}

afterAll(async () => {
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }))
  for (const step of undo) await step()
})

describe('the books of a bicycle maker as opening data', () => {
  let app: TestApp
  let pool: pg.Pool
  let first: ImportResult

  beforeAll(async () => {
    app = await startApp()
    pool = new pg.Pool({ connectionString: app.database.url, max: 5 })
    undo.push(
      () => pool.end(),
      () => app.close(),
    )
    first = await importInto({ pool, folder: sourceFolder() })
  })

  test('all of it comes in', () => {
    expect(first).toMatchObject({
      outcome: 'imported',
      created: { departments: 10, 'sales people': 13, items: 108, customers: 54, orders: 60, 'order lines': 211 },
    })
  })

  test('books and sales analysis give every figure that the files give, to the cent', async () => {
    const client = await pool.connect()
    try {
      const comparisons = await compareWithOracle({ client, oracle: oracleOfExtract(extract) })
      expect(comparisons.flatMap(({ differences }) => differences)).toEqual([])
      expect(comparisons.reduce((sum, { figures }) => sum + figures, 0)).toBeGreaterThan(1000)
      const reported = await compareSalesAnalysis({ client, oracle: oracleOfExtract(extract) })
      expect(reported.flatMap(({ differences }) => differences)).toEqual([])
      // orders with freight add up to their headers
      const nobody = { from: undefined, to: undefined, stage: undefined, customer: [], salesperson: [], department: [] }
      const { text, values } = orderExecutionQuery({ params: nobody, scope: { kind: 'all' } })
      const { rows: executed } = await client.query(text, [...values])
      const { total_gross: gross, total_freight: freight, _expected: headers, _tolerance: tolerance } = executed[0]
      expect(Number(freight)).toBeGreaterThan(0)
      expect(Math.abs(Number(gross) - Number(headers))).toBeLessThanOrEqual(Number(tolerance))
    } finally {
      client.release()
    }
  })

  test('an order keeps its tax, freight, discount and total; its documents refer to its lines', async () => {
    const { rows } = await pool.query(
      `select o.status, o.opening, o.date::text, o.net_total::text as net, o.tax_total::text as tax, o.gross_total::text as gross, c.name as customer, u.name as salesperson, d.name as department,
         (select count(*)::int from orders_lines l join deliveries_lines s on s.order_line = l.id join invoices_lines i on i.delivery_line = s.id where l._parent_id = o.id) as billed,
         (select b.open_amount::text from receivable_balances b join invoices i on i.id = b.document_id where i.no = 'IN-' || o.no) as owed
       from orders o join customers c on c.id = o.customer_id join users u on u.id = o.salesperson_id join departments d on d.id = o.department_id where o.no = 'SO43659'`,
    )
    expect(rows).toEqual([
      {
        status: 'closed',
        opening: true,
        date: '2011-05-31',
        net: '20565.62',
        tax: '1971.51',
        gross: '23153.23',
        customer: 'Better Bike Shop',
        salesperson: 'Tsvi Reiter',
        department: 'Southeast',
        billed: 12,
        owed: '23153.23',
      },
    ])
  })

  test('cents on documents add up: lines to header, and tax to the source’s tax', async () => {
    const { rows } = await pool.query(
      `select o.no from orders o join orders_lines l on l._parent_id = o.id
       group by o.id having sum(l.net) <> o.net_total or sum(l.tax) <> o.tax_total or sum(l.gross) <> o.net_total + o.tax_total`,
    )
    expect(rows).toEqual([])
  })

  test('a second run changes nothing', async () => {
    const before = await countRows(pool)
    const again = await importInto({ pool, folder: sourceFolder() })
    expect(again.outcome === 'imported' && Object.values(again.created).every((rows) => rows === 0)).toBe(true)
    expect(await countRows(pool)).toEqual(before)
  })

  test('balances agree with the entries they are built from', async () => {
    const req = await createLocalReq({}, app.payload)
    expect(await inTransaction(req, () => verifyLedgers(req))).toEqual([])
  })

  test('entries say what the documents say: quantity and amount per line, the receivable with its freight', async () => {
    const owed = `round((select sum(l.base_gross) from invoices_lines l where l._parent_id = i.id) + i.freight * i.exchange_rate, 2)`
    const { rows: unpaired } = await pool.query(
      `select i.no from invoices i
       left join receivable_entries r on r.source_slug = 'invoices' and r.source_id = i.id
       left join credit_entries c on c.source_slug = 'invoices' and c.source_id = i.id and c.bucket = 'receivable' and c.object_id = i.customer_id
       where r.amount is distinct from ${owed} or c.amount is distinct from ${owed}`,
    )
    const { rows: unmoved } = await pool.query(
      `select l.id from orders_lines l join line_progress p on p.line_id = l.id
       where p.ordered <> l.qty or p.delivered <> l.qty or p.invoiced <> l.qty or p.invoiced_amount <> l.gross or p.delivered_amount <> l.gross`,
    )
    expect([unpaired, unmoved]).toEqual([[], []])
  })

  test('work goes on from there: history is read like any order, its invoice is paid, its item is sold at its price', async () => {
    const person = async (email: string): Promise<string> => {
      const roles = ['generalManager', 'salesManager', 'sales', 'finance', 'warehouse']
      const data = { email, password: 'Rivet-2026-ok', name: email, roles, dataScope: 'all', language: 'en' }
      await app.payload.create({ collection: 'users' as never, data: data as never, overrideAccess: true })
      return app.api.login(email, 'Rivet-2026-ok')
    }
    const [clerk, boss] = [await person('clerk@bikes.example'), await person('boss@bikes.example')]
    const find = async (slug: string, where: string) => done(await app.api.get(`/${slug}?${where}&depth=0`, { token: boss })).docs[0]

    const order = await find('orders', 'where[no][equals]=SO43659')
    expect(order).toMatchObject({
      date: '2011-05-31',
      netTotal: 20565.62,
      freight: 616.0984,
      deliveryStatus: 'full',
      billingStatus: 'full',
    })
    expect(order.lines[0]).toMatchObject({ price: 2024.994, deliveredQty: 1, invoicedQty: 1, openQty: 0 })

    const invoice = await find('invoices', 'where[no][equals]=IN-SO43659')
    const receipt = done(
      await app.api.post('/receipts', {
        token: clerk,
        body: { customer: invoice.customer, amount: 1000, currency: 'USD', method: 'transfer' },
      }),
    )
    done(await app.api.post(`/receipts/${receipt.id}/approve`, { token: boss, body: {} }))
    done(
      await app.api.post(`/receipts/${receipt.id}/allocate`, {
        token: boss,
        body: { allocations: [{ invoice: invoice.id, amount: 1000 }] },
      }),
    )
    expect(await find('invoices', 'where[no][equals]=IN-SO43659')).toMatchObject({ openAmount: 22153.23, settlement: 'partly' })

    const item = await find('items', 'where[code][equals]=BK-M18B-48')
    const body = { customer: invoice.customer, currency: 'USD', taxMode: 'exclusive', lines: [{ item: item.id, qty: 1 }] }
    expect(done(await app.api.post('/orders', { token: clerk, body })).lines[0]).toMatchObject({ price: item.listPrice, tax: 0 })
  })

  test('nothing of the staging is left behind', async () => {
    const { rows } = await pool.query(`select tablename from pg_tables where tablename like 'import%'`)
    expect(rows).toEqual([])
  })
})

describe('what cannot be taken in', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    pool = await freshBooks()
  })

  test('every bad row is named with file, line, column and reason, and nothing is imported', async () => {
    const folder = sourceFolder({
      'SalesOrderHeader.csv': setCell({ line: 3, column: 'OrderDate', value: '2013-02-30' }),
      'SalesOrderDetail.csv': (text) => setCell({ line: 9, column: 'OrderQty', value: 'two' })(`${text.trimEnd()}\n1,2\n`),
      'Customer.csv': setCell({ line: 4, column: 'TerritoryID', value: '77' }),
      'Product.csv': (text) => `${text.trimEnd()}\n${text.split('\n')[1]!}\n`,
      'ProductListPriceHistory.csv': setCell({ line: 2, column: 'EndDate', value: '2001-01-01' }),
    })
    rmSync(path.join(folder, 'Location.csv.gz'))
    const result = await importInto({ pool, folder })
    const told = result.outcome === 'refused' ? result.problems.map((problem) => describeProblem({ problem, language: 'en' })) : []
    expect(told).toEqual([
      'Location.csv.gz: the file is not in the folder [FILE_MISSING]',
      'SalesOrderHeader.csv.gz line 3 column OrderDate: "2013-02-30" is not a date YYYY-MM-DD [NOT_A_DATE]',
      'SalesOrderDetail.csv.gz line 9 column OrderQty: "two" is not a whole number [NOT_A_WHOLE_NUMBER]',
      'SalesOrderDetail.csv.gz line 213: 9 cells expected, 2 found [CELL_COUNT]',
      'Customer.csv.gz line 4 column TerritoryID: "77" is not in SalesTerritory [UNKNOWN_REFERENCE]',
      'Product.csv.gz line 110 column ProductID: "1" is already on line 2 [DUPLICATE_KEY]',
      'Product.csv.gz line 110 column ProductNumber: "AR-5381" is already on line 2 [DUPLICATE_KEY]',
      expect.stringMatching(/^ProductListPriceHistory.csv.gz line 2 column EndDate: 2001-01-01 is before StartDate/),
    ])
    expect(Object.values(await countRows(pool)).every((rows) => rows === 0)).toBe(true)
    expect((await pool.query(`select tablename from pg_tables where tablename like 'import%'`)).rows).toEqual([])
  })

  test('figures that contradict each other are not booked', async () => {
    const result = await importInto({
      pool,
      folder: sourceFolder({
        'SalesOrderHeader.csv': setCell({ line: 2, column: 'TotalDue', value: '23153.2338' }),
        'SalesOrderDetail.csv': setCell({ line: 2, column: 'LineTotal', value: '2024.994001' }),
      }),
    })
    expect(result.outcome === 'refused' ? result.problems.map(({ file, line, code }) => [file, line, code]) : result).toEqual([
      ['SalesOrderHeader.csv.gz', 2, 'TOTAL_DIFFERS'],
      ['SalesOrderDetail.csv.gz', 2, 'LINE_TOTAL_DIFFERS'],
    ])
  })

  test('a torn archive is the file’s fault and is said so', async () => {
    const folder = sourceFolder()
    const file = path.join(folder, 'SalesOrderDetail.csv.gz')
    writeFileSync(file, readFileSync(file).subarray(0, 2000))
    const result = await importInto({ pool, folder })
    expect(result.outcome === 'refused' ? result.problems.map(({ file: name, code }) => [name, code]) : result).toEqual([
      ['SalesOrderDetail.csv.gz', 'FILE_UNREADABLE'],
    ])
  })
})

test('a connection lost while the books are written leaves nothing; the next run goes on from the staged tables', async () => {
  const pool = await freshBooks()
  const folder = sourceFolder()
  const killer: Progress = {
    ...silent,
    phase: ({ name }) => {
      if (name === 'Writing the books')
        void pool.query(
          `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
        )
    },
  }
  await expect(importInto({ pool, folder, progress: killer })).rejects.toThrow()
  expect(Object.values(await countRows(pool)).every((rows) => rows === 0)).toBe(true)

  const phases: string[] = []
  const staged = await pool.query<{ tables: number }>(`select count(*)::int as tables from import_aw_manifest`)
  const result = await importInto({ pool, folder, progress: { ...silent, phase: ({ name }) => phases.push(name) } })
  expect(staged.rows[0]?.tables).toBe(22)
  expect(result).toMatchObject({ outcome: 'imported', created: { orders: 60 } })
  expect(phases).toContain('Committing')
})

test('two imports at once: one works, the other is told', async () => {
  const pool = await freshBooks()
  const folder = sourceFolder()
  const outcomes = await Promise.all([importInto({ pool, folder }), importInto({ pool, folder })])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'imported'])
})

test('books in another currency with documents in them are left alone', async () => {
  const pool = await freshBooks()
  await pool.query(`insert into warehouses (code, name, kind) values ('W1', '成品仓', 'goods')`)
  await pool.query(
    `insert into stock_receipts (no, date, status, kind, warehouse_id) select 'SR1', '2026-11-01', 'draft', 'other', id from warehouses`,
  )
  const result = await importInto({ pool, folder: sourceFolder() })
  expect(result).toEqual({ outcome: 'otherCurrency', baseCurrency: 'CNY' })
  expect((await countRows(pool)).orders).toBe(0)
})
