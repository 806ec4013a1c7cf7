import type { PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { findRecords } from '@/src/engine/documents/findRecords'

/** What a screen remembers of this person under a name: nothing where nothing was kept. */
export async function keptPreference(req: PayloadRequest, key: string): Promise<Readonly<Record<string, unknown>>> {
  const [found] = await findRecords({
    req,
    slug: 'payload-preferences',
    where: {
      and: [{ key: { equals: key } }, { 'user.relationTo': { equals: 'users' } }, { 'user.value': { equals: personOf(req.user)?.id } }],
    },
    limit: 1,
    overrideAccess: true,
  })
  const value = found?.['value']
  return value !== null && typeof value === 'object' ? { ...value } : {}
}
