import path from 'node:path'

import { helpWanted } from './terminal'

helpWanted(`npm run demo

A demonstration factory in one command: database, migrations, seeded once into empty books, built when stale, served.
The accounts are printed and listed on the sign-in page. It listens on this machine only; its log is DATA_DIR/server.log. Environment: PORT, HOST, DATA_DIR, DATABASE_URL, LOG_FILE …; see docs/operations.md.`)

// its passwords are known to everybody: only this machine reaches it, unless HOST says otherwise
// and who looks at a demonstration wants no log of requests on his terminal
const { HOST, DATA_DIR, LOG_FILE } = process.env
const logFile = LOG_FILE || path.join(DATA_DIR || '.data', 'server.log')
Object.assign(process.env, { NODE_ENV: 'production', GENDAN_DEMO: '1', HOST: HOST || '127.0.0.1', LOG_FILE: logFile }) // before React and Next are loaded
const { serveOrExit } = await import('../serve')

let seeded = false
const { address } = await serveOrExit({
  prepare: async (payload, { during, say }) => {
    const { stepLine, tellOfSeed } = await import('@/src/demo/tellOfSeed')
    const outcome = await during('Seeding the demonstration', (report) =>
      tellOfSeed({ payload, story: 'demo', say, report: (step) => report(stepLine(step)) }),
    )
    seeded = outcome !== 'used'
  },
})
const { accountLines } = await import('@/src/demo/tellOfSeed')
process.stderr.write(`\nGendan 跟单: ${address}/admin\nLog: ${logFile}\n\n`)
if (seeded) process.stderr.write(`${accountLines().join('\n')}\n\n`)
