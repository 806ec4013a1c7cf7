import type { PostgresAdapter } from '@payloadcms/db-postgres/types'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'

/** The database as what it is: Payload types it as any database, the house has exactly this one. */
export const postgresOf = ({ db }: Pick<Payload, 'db'>): PostgresAdapter => db as unknown as PostgresAdapter

/** The same as the platform's writer of conditions wants it. */
export const drizzleOf = ({ db }: Pick<Payload, 'db'>): DrizzleAdapter => db as DrizzleAdapter
