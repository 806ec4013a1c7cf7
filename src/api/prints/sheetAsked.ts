import { APIError, type PayloadRequest } from 'payload'

import { personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'
import { printsOf } from '@/src/pdf/prints'
import type { Print } from '@/src/pdf/sheet'
import { notFound } from '../notFound'

/** Which sheet of which document somebody asks for, and whether he may print or send it. */
export function sheetAsked(req: PayloadRequest, slug: string, name: string | null, door: 'print' | 'mail'): { print: Print; id: number } {
  if (!req.user) throw new APIError('Unauthorized', 401, undefined, true)
  const id = Number(req.routeParams?.['id'])
  const print = printsOf(slug).find((one) => name === null || name === '' || one.name === name)
  if (print && !mayUseSheet(personOf(req.user), print, door)) throw new APIError('Forbidden', 403, undefined, true)
  if (!print || !Number.isInteger(id) || id < 1) throw notFound()
  return { print, id }
}
