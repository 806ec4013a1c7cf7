import type { Contributions } from '@/src/domain/kernel/contributions'
import { noContributions } from '@/src/domain/kernel/contributions'
import { quoteLineFigures } from '@/src/domain/orders/lineFigures'
import { quoteKind } from '@/src/domain/quotes/quoteKind'
import { askPriceRelease } from '@/src/engine/askRelease'
import { defineDocument } from '@/src/engine/define'
import type { Stored } from '@/src/engine/documents/stored'
import { aboutSample, byDocument } from '@/src/ledger/links'
import { beginQuote } from './beginQuote'
import { confirmQuote } from './confirmQuote'
import { copyQuote } from './copyQuote'
import { createOrder } from './createOrder'
import { expireQuote } from './expireQuotes'
import { prepareQuote } from './prepareQuote'
import { reviseQuote } from './reviseQuote'
import { supersedeQuote } from './supersedeQuote'
import { repriceQuote } from './repriceQuote'
import { approveQuote } from './approveQuote'
import { cancelQuote } from './cancelQuote'
import { issueLink } from './issueLink'
import { revokeLink } from './revokeLink'
import { loseQuote } from './loseQuote'
import { rejectQuote } from './rejectQuote'
import { sendQuote } from './sendQuote'
import { submitQuote } from './submitQuote'

type QuoteDocument = Stored<'quotes'>

/** 报价单: binds nobody and reserves nothing, so it contributes nothing to the books. */
defineDocument<QuoteDocument>({
  ...quoteKind,
  sheet: () => 'quotation',
  begin: beginQuote,
  prepare: prepareQuote,
  contributions: (): Contributions => noContributions(),
  links: [aboutSample({ to: 'quotes' }), byDocument({ from: 'quotes', to: 'quotes', column: 'revises_id' })],
  lineFigures: quoteLineFigures,
  addsUp: ['openQty'],
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: true, credit: null, availability: null },
  verbs: {
    submit: submitQuote,
    reprice: repriceQuote,
    'ask-price-release': askPriceRelease('quotes'),
    approve: approveQuote,
    reject: rejectQuote,
    send: sendQuote,
    confirm: confirmQuote,
    lose: loseQuote,
    cancel: cancelQuote,
    'create-order': createOrder,
    copy: copyQuote,
    expire: expireQuote,
    revise: reviseQuote,
    supersede: supersedeQuote,
    'issue-link': issueLink,
    'revoke-link': revokeLink,
  },
})
