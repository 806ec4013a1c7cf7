import { helpWanted } from './terminal'

helpWanted(`npm run migrate

Brings the database up to date under a lock, as every start does, and gives the role of DATABASE_URL what it works with when DATABASE_OWNER_URL is another.`)

const { bringUpToDate } = await import('../bringUpToDate')
const { withDatabase } = await import('../withDatabase')
await withDatabase(bringUpToDate)
