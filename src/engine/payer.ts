/** Who pays a document. Every document that asks for or takes money has fixed him; one that has not cannot be booked. */
export function payerOf(doc: { no?: string; billTo?: unknown }): number {
  const { billTo } = doc
  const id = billTo !== null && typeof billTo === 'object' && 'id' in billTo ? billTo.id : billTo
  if (!Number.isInteger(id)) throw new Error(`${doc.no || 'A new document'} names nobody who pays it`)
  return Number(id)
}
