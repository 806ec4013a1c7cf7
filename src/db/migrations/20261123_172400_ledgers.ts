import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

import { ledgerSchemaDown, ledgerSchemaUp } from '../ledgerSchema'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const statement of ledgerSchemaUp) await db.execute(sql.raw(statement))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const statement of ledgerSchemaDown) await db.execute(sql.raw(statement))
}
