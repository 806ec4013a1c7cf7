import { type BenchHouse, inBenchHouse } from './benchHouse'
import { generateBooks } from './books/generateBooks'

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
      await work(house)
    },
    keep ? `gendan_bench_books_${String(lines)}` : undefined,
  )
