import { getPayload } from 'payload'

import { helpWanted } from './terminal'

helpWanted(`npm run migrate

Brings the database up to date under a lock, as every start does.`)

const { withDatabase } = await import('../withDatabase')
await withDatabase(async () => {
  const { default: config } = await import('@payload-config')
  const payload = await getPayload({ config, disableOnInit: true })
  const { migrateDatabase } = await import('@/src/db/migrate')
  await migrateDatabase({ payload })
  await payload.destroy()
})
