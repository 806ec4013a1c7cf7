import { reports } from '@/reports'
import { questionOf } from '@/reports/kit/tile'
import { tiles } from '@/reports/kit/tiles'

import { median } from './benchHouse'
import { type BooksAsked, inBooksHouse } from './booksHouse'

const rounds = 3
/** As many rows as a screen takes. */
const rowsOnScreen = 1000
/** What asks of single items or of everything twice: the most there is to add up. */
const heaviest = [
  ...[
    'by=item',
    'by=customer&then=item',
    'by=item&then=month',
    'by=itemCategory&yearBefore=true',
    'by=item&abc=true',
    'by=customer&then=item&top=20',
  ].map((asked) => `sales-analysis?${asked}`),
  ...['by=item', 'by=itemCategory'].map((asked) => `order-intake?${asked}`),
  ...['by=customer', 'by=item&of=amount'].map((asked) => `price-volume-mix?${asked}`),
  'price-deviation?show=all',
]

/** What the home page of somebody who sees everything asks: each question once, whichever figure or trend it is for. */
function homeQuestions(today: string): { title: string; path: string }[] {
  const asked = new Map<string, string>()
  for (const tile of tiles) {
    const questions = {
      ...(tile.endsTrend ? {} : { [tile.name]: questionOf(tile, today) }),
      [`${tile.name}, trend`]: questionOf(tile.trend, today),
    }
    for (const [title, question] of Object.entries(questions)) if (!asked.has(question)) asked.set(question, title)
  }
  return [...asked].map(([question, title]) => ({ title: `home: ${title}`, path: `reports/${question}` }))
}

/** `npm run bench -- reports [lines]`: what each report and each figure of the home page costs as it opens, through REST, on generated books. */
export const benchReports = (asked: BooksAsked): Promise<number> =>
  inBooksHouse(asked, async ({ get, cpuOf }) => {
    const last = new Date().toISOString().slice(0, 10)
    console.log(
      `${asked.lines.toLocaleString('en-US')} order lines; processor time of server and database, the middle of ${String(rounds)}`,
    )
    const questions = [
      ...homeQuestions(last),
      ...reports.map(({ name }) => ({ title: name, path: `reports/${name}?limit=${String(rowsOnScreen)}` })),
      ...heaviest.map((asked) => ({ title: asked, path: `reports/${asked}&limit=${String(rowsOnScreen)}` })),
    ]
    let home = 0
    for (const { title, path } of questions) {
      const times: number[] = []
      let rows = 0
      for (let round = 0; round < rounds; round += 1)
        times.push(await cpuOf(async () => void (rows = Number((await get(path))['rowCount']))))
      if (title.startsWith('home')) home += median(times)
      console.log(`${title.padEnd(45)} ${median(times).toFixed(0).padStart(7)} ms   ${rows.toLocaleString('en-US')} rows`)
    }
    console.log(`home as a whole: ${home.toFixed(0)} ms`)
  })
