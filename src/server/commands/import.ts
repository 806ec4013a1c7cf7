import pg from 'pg'

import { refusePooler } from '@/src/db/pooler'

import { withProductionConditions } from './productionConditions'
import { helpWanted, stopWith } from './terminal'
import { adventureWorksHelp, runAdventureWorksImport } from './import/adventureworks'

const fileKinds =
  'departments users customer-categories payment-terms customers item-categories items units warehouses exchange-rates opening-stock opening-receivables opening-orders opening-quotes sales-history price-policies orders'
const help = `npm run import -- <kind> <path>

Takes data from outside into the books of DATA_DIR or DATABASE_URL. Everything is read and checked first and written in
one transaction: either all of it is there or nothing. Rows that cannot be taken in are listed with row, column and
reason. A second run changes nothing.

Kinds:
  ${adventureWorksHelp}
  export <folder>
    What npm run export wrote, into empty books: tables and files as they were. Passwords are not in it: an administrator is named
    by ADMIN_EMAIL and ADMIN_PASSWORD at the next start, everybody else is sent a new one.
  <kind> <file> [--dry-run]
    ${fileKinds}
    A CSV or Excel file with headings; templates: GET /api/import/<kind>/template. --dry-run checks and keeps nothing.
    decimal=point|comma rates=percent|share (rates.taxRate=… for one column) dates=mdy|dmy|ymd encoding=gb18030|big5|windows-1252 hidden=take|skip taxMode=inclusive|exclusive answer what a file leaves open;
    empty.customer=C999 says what empty cells of a column stand for (any column);
    heads=<file> names a second file that says of each document what its lines in <file> do not (an export of heads and one of lines);
    numbers=customerDay makes one document of what a customer bought on a day where there are no numbers, numbers=split several of one
    number that stands for several customers or days;
    sheet=<name> names the sheet of a workbook, headsSheet= and headsEncoding= say the same of a second file; asides=take takes totals, notes and headings among the rows for rows;
    round=yes rounds figures with more decimals than are kept; firstRow=yes lets the first of several rows of one record count;
    removeLines=yes lets a file of orders take away lines it does not have.`

helpWanted(help)
withProductionConditions()

const [kind, source, ...options] = process.argv.slice(2)
if (!kind || !['adventureworks', 'export', ...fileKinds.split(' ')].includes(kind))
  stopWith(
    `${kind ? `There is no import of ${kind}` : 'Say what to import'}: adventureworks export ${fileKinds} (npm run import -- --help)`,
  )
const isFolder = kind === 'adventureworks' || kind === 'export'
if (!source || (isFolder && options.length > 0)) stopWith(`npm run import -- ${kind} <path>: one path is needed`)
const unknown = options.find(
  (option) =>
    option !== '--dry-run' &&
    !/^(decimal|encoding|heads|headsSheet|headsEncoding|numbers|rates(\.\w+)?|dates|hidden|taxMode|date|asides|sheet|removeLines|firstRow|round|empty\.\w+)=/.test(
      option,
    ),
)
if (unknown) stopWith(`npm run import -- ${kind}: ${unknown} is not understood (npm run import -- --help)`)

const { withDatabase } = await import('../withDatabase')
const { env } = await import('@/src/env/env')
const language = (process.env.LC_ALL || process.env.LANG || '').startsWith('zh') ? 'zh' : 'en'

process.exitCode = await withDatabase(async () => {
  const { migrateDatabase } = await import('@/src/db/migrate')
  await migrateDatabase({ connectionString: env.DATABASE_URL, logLevel: 'warn' })
  if (!isFolder) {
    const { createLocalReq, getPayload } = await import('payload')
    const { default: config } = await import('@payload-config')
    const { runFileImport } = await import('./import/file')
    const payload = await getPayload({ config })
    const code = await runFileImport({ req: await createLocalReq({}, payload), kind, file: source, options, language })
    await payload.destroy()
    return code
  }

  await refusePooler({ connectionString: env.DATABASE_URL, work: 'This import' }).catch(({ message }: Error) => stopWith(message))

  if (kind === 'export') {
    const { runExportImport } = await import('./import/exported')
    return runExportImport({ connectionString: env.DATABASE_URL, folder: source })
  }

  // A connection of its own: the pool of the application ends statements that take minutes.
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: 'gendan-import' })
  client.on('error', () => undefined) // the statement that was running fails with it and says so
  await client.connect()
  try {
    return await runAdventureWorksImport({ client, folder: source, language })
  } finally {
    await client.end()
  }
})
process.exit()
