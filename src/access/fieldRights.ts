import type { FieldAccess } from 'payload'

import { type Figure, maySee, maySet } from '@/src/domain/people/sight'

import { personOf } from './roles'

const reads =
  (figure: Figure): FieldAccess =>
  ({ req }) =>
    maySee(personOf(req.user), figure)

const sets =
  (figure: Figure): FieldAccess =>
  ({ req }) =>
    maySet(personOf(req.user), figure)

/** A figure kept in a master: read by those who may know it, entered by those who may set it. */
export const keeps = (figure: Figure): { read: FieldAccess; create: FieldAccess; update: FieldAccess } => ({
  read: reads(figure),
  create: sets(figure),
  update: sets(figure),
})

export const readsCost = reads('cost')
export const readsMinimumPrice = reads('minimumPrice')
export const readsCreditLimit = reads('creditLimit')
