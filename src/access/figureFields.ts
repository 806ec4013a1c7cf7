import type { Field, FieldAccess } from 'payload'

import { allKinds } from '@/src/domain/kinds'
import { type Figure, maySee } from '@/src/domain/people/sight'

import { personOf } from './roles'

/** Fields of documents and masters that show a price or what comes of it, by collection. */
const priced = [
  'price',
  'listPrice',
  'retailPrice',
  'discountRate',
  'originalPrice',
  'netUnitPrice',
  'net',
  'tax',
  'gross',
  'netPrice',
  'grossPrice',
  'baseNet',
  'baseTax',
  'baseGross',
  'headerDiscount',
  'netTotal',
  'taxTotal',
  'grossTotal',
  'grossBefore',
  'grossAfter',
  'freight',
  'freightNet',
  'freightTax',
  'freightOf',
  'trace',
  'earlier',
  'amount',
  'alarms',
]

/** Texts of a document that may tell its total. */
const saidOfPrices = ['terms', 'sealedTexts']

/** A customer's bank account, and its copy on documents. */
const banked = ['bank', 'bankAccount']

/** What leaves with goods tells no total in its texts, and is printed by who reads no prices. */
const showing = (shown: readonly ('price' | 'total' | 'bank')[]): Partial<Record<Figure, readonly string[]>> => ({
  ...(shown.includes('price') ? { price: shown.includes('total') ? [...priced, ...saidOfPrices] : priced } : {}),
  ...(shown.includes('bank') ? { bank: banked } : {}),
})

/**
 * Which fields show which figure. Cost, minimum and limit are closed where the field is declared, since their names mean other things
 * elsewhere; prices stand in so many fields alike that they are closed here, by name.
 */
export const figureFields: Readonly<Record<string, Partial<Record<Figure, readonly string[]>>>> = {
  customers: { bank: banked },
  items: { price: priced },
  ...Object.fromEntries(allKinds.flatMap(({ slug, shows = [] }) => (shows.length > 0 ? [[slug, showing(shows)]] : []))),
}

const both =
  (figure: Figure, given: FieldAccess | undefined): FieldAccess =>
  (args) =>
    maySee(personOf(args.req.user), figure) && (given ? given(args) : true)

/** The fields of a collection with the figures in them closed to whoever may not know them. Access is composed, never replaced. */
export function withFiguresClosed(slug: string, fields: readonly Field[]): Field[] {
  const closed = figureFields[slug]
  if (!closed) return [...fields]
  const figureOf = new Map(
    (Object.entries(closed) as Array<[Figure, readonly string[]]>).flatMap(([figure, names]) => names.map((name) => [name, figure])),
  )
  const walk = (list: readonly Field[]): Field[] =>
    list.map((field) => {
      const figure = 'name' in field ? figureOf.get(field.name) : undefined
      const access = 'access' in field ? field.access : undefined
      const read = figure ? { access: { ...access, read: both(figure, access?.read) } } : {}
      if (field.type === 'tabs') return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: walk(tab.fields) })) }
      return { ...field, ...read, ...('fields' in field ? { fields: walk(field.fields) } : {}) } as Field
    })
  return walk(fields)
}
