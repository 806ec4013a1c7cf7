import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** One worker: many files of tests, one copy of every module. What they find in the environment before an application says more. */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'gendan-tests-'))
Object.assign(process.env, {
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: 'for the tests only',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
})
delete process.env.NODE_OPTIONS // programs that tests start are started as people start them

/** Who asks a connection for more than it can do at a time is told where: the driver keeps a line for them only until its next version. */
const { emitWarning } = process
process.emitWarning = (warning, ...more) => {
  if (String(warning).includes('client is already executing a query')) throw new Error(String(warning))
  emitWarning(warning, ...more)
}

process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))

/** The run is over. What a test has left open is named, and ended. */
process.on('disconnect', () => {
  setTimeout(() => {
    const left = process.getActiveResourcesInfo()
    left.splice(left.indexOf('Timeout'), 1) // this one
    if (left.length > 0) process.stderr.write(`A worker of the tests was left with ${left.join(', ')}\n`)
    process.exit()
  }, 2000).unref()
})
