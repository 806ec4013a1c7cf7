import { existsSync, statSync } from 'node:fs'
import type { ClientBase } from 'pg'

import { importAdventureWorks } from '@/src/imports/adventureworks/importAdventureWorks'
import { describeProblem } from '@/src/imports/staging/describeProblem'
import { createProgress } from '@/src/imports/staging/progress'

export const adventureWorksHelp = `adventureworks <folder>
    Opening data of Microsoft's AdventureWorks sample: the folder holds its tables as <Table>.csv.gz (or .csv).
    Categories, items with list prices, warehouses with stock, customers, sales people and the orders as closed,
    delivered and invoiced history. The source knows no payments: every invoice is open.
    Figures are US dollars: empty books become USD books, books in another currency are refused.`

const shownProblems = 200

/** Reads `folder` into the books behind `client`, telling how far it is. Returns the exit code of the command. */
export async function runAdventureWorksImport({
  client,
  folder,
  language,
}: {
  client: ClientBase
  folder: string
  language: 'zh' | 'en'
}): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const complain = (line: string): void => void process.stderr.write(`${line}\n`)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    complain(`${folder} is not a folder. It should hold the tables as <Table>.csv.gz.`)
    return 64
  }
  const started = performance.now()
  const progress = createProgress({ output: process.stdout, now: () => performance.now() })
  const result = await importAdventureWorks({ client, folder, progress })
  switch (result.outcome) {
    case 'busy':
      complain('Another import is running in these books. Nothing was changed.')
      return 75
    case 'otherCurrency':
      complain(
        `The books are kept in ${result.baseCurrency} and are not empty; these figures are USD. Import into books of their own (DATA_DIR). Nothing was changed.`,
      )
      return 65
    case 'refused':
      for (const problem of result.problems.slice(0, shownProblems)) complain(describeProblem({ problem, language }))
      if (result.problems.length > shownProblems) complain(`… and ${String(result.problems.length - shownProblems)} more`)
      complain(
        `${String(result.problems.length)} ${result.problems.length === 1 ? 'problem' : 'problems'} in the files. Nothing was imported.`,
      )
      return 65
    case 'imported': {
      const created = Object.entries(result.created)
      for (const [kind, rows] of created) say(`${kind.padEnd(22)} ${rows.toLocaleString('en-US').padStart(9)} new`)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const total = created.reduce((sum, [, rows]) => sum + rows, 0)
      say(total === 0 ? `Everything was there already: 0 new, ${seconds} s.` : `Done in ${seconds} s.`)
      return 0
    }
  }
}
