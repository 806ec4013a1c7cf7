import type { Reader, SourceRow, Viewer } from '@/reports/kit/statement'

/** Someone who sees everything. */
export const seesAll: Viewer = {
  scope: { kind: 'all' },
  seeCost: true,
  seeCreditLimit: true,
  seeMinimumPrice: true,
  seePrices: true,
  warehouses: null,
  roles: ['generalManager'],
}

/** A reader that answers with the rows given, as the database would: figures as text, the envelope on every row. */
export const reading = (rows: readonly SourceRow[], envelope: SourceRow): Reader => {
  const told = rows.map((row) => ({ _tolerance: '0', _rows: rows.length, ...envelope, ...row }))
  return {
    rows: () => Promise.resolve(told),
    batches: async function* () {
      for (const row of told) yield await Promise.resolve([row])
    },
  }
}
