import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { asksForOne } from '@/src/engine/askedForAll'
import { rememberCustomerKeys, spokenDuplicates } from '@/src/usecases/customers/duplicates'

/** Whoever saves a customer is told which others have its name, tax number or phone, as far as he may read them; the record keeps the warning. */
export const warnOfDuplicates = asksForOne<CollectionBeforeChangeHook>('duplicates', async ({ data, originalDoc, req }) => {
  const [warnings = []] = await spokenDuplicates(req, [data], idOf(originalDoc?.id))
  return { ...data, checks: warnings }
})

/** Others are held against what this customer says from the moment it is saved. */
export const rememberKeysAfterChange = asksForOne<CollectionAfterChangeHook>('keys', async ({ doc, req }) =>
  rememberCustomerKeys(req, [doc]),
)
