import { chromium } from './chromium'
import { runJest } from './runJest'
import { helpWanted } from './terminal'

helpWanted(`npm run test:faults [-- --short] [-- <jest arguments>]

What breaks on purpose: databases and mail servers that die, hang or fill up, restores broken off, documents of the largest size; and what takes
long: every view there is, opened in the browser.
--short: the part that takes a few minutes, as a build server runs it.`)

const found = chromium()
const given = process.argv.slice(2).filter((argument) => argument !== '--short')
const where = process.argv.includes('--short') ? 'tests/faults/short' : 'tests/faults'
runJest({
  args: given.some((argument) => argument.startsWith('tests/')) ? given : [where, ...given],
  environment: { FAULTS: '1', ...(found ? { CHROMIUM: found } : {}) },
})
