import { type Asking, personOf } from '@/src/access/roles'
import { mayUseSheet } from '@/src/access/sheets'

import { notInForce } from './notInForce'
import type { Print, PrintedDocument } from './sheet'
import { approvalSheet } from './sheets/approvalSheet'
import { priceNotice } from './sheets/priceNotice'
import { salesPrints } from './sheets/sales'
import { statement } from './sheets/statement'
import { travellerCard } from './sheets/travellerCard'

/** Every sheet of the house. A new one is a `Print` in `sheets/`, listed here. */
export const prints: readonly Print[] = [...salesPrints, priceNotice, statement, travellerCard, approvalSheet]

export const printsOf = (slug: string): Print[] => prints.filter((print) => print.slug === slug)

/** What can be printed of this document, for the buttons. */
export const printsOffered = (
  slug: string,
  doc: PrintedDocument,
  user: Asking,
): Array<{ name: string; title: Print['title']; mail: boolean }> =>
  printsOf(slug)
    .filter((print) => print.offered?.(doc) !== false && mayUseSheet(personOf(user), print, 'print'))
    .map((print) => ({
      name: print.name,
      title: print.title,
      mail: print.mailTo !== undefined && notInForce(slug, doc.status) === null && mayUseSheet(personOf(user), print, 'mail'),
    }))
