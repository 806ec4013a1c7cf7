import type { PayloadRequest } from 'payload'

import { idOf } from '@/src/domain/kernel/idOf'
import type { Stored } from '@/src/engine/documents/stored'

import { notify, peopleWithRole } from './notify'

/** Tells everybody who may confirm a subscriber that one waits for it. */
export async function tellOfWebhook(req: PayloadRequest, { id, name, version, changedBy }: Stored<'webhooks'>): Promise<void> {
  const changers = new Set((changedBy ?? []).map(idOf))
  const people = [...(await peopleWithRole(req, 'admin')), ...(await peopleWithRole(req, 'generalManager'))]
  await notify({
    req,
    people: people.filter((person) => !changers.has(person.id)),
    kind: 'houseChange',
    key: `webhook-${String(id)}-${String(version ?? 1)}`,
    title: { zh: `外部通知 ${name}：待确认`, en: `Outside notice ${name}: waits for a second person` },
    text: {
      zh: `外部通知 ${name} 的地址、签名密钥、事件或部门有变更，确认之前不会发出。`,
      en: `The address, secret, events or department of the outside notice ${name} changed. Nothing goes out before somebody else confirms it.`,
    },
    related: { slug: 'webhooks', id },
  })
}
