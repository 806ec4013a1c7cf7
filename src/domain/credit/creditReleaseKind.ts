import { documentKind } from '../kernel/documentKind'
import { money, releaseAskers } from '../people/crews'
import { salesOwner } from '../people/rows'
import { rejected, released, voided } from '../words/stateWords'
import type { CreditRelease } from './creditRelease'
import { creditReleaseSteps } from './releaseSteps'

/** 信用审批: a document over its limit asks somebody to let it pass. */
export const creditReleaseKind = documentKind<CreditRelease>()({
  slug: 'credit-releases',
  title: { zh: '信用审批', en: 'Credit release', many: 'Credit releases' },
  purpose: { zh: '信用审批：超额单据的放行请求，由单据自动产生', en: 'Credit releases: asked for by documents over their limit' },
  series: 'CR',
  states: { open: { zh: '待审批', en: 'Open' }, released, rejected, void: voided },
  initial: 'open',
  ended: ['released', 'rejected', 'void'],
  steps: creditReleaseSteps,
  editable: [],
  editors: releaseAskers,
  readers: money,
  rows: {
    ...salesOwner,
    preparedBy: 'documentPreparedBy',
    whole: { who: ({ releaseQuota }) => releaseQuota !== null && releaseQuota !== undefined, words: 'all for whoever may release' },
  },
  shows: ['price'],
  menu: { group: 'money', usedBy: ['salesManager', 'finance'] },
  waits: { status: 'open', at: '/credit-releases' },
  columns: ['no', 'date', 'documentNo', 'customer', 'amount', 'status', 'approvedBy', 'expiresAt'],
  decides: 'document',
})
