import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import { approversFor } from '@/src/ledger/facts/creditReleases'

import { notify } from '../control/notify'
import type { CreditRelease } from './creditRelease'

/** Tells those whose quota covers the worst alarm that a release is asked of them. */
export async function tellCreditApprovers(req: PayloadRequest, request: CreditRelease): Promise<void> {
  const { id, version, documentNo: no, documentPreparedBy, alarms } = request
  const excess = Math.max(0, ...alarms.map((alarm) => alarm.excess))
  const { approvers } = await approversFor({ req, excess, except: idOf(documentPreparedBy) })
  await notify({
    req,
    people: approvers,
    kind: 'releaseAsked',
    key: `credit-release-${id}-${version}`,
    related: { slug: 'credit-releases', id },
    title: { zh: `请信用审批 ${no}`, en: `Please release ${no}` },
    text: {
      zh: alarms.map(({ object, excess: over }) => `${object.name} 超 ${over}`).join('；'),
      en: alarms.map(({ object, excess: over }) => `${object.name} over by ${over}`).join('; '),
    },
  })
}
