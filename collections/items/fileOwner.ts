import type { CollectionBeforeChangeHook, Field } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { describeDrawing } from '@/src/files/describeDrawing'
import { recognizeDrawing } from '@/src/files/recognizeDrawing'

import { readOnlyField, relation } from '../fields'

/** Whose a file is: the customer it was made for (empty = the house's own), the person who uploaded it, whether a document has it. */
export const fileOwner = (): Field[] => [
  relation('customer', { zh: '客户', en: 'Customer' }, 'customers', { admin: { position: 'sidebar' } }),
  readOnlyField(relation('uploadedBy', { zh: '上传人', en: 'Uploaded by' }, 'users', { admin: { position: 'sidebar' } })),
  readOnlyField({
    name: 'used',
    type: 'checkbox',
    label: { zh: '已附于单据', en: 'Attached to a document' },
    defaultValue: false,
    index: true,
    admin: { position: 'sidebar' },
  }),
]

export const noteUploader: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation === 'create') data.uploadedBy = idOf(req.user)
  return data
}

/** Format and version of a drawing, read from the bytes that are being kept. */
export const noteFormat: CollectionBeforeChangeHook = ({ data, req }) => {
  const bytes = req.file?.data
  const kind = bytes && recognizeDrawing(bytes)
  return bytes && kind ? { ...data, format: kind.ext.toUpperCase(), detail: describeDrawing(bytes, kind.ext) } : data
}
