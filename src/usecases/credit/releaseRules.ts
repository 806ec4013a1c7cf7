import { noContributions } from '@/src/domain/kernel/contributions'
import { documentOfRelease } from '@/src/ledger/facts/creditReleases'
import { lockDocumentRows } from '@/src/ledger/locks'

import { creditReleaseKind } from '@/src/domain/credit/creditReleaseKind'
import { defineDocument } from '@/src/engine/define'
import type { CreditRelease } from './creditRelease'
import { openRequest, prepareRelease } from './prepareRelease'
import { explainRelease } from './explainRelease'
import { rejectRelease } from './rejectRelease'
import { releaseCredit } from './releaseCredit'
import { renewRelease } from './renewRelease'
import { voidRelease } from './voidRelease'

/** 信用审批: it waits for the lock of the document it releases, so that a save and a release of one document never cross. */
defineDocument<CreditRelease>({
  ...creditReleaseKind,
  prepare: prepareRelease,
  existing: openRequest,
  lockFirst: async (req, id) => {
    const document = await documentOfRelease(req, id)
    if (document) await lockDocumentRows({ req, documents: [document] })
  },
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: { explain: explainRelease, release: releaseCredit, reject: rejectRelease, renew: renewRelease, void: voidRelease },
})
