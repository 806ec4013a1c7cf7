import type { PayloadRequest } from 'payload'

import { readOnce, sql } from '../query'

/** Which versions of the settings' rows this transaction sees: writing transaction and place, so equal only if nothing was written. */
export async function settingsVersion(req: PayloadRequest): Promise<string> {
  const [row] = await readOnce<{ version: string | null }>(
    req,
    sql`select string_agg(name || ' ' || version, ',' order by name, version) as version from (
          select 'company' as name, id || ' ' || xmin || ' ' || ctid as version from company
          union all select 'pricing', id || ' ' || xmin || ' ' || ctid from pricing_settings
          union all select 'availability', id || ' ' || xmin || ' ' || ctid from availability_settings
          union all select 'credit', id || ' ' || xmin || ' ' || ctid from credit_settings
          union all select 'orders', id || ' ' || xmin || ' ' || ctid from order_settings
          union all select 'samples', id || ' ' || xmin || ' ' || ctid from sample_settings) rows`,
  )
  return row?.version ?? ''
}
