import type { PayloadRequest } from 'payload'

import { notify, peopleById, peopleWithRole } from '../control/notify'
import type { Stored } from '@/src/engine/documents/stored'

type RoundDocument = Stored<'feedback-rounds'>

/** Engineering hears of the customer's feedback, sales of new measurements; each event once. */
export async function tellOfRound(req: PayloadRequest, round: RoundDocument, to: 'engineering' | 'sales'): Promise<void> {
  const engineer = round['engineer'] as number | null | undefined
  const people =
    to === 'sales'
      ? await peopleById(req, [round.salesperson])
      : engineer
        ? await peopleById(req, [engineer])
        : await peopleWithRole(req, 'engineering')
  const what =
    to === 'sales' ? { zh: '有新的测量数据', en: 'has new measurements' } : { zh: '有新的客户反馈', en: 'has new customer feedback' }
  await notify({
    req,
    people,
    kind: to === 'sales' ? 'sampleMeasured' : 'sampleFeedback',
    key: `round-${to}-${round.id}-${round.version}`,
    related: { slug: 'feedback-rounds', id: round.id },
    title: { zh: `${round.no} ${what.zh}`, en: `${round.no} ${what.en}` },
    text: {
      zh: `客户反馈 ${round.no}（第 ${round.round} 轮）${what.zh}。`,
      en: `Feedback ${round.no} (round ${round.round}) ${what.en}.`,
    },
  })
}
