import { addDays, businessDate, isBusinessDate } from '../kernel/businessDate'
import { readRichText } from '../text/richText'

type BegunLine = {
  item: number
  qty: number
  description?: string
  unit?: string
  discountRate?: number
  remark?: string
  breaks?: Array<{ qty: number }>
}

type Template = {
  terms: unknown
  remark: string | null
  validityDays: number | null
  lines: ReadonlyArray<{ item: number; qty: number } & Partial<Record<'description' | 'unit' | 'remark', string | null>> & { discountRate?: number | null; breaks?: readonly number[] | null }> // prettier-ignore
}

type Begun = { date: string; lines?: unknown; terms?: unknown; remark?: unknown; validUntil?: unknown }

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** What is left open is not carried: the rules find it as for any line. */
const lineOf = ({ item, qty, description, unit, discountRate, remark, breaks }: Template['lines'][number]): BegunLine => ({
  item,
  qty,
  ...(description ? { description } : {}),
  ...(unit ? { unit } : {}),
  ...(discountRate === null || discountRate === undefined ? {} : { discountRate }),
  ...(remark ? { remark } : {}),
  ...(breaks && breaks.length > 0 ? { breaks: breaks.map((least) => ({ qty: least })) } : {}),
})

/**
 * What a document takes from its template when it is made: lines, terms, remark and validity, each only where the person said nothing.
 * No price: that is found by the rules of the day.
 */
export function beginFromTemplate(
  doc: Begun,
  template: Template,
): { lines?: BegunLine[]; terms?: unknown; remark?: string; validUntil?: string } {
  const hasLines = Array.isArray(doc.lines) && doc.lines.length > 0
  const { validityDays } = template
  const date = doc.date.slice(0, 10)
  return {
    ...(hasLines ? {} : { lines: template.lines.map(lineOf) }),
    ...(readRichText(doc.terms).length === 0 && template.terms ? { terms: template.terms } : {}),
    ...(isEmpty(doc.remark) && template.remark ? { remark: template.remark } : {}),
    ...(isEmpty(doc.validUntil) && validityDays !== null && isBusinessDate(date)
      ? { validUntil: addDays(businessDate(date), validityDays) }
      : {}),
  }
}
