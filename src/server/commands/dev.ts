import { helpWanted } from './terminal'

helpWanted(`npm run dev

Serves from the sources and reloads pages when they change. Same environment as npm start.`)

Object.assign(process.env, { NODE_ENV: 'development' })
const { serveOrExit } = await import('../serve')
await serveOrExit({ dev: true })
