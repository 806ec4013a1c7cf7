import type { FlattenedField, PayloadRequest } from 'payload'

import type { ToldField } from '@/src/domain/control/toldChanges'
import type { Words } from '@/src/domain/words/words'

/** What follows from what was entered is not told beside it; who approved, and when, is the entry itself. */
const follows = new Set(['no', 'preparedBy', 'approvedBy', 'approvedAt', 'priceSource', 'netPrice', 'grossPrice', 'listPrice', 'minPrice', 'net', 'tax', 'costValue', 'reviewVersion', 'revision', 'rateTyped', 'createdAt', 'updatedAt', 'id', 'sessions', 'loginAttempts', 'lockUntil', 'hash', 'salt', 'password']) // prettier-ignore

const isWords = (label: unknown): label is Words => label !== null && typeof label === 'object' && 'zh' in label && 'en' in label

function kindOf(field: FlattenedField): ToldField['kind'] | null {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return typeof field.relationTo === 'string' ? 'record' : null
    case 'number':
      return (field.custom as { scale?: number } | undefined)?.scale === 2 ? 'amount' : 'figure'
    case 'select':
    case 'radio':
      return 'choice'
    case 'checkbox':
      return 'check'
    case 'date':
      return field.admin?.date?.pickerAppearance === 'dayAndTime' ? 'instant' : 'date'
    case 'array':
      return 'rows'
    case 'group':
      return 'group'
    case 'text':
    case 'textarea':
    case 'email':
      return 'text'
    default:
      return null
  }
}

/** The fields of a record that have a place on its screen and that this person may read. */
export async function toldFields(req: PayloadRequest, fields: readonly FlattenedField[]): Promise<ToldField[]> {
  const told = await Promise.all(
    fields.map(async (field): Promise<ToldField[]> => {
      const kind = kindOf(field)
      const label = 'label' in field ? field.label : undefined
      const isHidden = 'admin' in field && field.admin && 'hidden' in field.admin && field.admin.hidden === true
      if (!kind || !isWords(label) || isHidden || follows.has(field.name)) return []
      const read = 'access' in field ? field.access?.read : undefined
      if (read && !(await read({ req }))) return []
      return [
        {
          name: field.name,
          label,
          kind,
          ...('relationTo' in field && typeof field.relationTo === 'string' ? { of: field.relationTo } : {}),
          ...('options' in field
            ? {
                options: field.options.flatMap((option) =>
                  typeof option === 'object' && isWords(option.label) ? [{ value: option.value, label: option.label }] : [],
                ),
              }
            : {}),
          ...('flattenedFields' in field ? { fields: await toldFields(req, field.flattenedFields) } : {}),
        },
      ]
    }),
  )
  return told.flat()
}
