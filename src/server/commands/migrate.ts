import { migrateDatabase } from '@/src/db/migrate'

import { env } from '../env'
import { withDatabase } from '../withDatabase'
import { helpWanted } from './terminal'

helpWanted(`npm run migrate

Brings the database up to date under a lock, as every start does.`)

await withDatabase(() => migrateDatabase({ connectionString: env.DATABASE_URL, logLevel: env.LOG_LEVEL }))
