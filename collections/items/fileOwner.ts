import type { CollectionBeforeChangeHook, Field } from 'payload'

import { idOf } from '@/src/server/access/roles'

import { readOnlyField, relation } from '../fields'

/** Whose a file is: the customer it was made for (empty = the house's own) and the person who uploaded it. */
export const fileOwner = (): Field[] => [
  relation('customer', { zh: '客户', en: 'Customer' }, 'customers'),
  readOnlyField(relation('uploadedBy', { zh: '上传人', en: 'Uploaded by' }, 'users')),
]

export const noteUploader: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create') data.uploadedBy = idOf(req.user)
  return data
}
