import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { format, resolveConfig } from 'prettier'

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
const style = { ...(await resolveConfig(index)), parser: 'typescript' }
for (const [file, text] of Object.entries(reportFiles(name))) writeFileSync(path.join(folder, file), await format(text, style))
writeFileSync(index, await format(withReport(readFileSync(index, 'utf8'), name), style))
process.stdout.write(`reports/${name}: definition.ts, query.ts, report.spec.ts, entered in reports/index.ts
Next: its title in both languages (definition.ts), its question (query.ts), and npm test -- reports/${name}
`)
