import type { PayloadRequest } from 'payload'

import { type SecondPersonArea, secondPersonAreas, takenBack } from '@/src/domain/control/houseChange'
import { type SettingsChange, settingsChanges } from '@/src/ledger/facts/settingsChanges'

export type InForce = {
  area: SecondPersonArea
  at: string
  version: number
  values: Record<string, unknown>
  /** Who set what since then, the newest first: from what to what. */
  since: SettingsChange[]
}

const hidden = new Set(['id', 'globalType', 'createdAt', 'updatedAt', 'version'])

/** Settings as they stood at a moment, that of a document's step for example: what came after is taken back. Null: no such settings. */
export async function settingsInForce({
  req,
  area: named,
  at,
}: {
  req: PayloadRequest
  area: string
  at: string
}): Promise<InForce | null> {
  const area = secondPersonAreas.find((each) => each === named)
  if (!area) return null
  const now: Record<string, unknown> = {
    ...(await req.payload.findGlobal({ slug: area, depth: 0, overrideAccess: false, user: req.user, req })),
  }
  const since = await settingsChanges(req, area, at)
  const values = takenBack(
    now,
    since.flatMap(({ changes }) => changes),
  )
  const oldest = since.at(-1)
  const version = oldest?.version ? oldest.version - 1 : Number(now['version'] ?? 1)
  return { area, at, version, values: Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name))), since }
}
