import type { Language } from '@/src/domain/messages/language'
import type { RichBlock } from '@/src/domain/text/richText'
import type { SheetKind, StoredTexts } from '@/src/domain/text/sheetTexts'

/** A column of a sheet: figures stand right, texts left; `width` in points, '*' shares what is left, 'auto' takes what it needs. */
export type SheetColumn = { title: string; align?: 'left' | 'right' | 'center'; width?: number | '*' | 'auto'; noWrap?: boolean }
export type SheetCell = string | { text: string; sub?: string } | { quiet: string } | { picture: Buffer | null }

/**
 * One printed document as the house prints it: head with the company, title, number and QR code, facts in two columns, one table
 * (or several), totals, notes, places to sign. Plain values; how it looks is decided in one place (`renderSheet`).
 */
export type Sheet = {
  language: Language
  company: {
    name: string
    address?: string | null
    phone?: string | null
    email?: string | null
    taxNo?: string | null
    bank?: string | null
    logo?: unknown
    /** Texts of the house by kind and language, as stored. */
    texts?: StoredTexts | null
  }
  title: string
  no: string
  /** Printed across the page: a draft or a cancelled document must not pass for a valid one. */
  watermark?: string
  facts: Array<[label: string, value: string]>
  tables: Array<{ title?: string; columns: SheetColumn[]; rows: SheetCell[][]; empty?: string }>
  totals?: Array<[label: string, value: string]>
  /** Pictures large enough to judge, with a line under each, JPEG. */
  gallery?: Array<{ title: string; picture: Buffer }>
  notes?: Array<{ title: string; text: string | RichBlock[] }>
  /** Under the name of the house in place of its address, and at the foot of every page. */
  head?: RichBlock[]
  /** PNG */
  logo?: Buffer
  /** Where the customer finds it; the code at the head leads there. Absent: the code says the number. */
  page?: string
  foot?: RichBlock[]
  signatures?: string[]
  orientation?: 'portrait' | 'landscape'
}

/** What a sheet is made of: the document with its relations, as this person may read it, and the house. */
export type PrintInput<Doc = PrintedDocument> = {
  doc: Doc
  language: Language
  company: Sheet['company']
  /** Small pictures by the id of the item they belong to; absent where there is none. */
  pictures: ReadonlyMap<number, Buffer>
  /** Other documents the sheet needs, as this person may read them. */
  related: Readonly<Record<string, unknown>>
}

/** Documents as the Local API gives them at depth 1; what a person may not read is absent. */
export type PrintedDocument = { id: number; no: string; status: string; lines?: PrintedLine[] } & Record<string, unknown>
export type PrintedLine = { id: string } & Record<string, unknown>

/** One copy of a sheet: what narrows it, and the address of its customer where he has one. */
export type Copy = { query: URLSearchParams; to: string | null; customer: string }

export type Print = {
  /** The collection whose documents it prints; `name` tells several prints of one collection apart. */
  slug: string
  name: string
  title: { zh: string; en: string }
  /** Whose texts of the house it carries; absent: only its head and foot. `kinds` are all it may be. */
  kinds?: readonly SheetKind[]
  kind?: (doc: PrintedDocument) => SheetKind
  /** Whether item pictures are needed. */
  pictures?: boolean
  /** Whom a mail with it goes to when nobody is named. */
  mailTo?: 'customer'
  /** Whether it can be printed of this document; absent: always. */
  offered?: (doc: PrintedDocument) => boolean
  /** Reads what is needed beside the document itself, with the rights of the request. */
  load?: (input: {
    req: import('payload').PayloadRequest
    doc: PrintedDocument
    query: URLSearchParams
  }) => Promise<Record<string, unknown>>
  /** Whom a mail without address goes to when the document concerns several customers: each gets a copy of his own. */
  copies?: (input: { req: import('payload').PayloadRequest; doc: PrintedDocument; customer: number | null }) => Promise<Copy[]>
  sheet: (input: PrintInput) => Sheet
}
