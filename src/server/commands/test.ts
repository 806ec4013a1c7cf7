import { chromium } from './chromium'
import { runJest } from './runJest'
import { helpWanted } from './terminal'

helpWanted(`npm test [-- <jest arguments>]

Rules, scenarios on a real Postgres (embedded, or TEST_DATABASE_URL), and the browser where a Chromium is found (CHROMIUM=<path>).`)

const found = chromium()
if (!found) console.log('No Chromium on this machine: the browser scenarios do not run (install chromium, or set CHROMIUM to one).')

runJest({ args: process.argv.slice(2), environment: found ? { CHROMIUM: found } : {} })
