import type { CollapsibleField, Field } from 'payload'

import type { Label } from './label'

type Section = { name: string; label: Label; fields: readonly string[] }

/** What is seldom typed in the head of a document, by the question it answers. */
const sections: readonly Section[] = [
  {
    name: 'prices',
    label: { zh: '币种与税费', en: 'Currency and tax' },
    fields: ['currency', 'exchangeRate', 'rateTyped', 'taxMode', 'headerDiscount', 'freight', 'freightTaxRate', 'freightNet', 'freightTax'],
  },
  { name: 'delivery', label: { zh: '送货与市场', en: 'Delivery and market' }, fields: ['deliveryAddress', 'region', 'channel'] },
  {
    name: 'invoice',
    label: { zh: '开票资料', en: 'Invoice data' },
    fields: ['billTo', 'chosenTitle', 'invoiceTitle', 'taxNo', 'bank', 'bankAccount', 'invoiceAddress', 'invoicePhone'],
  },
]

/** Who did what to the document, and when. */
const record: Section = { name: 'record', label: { zh: '经办', en: 'Who and when' }, fields: [] }

/** What the house writes and people look for first, so that it is never folded away. */
const lookedFor = new Set([
  ...['openAmount', 'settledBefore', 'largestChange', 'item', 'formalItem', 'order', 'sample', 'delivery', 'bookOf', 'stale', 'heldBack'],
  ...['customer', 'statusSince', 'grossBefore', 'grossAfter'],
])

/** Whom it is for and what it comes from, then when. */
const first = ['customer', 'order', 'sample', 'kind', 'date']

const nameOf = (field: Field): string => ('name' in field && typeof field.name === 'string' ? field.name : '')

const placeOf = (field: Field): unknown => (field.admin && 'position' in field.admin ? field.admin.position : undefined)

/** The same field in the form itself, not beside it. */
function inForm(field: Field): Field {
  if (placeOf(field) === undefined || !field.admin) return field
  const { position: _beside, ...admin } = field.admin as { position?: unknown }
  return { ...field, admin } as Field
}

const isReadOnly = ({ admin }: Field): boolean => admin !== undefined && 'readOnly' in admin && admin.readOnly === true
const isHidden = ({ admin }: Field): boolean => admin !== undefined && 'hidden' in admin && admin.hidden === true

/** What fills no more than one place of the head. */
const isShort = ({ type }: Field): boolean => ['text', 'number', 'select', 'checkbox', 'date', 'relationship'].includes(type)

const sectionOf = ({ name, label }: Section, fields: readonly Field[]): CollapsibleField => ({
  type: 'collapsible',
  label,
  admin: { custom: { section: name } },
  fields: [...fields],
})

/**
 * The head of a document: what is typed every day, side by side; beneath it, on one line, what is seldom typed, folded by question; then the
 * lines. Nothing stands beside them, so that they have the width. `foot`: what stands below the lines.
 */
export function withHeadSections(fields: readonly Field[], foot: ReadonlySet<string>): Field[] {
  const named = new Set(fields.map(nameOf))
  // a question that only one field answers is no section
  const made = sections.filter((section) => section.fields.filter((name) => named.has(name)).length > 1)
  const folded = new Set(made.flatMap((section) => section.fields))
  const rest = fields.filter((field) => !folded.has(nameOf(field)))
  const lines = rest.findIndex((field) => field.type === 'array' || foot.has(nameOf(field)))
  const end = lines < 0 ? rest.length : lines
  const isBeside = (field: Field): boolean => placeOf(field) === 'sidebar'
  /** What the house writes down in a place of its own: beside the form so far, or after the lines. */
  const isWritten = (field: Field, at: number): boolean =>
    isReadOnly(field) && (isBeside(field) || (at > end && isShort(field) && !isHidden(field) && !foot.has(nameOf(field))))
  const written = rest.filter(isWritten)
  const typed = rest.filter((field, at) => !isWritten(field, at))
  const rank = (field: Field): number => (first.includes(nameOf(field)) ? first.indexOf(nameOf(field)) : first.length)
  const head = [
    ...rest.slice(0, end).filter((field) => typed.includes(field)),
    ...rest.slice(end).filter((field) => typed.includes(field) && isBeside(field)),
    ...written.filter((field) => lookedFor.has(nameOf(field))),
  ]
  const folds: CollapsibleField = {
    type: 'collapsible',
    label: { zh: '更多', en: 'More' },
    admin: { components: { Field: '/src/admin/fields/HeadSections#HeadSections' } },
    fields: [
      ...made.map((section) =>
        sectionOf(
          section,
          section.fields.flatMap((name) => fields.filter((field) => nameOf(field) === name)),
        ),
      ),
      sectionOf(record, written.filter((field) => !lookedFor.has(nameOf(field))).map(inForm)),
    ],
  }
  return [...head.sort((a, b) => rank(a) - rank(b)).map(inForm), folds, ...typed.filter((field) => !head.includes(field))]
}
