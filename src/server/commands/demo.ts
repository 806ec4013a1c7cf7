import { helpWanted } from './terminal'

helpWanted(`npm run demo

A demonstration factory in one command: database, migrations, seeded once into empty books, built when stale, served.
The accounts are printed and listed on the sign-in page. It listens on this machine only. Environment: PORT, HOST, DATA_DIR, DATABASE_URL …; see docs/operations.md.`)

// its passwords are known to everybody: only this machine reaches it, unless HOST says otherwise
Object.assign(process.env, { NODE_ENV: 'production', GENDAN_DEMO: '1', HOST: process.env.HOST || '127.0.0.1' }) // before React and Next are loaded
const { serveOrExit } = await import('../serve')
const say = (line: string): void => void process.stderr.write(`${line}\n`)

let seeded = false
const { address } = await serveOrExit({
  prepare: async (payload) => {
    const { tellOfSeed } = await import('@/src/demo/tellOfSeed')
    seeded = (await tellOfSeed({ payload, story: 'demo', say })) !== 'used'
  },
})
const { accountLines } = await import('@/src/demo/tellOfSeed')
say(`\nGendan 跟单: ${address}/admin\n`)
if (seeded) say(`${accountLines().join('\n')}\n`)
