/** Which open documents depend on a master record, asked under the transaction that wants to change it. */
export {
  booksHaveBegun,
  itemsOpenIn,
  type OpenDocument,
  openInUnit,
  openInWarehouse,
  openWithOtherPayer,
  openWithTerms,
  warehouseContents,
} from '@/src/ledger/facts/openDocuments'
