import { APIError, type PayloadRequest } from 'payload'

import { maySee } from '@/src/domain/people/sight'
import { dataScopeOf, warehousesOf } from '@/src/domain/people/reach'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Scope, Viewer } from '@/reports/kit/statement'
import { personOf, hasAnyRole } from '@/src/access/roles'

/** What reports need to know of the person asking. Throws 401 when nobody is logged in. */
export function viewerOf(req: PayloadRequest): Viewer {
  const user = personOf(req.user)
  if (!user) throw new APIError('Unauthorized', 401, undefined, true)
  return {
    scope: scopeOf(req),
    seeCost: maySee(user, 'cost'),
    seeCreditLimit: maySee(user, 'creditLimit'),
    seeMinimumPrice: maySee(user, 'minimumPrice'),
    seePrices: maySee(user, 'price'),
    warehouses: warehousesOf(user),
    roles: user.roles ?? [],
  }
}

function scopeOf({ user }: PayloadRequest): Scope {
  const person = personOf(user)
  if (!person || !hasAnyRole(user)) return { kind: 'none' }
  const kind = dataScopeOf(user)
  if (kind === 'all') return { kind }
  if (kind === 'own') return { kind, userId: person.id }
  return { kind, userId: person.id, departmentId: idOf(person.department) }
}
