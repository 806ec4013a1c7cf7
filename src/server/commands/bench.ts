import { withProductionConditions } from './productionConditions'
import { isQuick, sized } from './bench/size'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run bench -- <name> [arguments]

adventureworks <folder>  imports the bicycle maker's books into a database of its own and compares every figure with its oracle
clients                  1, 8 and 32 clients of one built server and of two on the same books: requests/s, times of reads and saves, processor time a request
credit                   an order checked for a customer with 100 and with 100,000 open documents, and the figures of its credit
excel                    200,000 rows as a workbook, as a ratio to ExcelJS's own streaming writer, with memory
facets                   lists of 200,000 orders with 1,000,000 lines by what is delivered, billed and paid, beside the unfiltered list and bare SQL
imports [rows] [kind …]   masters, openings and history of 40,000 rows each (or so many) taken in, as CSV and as workbooks: rows/s, processor time a row, memory
lists [orders]           a list of 1,000,000 orders (or so many): as it opens, searched by number, customer and item, filtered, added up, and what waits
forms [lines …]          the same order (of 10 and 50 lines) in the workbench and in the platform's own form, opened and typed in, in Chromium
memory                   a built server in each tenth of 10,000 saves of ten lines
latest-prices            an order of items never sold, amid 10,000 and amid 1,000,000 order lines: how a save grows with the history
reports [lines]          every report and every figure of the home page, as they open, on generated books of 10,000 order lines (or so many)
orders [lines …]         orders (of 10 and 50 lines) saved, approved, delivered and invoiced with all guards: time, CPU and statements, as ratios to one hand-written transaction of the rows of a save
stock                    issues and deliveries of 500 and 2,000 lines, availability of 1,000 keys, a save amid 1,000,000 stock entries
verify [lines]           the proof of the books and of the audit log, of 1,000,000 lines (or so many)
prices                   1,000 lines resolved against 200,000 price policies, as a ratio to the bare SQL that fetches the same candidates

--keep                   reports and verify: generated books stay in a database of their own and are asked again the next time
--quick                  a fiftieth of what is measured for the record: whether a bench still runs, while one works on it`)
withProductionConditions()
Object.assign(process.env, { NODE_ENV: 'production' }) // what is measured is what people work with
if (import.meta.filename.endsWith('.ts')) console.log('From its sources, as they are: for figures of what is built, `npm run build` first.')

const keep = process.argv.includes('--keep')
const [name = '', folder, ...further] = process.argv.slice(2).filter((word) => word !== '--keep' && word !== '--quick')

/** A number of lines, orders …, as it was given; without one what the bench measures for the record, or its fiftieth. */
function counted(given: string | undefined, otherwise: number): number {
  if (given === undefined) return sized(otherwise)
  const count = Number(given)
  if (!Number.isInteger(count) || count < 1) stopWith(`${given} is no number of anything: a whole number from 1 is wanted`)
  return count
}

/** Loaded when it is run: each starts what it needs and nothing else. */
const benches: Record<string, () => Promise<number>> = {
  adventureworks: async () => {
    if (!folder) return stopWith('Name the folder: npm run bench -- adventureworks <folder>')
    return (await import('./bench/adventureworks')).benchAdventureWorks(folder)
  },
  clients: async () => (await import('./bench/clients')).benchClients(),
  credit: async () => (await import('./bench/credit')).benchCredit(),
  excel: async () => (await import('./bench/excel')).benchExcel(),
  facets: async () => (await import('./bench/facets')).benchFacets(),
  forms: async () => {
    const sizes = folder === undefined ? (isQuick ? [10] : [10, 50]) : [folder, ...further].map((given) => counted(given, 50))
    return (await import('./bench/forms/forms')).benchForms(sizes)
  },
  'latest-prices': async () => (await import('./bench/latestPrices')).benchLatestPrices(),
  imports: async () => (await import('./bench/imports')).benchImports(counted(folder, 40_000), further),
  lists: async () => (await import('./bench/lists')).benchLists(counted(folder, 1_000_000)),
  orders: async () => {
    const sizes = folder === undefined ? [10, 50] : [folder, ...further].map((given) => counted(given, 10))
    return (await import('./bench/orders')).benchOrders(sizes)
  },
  memory: async () => (await import('./bench/memory')).benchMemory(),
  prices: async () => (await import('./bench/prices')).benchPrices(),
  reports: async () => (await import('./bench/reports')).benchReports({ lines: counted(folder, 10_000), keep }),
  stock: async () => (await import('./bench/stock')).benchStock(),
  verify: async () => (await import('./bench/verify')).benchVerify({ lines: counted(folder, 1_000_000), keep }),
}

const bench = benches[name]
if (!bench) stopWith(`Name a bench: ${Object.keys(benches).join(', ')}`)
else process.exit(await bench())
