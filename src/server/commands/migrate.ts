import { helpWanted } from './terminal'

helpWanted(`npm run migrate

Brings the database up to date under a lock, as every start does.`)

const { migrateDatabase } = await import('@/src/db/migrate')
const { env } = await import('@/src/env/env')
const { withDatabase } = await import('../withDatabase')
await withDatabase(() => migrateDatabase({ connectionString: env.DATABASE_URL, logLevel: env.LOG_LEVEL }))
