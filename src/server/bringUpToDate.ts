import { migrateDatabase } from '@/src/db/migrate'
import { grantWriter, roleOf } from '@/src/db/writerRole'
import { log } from '@/src/env/logging'

/** Migrations as the owner; then what the application's own role may do, new tables too. */
export async function bringUpToDate({ owner, writer }: { owner: string; writer: string }): Promise<void> {
  await migrateDatabase({ connectionString: owner, logger: log })
  if (roleOf(owner).name !== roleOf(writer).name) await grantWriter({ connectionString: owner, writer: roleOf(writer) })
}
