import { reports } from '@/reports'
import { tiles } from '@/reports/kit/tiles'

import { median } from './benchHouse'
import { type BooksAsked, inBooksHouse } from './booksHouse'

const rounds = 3
/** As many rows as a screen takes. */
const rowsOnScreen = 1000

/** `npm run bench -- reports [lines]`: what each report and each figure of the home page costs as it opens, through REST, on generated books. */
export const benchReports = (asked: BooksAsked): Promise<number> =>
  inBooksHouse(asked, async ({ get, cpuOf }) => {
    const last = new Date().toISOString().slice(0, 10)
    console.log(
      `${asked.lines.toLocaleString('en-US')} order lines; processor time of server and database, the middle of ${String(rounds)}`,
    )
    const questions = [
      ...tiles.map(({ name, report, asks }) => ({ title: `home: ${name}`, path: `reports/${report}?${asks(last)}&limit=24` })),
      ...reports.map(({ name }) => ({ title: name, path: `reports/${name}?limit=${String(rowsOnScreen)}` })),
    ]
    for (const { title, path } of questions) {
      const times: number[] = []
      let rows = 0
      for (let round = 0; round < rounds; round += 1)
        times.push(await cpuOf(async () => void (rows = Number((await get(path))['rowCount']))))
      console.log(`${title.padEnd(28)} ${median(times).toFixed(0).padStart(7)} ms   ${rows.toLocaleString('en-US')} rows`)
    }
  })
