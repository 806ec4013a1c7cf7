import type { NoticeKind } from '@/src/domain/control/noticeWay'
import type { Role } from '@/src/engine/document'

import { type Person, notify, peopleById, peopleWithRole } from '../control/notify'
import type { SampleDocument } from './prepareSample'

export const sellers: readonly Role[] = ['sales', 'salesManager', 'generalManager']

export const engineers: readonly Role[] = ['engineering', 'rd', 'generalManager']

type Told = { to: 'sales' | 'engineering'; zh: string; en: string }

export async function tell(
  ctx: { req: Parameters<typeof peopleById>[0] },
  sample: SampleDocument,
  kind: NoticeKind,
  { to, zh, en }: Told,
): Promise<void> {
  const people: Person[] =
    to === 'sales'
      ? await peopleById(ctx.req, [sample.salesperson, sample.preparedBy])
      : sample.engineer
        ? await peopleById(ctx.req, [sample.engineer])
        : await peopleWithRole(ctx.req, 'engineering')
  await notify({
    req: ctx.req,
    people,
    kind,
    key: `${kind}-${sample.id}-${sample.version}`,
    related: { slug: 'samples', id: sample.id },
    title: { zh: `样板 ${sample.no} ${zh}`, en: `Sample ${sample.no} ${en}` },
    text: { zh: `样板 ${sample.no}（${sample.name}）${zh}。`, en: `Sample ${sample.no} (${sample.name}) ${en}.` },
  })
}
