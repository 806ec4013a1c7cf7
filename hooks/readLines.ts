import type { CollectionAfterReadHook, FieldHook } from 'payload'

import { linesOf, readLinesAside } from '@/src/engine/rows/linesRead'

/** Of the field: the lines of a document are read all at once. */
export const readLines: FieldHook = (args) => readLinesAside(args)

/** Of the document, after its header has been read: it has its lines again. */
export const showLines: CollectionAfterReadHook = ({ doc }) => linesOf(doc)
