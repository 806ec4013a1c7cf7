import type { Row } from '@/reports/kit/row'

/** Which record a cell names: the column that shows it, the id that stands in the row, the list it belongs to. The first that is there counts. */
const named: readonly { columns: RegExp; id: string; slug: string }[] = [
  { columns: /^(customer|customerCode|code)$/, id: 'customerId', slug: 'customers' },
  { columns: /^(item|itemCode|code)$/, id: 'itemId', slug: 'items' },
  { columns: /^no$/, id: 'orderId', slug: 'orders' },
  { columns: /^no$/, id: 'invoiceId', slug: 'invoices' },
  { columns: /^no$/, id: 'ratingId', slug: 'credit-grades' },
  { columns: /^no$/, id: 'deliveryId', slug: 'deliveries' },
  { columns: /^no$/, id: 'receiptId', slug: 'receipts' },
]

/** The record a click on a cell opens, or none. */
export function recordBehind(column: string, row: Row): { slug: string; id: number } | null {
  const found = named.find(({ columns, id }) => columns.test(column) && row[id] !== null && row[id] !== undefined)
  return found && row[column] ? { slug: found.slug, id: Number(row[found.id]) } : null
}
