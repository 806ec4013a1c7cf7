import type { PayloadRequest } from 'payload'

import { statusWord } from '@/src/domain/words/statusWords'

import { notify, peopleById, peopleWithRole } from './notify'
import type { HouseChangeDocument } from './prepareHouseChange'

/** Tells those who wait for it what became of a change of rights or settings; a new one, everybody who may confirm it. */
export async function tellOfHouseChange(
  req: PayloadRequest,
  doc: HouseChangeDocument,
  people: readonly (number | null)[] | null,
): Promise<void> {
  const told =
    people === null
      ? [...(await peopleWithRole(req, 'admin')), ...(await peopleWithRole(req, 'generalManager'))].filter(
          ({ id }) => id !== doc.preparedBy,
        )
      : await peopleById(req, people)
  const state = (language: 'zh' | 'en'): string => statusWord('house-changes', doc.status, language) ?? doc.status
  const subject = String(doc.subject ?? '')
  await notify({
    req,
    people: told,
    kind: 'houseChange',
    key: `house-change-${String(doc.id)}-${doc.status}`,
    title: { zh: `${subject}：${state('zh')}`, en: `${subject}: ${state('en')}` },
    text: { zh: `${doc.no} ${subject}。原因：${doc.reason}`, en: `${doc.no} ${subject}. Reason: ${doc.reason}` },
    related: { slug: 'house-changes', id: doc.id },
  })
}
