import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { keepRowsAside, type Row, rowsFound, rowsToWrite } from '@/src/db/rowsAside'

import type { AnyDocument } from '../document'
import type { Operation } from '../operation'
import { enterRows, isRow, readyRows } from './enterRows'
import { readRows, rowsAsStored } from './readRows'
import { lineFieldsOf } from './rowFields'

/*
 * Payload asks every question of every field of every row, four times in a save: for fifty lines that is most of what a save costs. So the
 * lines of a document go past it. They are taken out before its operation begins, prepared and judged by the rules as ever, written and
 * read with the document by the adapter (`src/db/rowsAside`), and given back as the person may read them.
 */

type WriteArgs = {
  data?: Record<string, unknown>
  depth?: number
  overrideAccess?: boolean
  populate?: object
  select?: object
  showHiddenFields?: boolean
}

type Held = { req: PayloadRequest; collection: SanitizedCollectionConfig; operation: Operation }

/** Takes the lines out of what Payload is about to write. Returns the rest of it. */
export function holdRows({ req, collection, operation, args }: Held & { args: WriteArgs }): Record<string, unknown> {
  const { data = {}, depth, overrideAccess = false, populate, select, showHiddenFields = false } = args
  const { lines, ...header } = data
  const areRows = lines === undefined || (Array.isArray(lines) && lines.every(isRow))
  const past = lineFieldsOf(collection) !== null && !select && !populate && areRows
  // whatever an earlier write that failed has left is forgotten
  keepRowsAside(req, collection.slug, past && operation.id !== null)
  if (!past) return data
  operation.rows = {
    ...(lines === undefined ? {} : { entered: lines.filter(isRow) }),
    former: [],
    stored: [],
    overrideAccess,
    depth: Math.min(depth ?? req.payload.config.defaultDepth, req.payload.config.maxDepth),
    showHiddenFields,
  }
  return header
}

/** The document with its lines, and as it was stored with its lines: what the rules work on. */
export async function withHeldRows<Doc extends object>({
  req,
  collection,
  operation,
  data,
  stored,
}: Held & { data: Doc; stored: AnyDocument | null }): Promise<{ data: Doc; stored: AnyDocument | null }> {
  const { rows: held } = operation
  const fields = lineFieldsOf(collection)
  if (!held || !fields) return { data, stored }
  const kind = operation.id === null ? 'create' : 'update'
  const doc: Row = { ...(stored ?? {}) }
  const asHouse = {
    req,
    collection,
    overrideAccess: true,
    doc,
    operation: 'read' as const,
    depth: 0,
    currentDepth: 1,
    showHiddenFields: true,
  }
  held.former = [...rowsFound(req, collection.slug)]
  const former = await readRows(asHouse, fields, held.former)
  const entering = { req, collection, operation: kind, overrideAccess: held.overrideAccess, doc } as const
  const lines = held.entered ? await enterRows(entering, fields, held.entered, former) : structuredClone(former)
  const before = stored && { ...stored, lines: former }
  return { data: held.entered || operation.id !== null ? { ...data, lines } : data, stored: before }
}

/** Hands the lines to the write that follows; the document goes on without them. */
export async function putRowsAside<Doc extends { lines?: unknown }>({
  req,
  collection,
  operation,
  doc,
}: Held & { doc: Doc }): Promise<Doc> {
  const { rows: held } = operation
  const fields = lineFieldsOf(collection)
  if (!held || !fields) return doc
  const { lines, ...header } = doc
  const kind = operation.id === null ? 'create' : 'update'
  const ready = Array.isArray(lines)
    ? await readyRows({ req, collection, operation: kind, overrideAccess: held.overrideAccess, doc: header }, fields, lines.filter(isRow))
    : null
  const stored = ready && rowsAsStored(fields, ready)
  rowsToWrite(req, collection.slug, operation.id === null ? (stored ?? []) : stored)
  held.stored = stored ?? held.former
  return header as Doc
}

/** Gives the lines back to the document that was written, as this person reads them. */
export async function giveRowsBack<Doc extends Row>({ req, collection, operation, doc }: Held & { doc: Doc }): Promise<Doc> {
  const { rows: held } = operation
  const fields = lineFieldsOf(collection)
  if (!held || !fields) return doc
  const { overrideAccess, depth, showHiddenFields } = held
  const reading = { req, collection, operation: 'read' as const, overrideAccess, depth, currentDepth: 1, showHiddenFields, doc }
  return { ...doc, lines: await readRows(reading, fields, held.stored) }
}
