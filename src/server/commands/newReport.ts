import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { helpWanted, stopWith } from './terminal'
import { reportFiles, withReport } from './newReport/files'

helpWanted(`npm run new:report -- <name>

Makes reports/<name>/ with definition, query and a spec that passes, and enters the report in reports/index.ts.
The name is the one in the address: lower case words with dashes, such as customer-visits. What to change then
stands in reports/README.md.`)

const [name, ...rest] = process.argv.slice(2)
if (!name || rest.length > 0) stopWith('Name the report: npm run new:report -- customer-visits')
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) stopWith(`A report is named by lower case words with dashes, not ${name}`)

const folder = path.join(process.cwd(), 'reports', name)
if (existsSync(folder)) stopWith(`There is a report ${name} already: reports/${name}`)
const index = path.join(process.cwd(), 'reports', 'index.ts')

mkdirSync(folder)
for (const [file, text] of Object.entries(reportFiles(name))) writeFileSync(path.join(folder, file), text)
writeFileSync(index, withReport(readFileSync(index, 'utf8'), name))
process.stdout.write(`reports/${name}: definition.ts, query.ts, report.spec.ts, entered in reports/index.ts\n`)
