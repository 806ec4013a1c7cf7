import type { CollectionConfig, PayloadRequest, Where } from 'payload'

import { dataScopeOf, readsEverything, warehousesOf } from '@/src/domain/people/reach'
import { idOf } from '@/src/domain/kernel/idOf'
import { type FileKind, visibleFiles } from '@/src/ledger/facts/fileUses'

import { scopeWhere } from './dataScope'
import { kindsReadBy } from './kinds'
import type { FileRights } from './rights'
import { personOf, hasAnyRole, hasRole } from './roles'

type Seen = Partial<Record<FileKind, Promise<boolean | Where>>>

/** A file no document names yet: its uploader's, and that of whoever has the customer it was uploaded for. */
const ownCustomer = { salesperson: 'customer.salesperson', department: 'customer.department' }

async function seenBy(req: PayloadRequest, kind: FileKind): Promise<boolean | Where> {
  const user = personOf(req.user)
  if (!user || !hasAnyRole(user)) return false
  if (readsEverything(user)) return true
  const scope = dataScopeOf(user)
  const found = await visibleFiles(req, kind, {
    all: scope === 'all',
    person: user.id,
    department: scope === 'department' ? idOf(user.department) : null,
    warehouses: warehousesOf(user),
    documents: kindsReadBy(user),
  })
  const mine: Where = { uploadedBy: { equals: user.id } }
  if ('except' in found) return found.except.length === 0 ? true : { or: [mine, { id: { not_in: found.except } }] }
  const customers = scopeWhere(user, ownCustomer)
  const loose: Where[] = typeof customers === 'boolean' ? [] : [{ and: [{ used: { not_equals: true } }, customers] }]
  return { or: [mine, ...loose, ...(found.only.length > 0 ? [{ id: { in: found.only } }] : [])] }
}

const seenFiles = new WeakMap<PayloadRequest, Seen>()

/** Asked once per request: menus, lists and every related picture ask again. */
function seen(req: PayloadRequest, kind: FileKind): Promise<boolean | Where> {
  const known = seenFiles.get(req) ?? {}
  seenFiles.set(req, known)
  return (known[kind] ??= seenBy(req, kind))
}

/**
 * Access of uploads: a file is read by whoever may read a document it is attached to, and by its uploader. The download of a file
 * passes the same rule as its record, so that an address someone was told does not open another salesperson's drawing. A file is
 * changed by its uploader and by those who keep the drawings, and removed by the latter.
 */
export const fileAccess = ({ kind, create: upload, remove }: FileRights): NonNullable<CollectionConfig['access']> => ({
  create: ({ req }) => hasRole(req.user, ...upload),
  read: ({ req }) => seen(req, kind),
  update: ({ req }) => {
    if (hasRole(req.user, ...remove)) return seen(req, kind)
    return hasRole(req.user, ...upload) && { uploadedBy: { equals: personOf(req.user)?.id ?? 0 } }
  },
  delete: ({ req }) => hasRole(req.user, ...remove) && seen(req, kind),
})
