import type { FieldHookArgs } from 'payload'

import type { Row } from '@/src/db/rowsAside'

import { workOf } from '../operation'
import { isRow } from './enterRows'
import { readRows } from './readRows'
import { lineFieldsOf } from './rowFields'

/** The lines of a document that is being read, until Payload has read its header. */
const read = new WeakMap<object, Row[]>()

/** Somebody says how far related records are to be read: then Payload reads the rows, too. */
export const notePopulate = (req: FieldHookArgs['req'], populate: unknown): void => {
  if (populate !== undefined) workOf(req).populateAsked = true
}

/** Reads the lines of a document all at once and keeps them from Payload's reading; `undefined` leaves them to it. */
export async function readLinesAside({
  collection,
  currentDepth = 1,
  depth = 0,
  overrideAccess = false,
  req,
  showHiddenFields = false,
  siblingData,
  value,
}: FieldHookArgs): Promise<Row[] | undefined> {
  const fields = collection && lineFieldsOf(collection)
  if (!collection || !fields || !Array.isArray(value) || value.length === 0 || workOf(req).populateAsked) return undefined
  const reading = { req, collection, operation: 'read' as const, overrideAccess, depth, currentDepth, showHiddenFields, doc: siblingData }
  read.set(siblingData, await readRows(reading, fields, value.filter(isRow)))
  return []
}

/** The document with its lines again. */
export function linesOf<Doc extends object>(doc: Doc): Doc {
  const lines = read.get(doc)
  read.delete(doc)
  return lines ? Object.assign(doc, { lines }) : doc
}
