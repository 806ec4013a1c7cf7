import { existsSync } from 'node:fs'
import path from 'node:path'

import { runJest } from './runJest'
import { helpWanted } from './terminal'

helpWanted(`npm test [-- <jest arguments>]

Rules, scenarios on a real Postgres (embedded, or TEST_DATABASE_URL), and the browser where a Chromium is found (CHROMIUM=<path>).`)

const folders = (process.env.PATH ?? '').split(path.delimiter)
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file))
const chromium = process.env.CHROMIUM ?? found
if (!chromium) console.log('No Chromium on this machine: the browser scenarios do not run (install chromium, or set CHROMIUM to one).')

runJest({ args: process.argv.slice(2), environment: chromium ? { CHROMIUM: chromium } : {} })
