import { idOf } from '@/src/domain/kernel/idOf'

import { ask } from '../../request/ask'
import type { AttachedFile } from '../../components/viewer/attachedFile'

export type Measured = {
  feature: string
  required?: string | null
  measured?: string | null
  deviation?: string | null
  judgement?: 'ok' | 'out' | null
}

export type Round = {
  id: number
  round: number
  no: string
  status: string
  date: string
  remark?: string | null
  technical: Measured[]
  pictures: AttachedFile[]
}

export type SampleRounds = { pictures: AttachedFile[]; approval: ReadonlySet<number>; rounds: Round[] }

type Doc = Omit<AttachedFile, 'kind'>
type SampleDoc = { pictures?: Array<Doc | number> | null; approvalPictures?: Array<Doc | number> | null }
type RoundDoc = Omit<Round, 'pictures' | 'technical'> & { pictures?: Array<Doc | number> | null; technical?: Measured[] | null }

/** A picture one may not read comes as its bare number and is not shown. */
const shown = (pictures: Array<Doc | number> | null | undefined): AttachedFile[] =>
  (pictures ?? []).filter((each): each is Doc => typeof each === 'object').map((doc) => ({ ...doc, kind: 'pictures' }))

/** The pictures of a sample and of each of its rounds, oldest round first; null when they could not be read. */
export async function loadRounds(sample: number | string, signal: AbortSignal): Promise<SampleRounds | null> {
  const [own, rounds] = await Promise.all([
    ask<SampleDoc>(`/api/samples/${sample}?depth=1`, { signal }),
    ask<{ docs: RoundDoc[] }>(`/api/feedback-rounds?where[sample][equals]=${sample}&depth=1&sort=round&limit=1000`, { signal }),
  ])
  if (!own.ok || !rounds.ok) return null
  const { pictures, approvalPictures } = own.body
  const { docs } = rounds.body
  return {
    pictures: shown(pictures),
    approval: new Set((approvalPictures ?? []).flatMap((each) => idOf(each) ?? [])),
    rounds: docs.map((round) => ({ ...round, pictures: shown(round.pictures), technical: round.technical ?? [] })),
  }
}

export type Compared = { feature: string; required: string; left: Measured | undefined; right: Measured | undefined }

/** Two rounds feature by feature, in the order of the later one; what only the earlier knows comes last. */
export function compareMeasured(left: readonly Measured[], right: readonly Measured[]): Compared[] {
  const features = [...new Set([...right, ...left].map(({ feature }) => feature))]
  return features.map((feature) => {
    const [a, b] = [left, right].map((rows) => rows.find((row) => row.feature === feature))
    return { feature, required: b?.required ?? a?.required ?? '', left: a, right: b }
  })
}
