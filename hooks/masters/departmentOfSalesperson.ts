import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'

/** The department somebody works in. */
export async function departmentOf({ req, salesperson }: { req: PayloadRequest; salesperson: number }): Promise<number | null> {
  const person = await req.payload.findByID({
    collection: 'users',
    id: salesperson,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
    req,
  })
  return idOf(person?.department)
}

/**
 * A new customer of whom no department is named belongs to that of its salesperson, as one that is handed over does: the manager of the
 * department would see the orders, and not whose they are.
 */
export const departmentOfSalesperson: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  const salesperson = idOf(data?.['salesperson'])
  if (!data || operation !== 'create' || salesperson === null || idOf(data['department']) !== null) return data
  return Object.assign(data, { department: await departmentOf({ req, salesperson }) })
}
