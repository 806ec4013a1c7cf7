import { APIError, type PayloadRequest } from 'payload'

import type { Scope, Viewer } from '@/reports/kit/statement'
import { dataScopeOf, warehousesOf } from '@/src/access/dataScope'
import { maySeeCost, maySeeCreditLimit, maySeeMinimumPrice } from '@/src/access/fieldRights'
import { businessUser, hasAnyRole, idOf } from '@/src/access/roles'

/** What reports need to know of the person asking. Throws 401 when nobody is logged in. */
export function viewerOf(req: PayloadRequest): Viewer {
  const user = businessUser(req.user)
  if (!user) throw new APIError('Unauthorized', 401, undefined, true)
  return {
    scope: scopeOf(req),
    seeCost: maySeeCost(user),
    seeCreditLimit: maySeeCreditLimit(user),
    seeMinimumPrice: maySeeMinimumPrice(user),
    warehouses: warehousesOf(user),
    roles: user.roles ?? [],
  }
}

function scopeOf({ user }: PayloadRequest): Scope {
  const person = businessUser(user)
  if (!person || !hasAnyRole(user)) return { kind: 'none' }
  const kind = dataScopeOf(user)
  if (kind === 'all') return { kind }
  if (kind === 'own') return { kind, userId: person.id }
  return { kind, userId: person.id, departmentId: idOf(person.department) }
}
