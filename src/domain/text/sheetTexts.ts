import type { Language, Words } from '../words/words'
import { fillPlaceholders, type Placeholder, type PlaceholderValues, placeholdersIn } from './placeholders'
import { readRichText, type RichBlock } from './richText'
import { storeText } from './storeText'

/** The sheets of the house that say something of its own, by the name their texts go by in the company's settings. */
export const sheetKinds = {
  quotation: { zh: '报价单', en: 'Quotation' },
  confirmation: { zh: '订单确认书', en: 'Order confirmation' },
  delivery: { zh: '送货单', en: 'Delivery note' },
  returned: { zh: '退货单', en: 'Return note' },
  invoice: { zh: '销售发票', en: 'Invoice' },
  creditNote: { zh: '红字发票', en: 'Credit note' },
  statement: { zh: '客户对账单', en: 'Statement of account' },
  notice: { zh: '调价通知', en: 'Price notice' },
  approval: { zh: '样板承认书', en: 'Sample approval sheet' },
} as const satisfies Record<string, Words>

export type SheetKind = keyof typeof sheetKinds

/** What leaves with goods tells no prices: whoever packs them reads none. */
const unpriced: ReadonlySet<SheetKind> = new Set(['delivery', 'returned', 'approval'])
export const tellsPrices = (kind: SheetKind): boolean => !unpriced.has(kind)

/** What the house says on a sheet beside its figures: under its name, below the content, and at the foot of every page. */
export type SheetTexts = { head: RichBlock[]; terms: RichBlock[]; foot: RichBlock[] }

/** The texts of an approved document, in both languages, as they stood and filled in when it was approved. */
type SealedTexts = Readonly<Record<Language, SheetTexts>>

/** The texts of the company as they are stored: `headZh`, `footEn`, `quotationZh`, `quotationHeadZh`, `quotationMailEn`. */
export type StoredTexts = Readonly<Record<string, unknown>>

const ending = { zh: 'Zh', en: 'En' } as const

/** A text that was sent without marks is taken as paragraphs. */
export function storedText(texts: StoredTexts | null | undefined, name: string, language: Language): RichBlock[] {
  const text = texts?.[`${name}${ending[language]}`]
  return readRichText(typeof text === 'string' ? storeText(text) : text)
}

export const storedLine = (texts: StoredTexts | null | undefined, name: string, language: Language): string => {
  const line = texts?.[`${name}${ending[language]}`]
  return typeof line === 'string' ? line : ''
}

/** Head or foot of a kind of sheet: its own where it has one, else that of all sheets. */
export function edgeText(
  texts: StoredTexts | null | undefined,
  edge: 'head' | 'foot',
  kind: SheetKind | undefined,
  language: Language,
): RichBlock[] {
  const own = kind ? storedText(texts, `${kind}${edge === 'head' ? 'Head' : 'Foot'}`, language) : []
  return own.length > 0 ? own : storedText(texts, edge, language)
}

/** What a sheet says today, its placeholders not yet filled. Terms a document has of its own take the place of the house's. */
export const textsInForce = ({
  texts,
  kind,
  language,
  own,
}: {
  texts: StoredTexts | null | undefined
  kind: SheetKind
  language: Language
  own?: unknown
}): SheetTexts => {
  const given = readRichText(own)
  return {
    head: edgeText(texts, 'head', kind, language),
    terms: given.length > 0 ? given : storedText(texts, kind, language),
    foot: edgeText(texts, 'foot', kind, language),
  }
}

export const filledTexts = (texts: SheetTexts, values: PlaceholderValues): SheetTexts => ({
  head: fillPlaceholders(texts.head, values),
  terms: fillPlaceholders(texts.terms, values),
  foot: fillPlaceholders(texts.foot, values),
})

export const placeholdersOf = (texts: SheetTexts): Placeholder[] => [
  ...new Set([texts.head, texts.terms, texts.foot].flatMap((blocks) => placeholdersIn(blocks))),
]

/** What was sealed with a document, in one language; undefined when nothing was. */
export function sealedIn(stored: unknown, language: Language): SheetTexts | undefined {
  const texts = (stored as Partial<SealedTexts> | null | undefined)?.[language]
  return texts && Array.isArray(texts.head) && Array.isArray(texts.terms) && Array.isArray(texts.foot) ? texts : undefined
}

/** What is not told of a document leaves its placeholder empty. */
export const valuesOf = (told: Partial<PlaceholderValues>): PlaceholderValues => ({
  ...{ title: '', no: '', date: '', validUntil: '', customer: '', contact: '', salesperson: '', currency: '', total: '' },
  ...{ paymentTerms: '', deliveryAddress: '', company: '', link: '' },
  ...told,
})
