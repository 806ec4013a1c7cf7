import type { ClientField } from 'payload'

import type { Language } from '../../i18n/useWords'

export type ColumnKind = 'lookup' | 'number' | 'text' | 'date' | 'select' | 'checkbox'

export type Column = {
  name: string
  kind: ColumnKind
  label: string
  readOnly: boolean
  required: boolean
  /** collection a lookup searches */
  relationTo?: string
  options?: Array<{ value: string; label: string }>
}

const fallback = ['item', 'qty', 'unit', 'price', 'discountRate', 'taxRate', 'gross', 'warehouse', 'remark']

const kinds: Readonly<Record<string, ColumnKind>> = {
  relationship: 'lookup',
  number: 'number',
  text: 'text',
  textarea: 'text',
  date: 'date',
  select: 'select',
  checkbox: 'checkbox',
}

const inWords = (label: unknown, language: Language, name: string): string => {
  if (typeof label === 'string') return label
  if (label && typeof label === 'object') return (label as Record<string, string>)[language] ?? name
  return name
}

/** The columns of a grid, in the order the document names them; labels and kinds come from the fields themselves. */
export function columnsOf({
  names,
  fields,
  language,
}: {
  names?: readonly string[]
  fields: readonly ClientField[]
  language: Language
}): Column[] {
  const byName = new Map(fields.flatMap((field) => ('name' in field ? [[field.name, field] as const] : [])))
  return (names ?? fallback).flatMap((name): Column[] => {
    const field = byName.get(name)
    const kind = field ? kinds[field.type] : undefined
    if (!field || !kind) return []
    const admin = (field.admin ?? {}) as { readOnly?: boolean }
    return [
      {
        name,
        kind,
        label: inWords('label' in field ? field.label : undefined, language, name),
        readOnly: Boolean(admin.readOnly) || ('virtual' in field && Boolean(field.virtual)),
        required: 'required' in field && Boolean(field.required),
        ...(field.type === 'relationship' && typeof field.relationTo === 'string' ? { relationTo: field.relationTo } : {}),
        ...(field.type === 'select'
          ? {
              options: field.options.map((option) =>
                typeof option === 'string'
                  ? { value: option, label: option }
                  : { value: option.value, label: inWords(option.label, language, option.value) },
              ),
            }
          : {}),
      },
    ]
  })
}
