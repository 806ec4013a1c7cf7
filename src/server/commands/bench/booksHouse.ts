import { env } from '@/src/env/env'
import { rebuildSums } from '@/src/ledger/sums/addUp'
import { sumsTables } from '@/src/ledger/sums/sumsOf'

import { type BenchHouse, inBenchHouse } from './benchHouse'
import { generateBooks } from './books/generateBooks'

/** Books kept from before say of some documents only that their sums are due: there is no server here that writes them every minute. */
async function addUp({ client }: BenchHouse): Promise<void> {
  const { rows } = await client.query<{ due: boolean }>('select exists (select from sums_due) as due')
  if (!rows[0]?.due) return
  await client.query('begin')
  for (const statement of rebuildSums(env.TZ_BUSINESS)) await client.query(statement)
  await client.query('commit')
  await client.query(`vacuum analyze sums_due, ${sumsTables.join(', ')}`)
}

export type BooksAsked = {
  lines: number
  /** Whether the books stay for the next bench: a million lines take minutes to make up. */
  keep: boolean
}

/** Generated books of so many order lines, up to today; kept ones end where they were made. */
export const inBooksHouse = ({ lines, keep }: BooksAsked, work: (house: BenchHouse) => Promise<void>): Promise<number> =>
  inBenchHouse(
    async (house) => {
      const { rows } = await house.client.query<{ made: boolean }>('select exists (select from orders) as made')
      if (!rows[0]?.made) await generateBooks(house.client, { lines, seed: 1, last: new Date().toISOString().slice(0, 10) })
      await addUp(house)
      await work(house)
    },
    keep ? `gendan_bench_books_${String(lines)}` : undefined,
  )
