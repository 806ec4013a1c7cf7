import { idOf } from '@/src/domain/kernel/idOf'

/** Who pays a document. Every document that asks for or takes money has fixed him; one that has not cannot be booked. */
export function payerOf(doc: { no?: string; billTo?: unknown }): number {
  const id = idOf(doc.billTo)
  if (id === null) throw new Error(`${doc.no || 'A new document'} names nobody who pays it`)
  return id
}
