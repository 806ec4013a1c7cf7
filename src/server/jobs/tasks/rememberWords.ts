import { createLocalReq, type PayloadRequest } from 'payload'

import { inTransaction } from '@/src/db/transaction'
import { type LookupKind, lookupKinds } from '@/src/domain/lookup/kinds'
import { rememberPortion } from '@/src/engine/lookup/rememberWords'
import { rememberKeysAfter } from '@/src/usecases/customers/duplicates'

import type { JobTask } from '../task'

/** Records that came through an import or a restored backup are found by typing like all others; portion by portion, each kept at once. */
export const rememberWords: JobTask = async ({ payload }) => {
  for (const kind of Object.keys(lookupKinds) as LookupKind[]) {
    for (let portion = 1, records = 0; portion > 0; records += portion) {
      const req = await createLocalReq({}, payload)
      portion = await inTransaction(req, () => rememberPortion(req, kind))
      if (portion === 0 && records > 0) payload.logger.info({ msg: 'Records can be looked up', kind, records })
    }
  }
  for (let last: number | null = 0; last !== null;) {
    const [req, after]: [PayloadRequest, number] = [await createLocalReq({}, payload), last]
    last = await inTransaction(req, () => rememberKeysAfter(req, after))
  }
}
