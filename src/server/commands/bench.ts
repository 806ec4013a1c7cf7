import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'

helpWanted(`npm run bench -- <name> [arguments]

adventureworks <folder>  imports the bicycle maker's books into a database of its own and compares every figure with its oracle
credit                   an order checked for a customer with 100 and with 100,000 open documents, and the figures of its credit
excel                    200,000 rows as a workbook, as a ratio to ExcelJS's own streaming writer, with memory
facets                   lists of 200,000 orders with 1,000,000 lines by what is delivered, billed and paid, beside the unfiltered list and bare SQL
lists [orders]           a list of 1,000,000 orders (or so many): as it opens, searched by number, customer and item, filtered, added up, and what waits
latest-prices            an order of items never sold, amid 10,000 and amid 1,000,000 order lines: how a save grows with the history
reports [lines]          every report and every figure of the home page, as they open, on generated books of 10,000 order lines (or so many)
orders [lines …]         orders (of 10 and 50 lines) saved and approved with all guards: time, CPU and statements, as ratios to one hand-written transaction of the same rows
stock                    issues and deliveries of 500 and 2,000 lines, availability of 1,000 keys, a save amid 1,000,000 stock entries
verify [lines]           the proof of the books and of the audit log, of 1,000,000 lines (or so many)
prices                   1,000 lines resolved against 200,000 price policies, as a ratio to the bare SQL that fetches the same candidates

--keep                   reports and verify: generated books stay in a database of their own and are asked again the next time`)
withProductionConditions()

const keep = process.argv.includes('--keep')
const [name, folder, ...further] = process.argv.slice(2).filter((word) => word !== '--keep')
if (name === 'adventureworks') {
  if (!folder) stopWith('Name the folder: npm run bench -- adventureworks <folder>')
  const { benchAdventureWorks } = await import('./bench/adventureworks')
  process.exit(await benchAdventureWorks(folder))
} else if (name === 'prices') {
  const { benchPrices } = await import('./bench/prices')
  process.exit(await benchPrices())
} else if (name === 'latest-prices') {
  const { benchLatestPrices } = await import('./bench/latestPrices')
  process.exit(await benchLatestPrices())
} else if (name === 'orders') {
  const { benchOrders } = await import('./bench/orders')
  process.exit(await benchOrders(folder ? [folder, ...further].map(Number) : [10, 50]))
} else if (name === 'excel') {
  const { benchExcel } = await import('./bench/excel')
  process.exit(await benchExcel())
} else if (name === 'reports') {
  const { benchReports } = await import('./bench/reports')
  process.exit(await benchReports({ lines: folder ? Number(folder) : 10_000, keep }))
} else if (name === 'facets') {
  const { benchFacets } = await import('./bench/facets')
  process.exit(await benchFacets())
} else if (name === 'lists') {
  const { benchLists } = await import('./bench/lists')
  process.exit(await benchLists(folder ? Number(folder) : 1_000_000))
} else if (name === 'credit') {
  const { benchCredit } = await import('./bench/credit')
  process.exit(await benchCredit())
} else if (name === 'verify') {
  const { benchVerify } = await import('./bench/verify')
  process.exit(await benchVerify({ lines: folder ? Number(folder) : 1_000_000, keep }))
} else if (name === 'stock') {
  const { benchStock } = await import('./bench/stock')
  process.exit(await benchStock())
} else {
  stopWith('Name a bench: adventureworks <folder>, credit, excel, facets, latest-prices, lists, orders, prices, reports, stock, verify')
}
