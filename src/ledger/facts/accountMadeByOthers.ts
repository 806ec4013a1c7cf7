import type { PayloadRequest } from 'payload'

import { query, sql } from '../query'

/**
 * Whether somebody else may know how to get into an account: he made it, set its password or changed its address, and its owner has not set a
 * password by a link since. A password changed in a session proves nothing: whoever knows the former one can do that.
 */
export async function isAccountMadeByOthers(req: PayloadRequest, user: number): Promise<boolean> {
  const [found] = await query<{ others: boolean }>(
    req,
    sql`select exists (
          select from audit_log a where a.slug = 'users' and a.document_id = ${String(user)}::text and a.user_id is not null and a.user_id <> ${user}::int
            and (a.verb in ('create', 'password') or (a.verb = 'update' and a.changes @> '[{"path": "email"}]'::jsonb))
            and a.id > coalesce((select max(b.id) from audit_log b
              where b.slug = 'users' and b.document_id = a.document_id and b.verb = 'password' and b.user_id is null), 0)) as others`,
  )
  return found?.others ?? true
}
