import type { Print, PrintedDocument } from './sheet'

/** What the file of a printed document is called: its number, and the revision where one was asked for. */
export const fileNameOf = (print: Print, doc: PrintedDocument, revision?: string | null): string =>
  `${doc.no || `${print.slug}-${String(doc.id)}`}${revision ? `-r${revision}` : ''}.pdf`
