import { priceAdjustmentKind } from '@/src/domain/pricing/priceAdjustmentKind'
import type { Actor, Role, VerbContext } from '@/src/engine/document'

import type { PriceAdjustment } from './prepareAdjustment'

export const adjusters: readonly Role[] = priceAdjustmentKind.editors

export const approvers: readonly Role[] = ['salesManager', 'generalManager']

type Ctx = VerbContext<PriceAdjustment, unknown>

export const thresholdOf = ({ settings }: Pick<Ctx, 'settings'>): number => settings.pricing.adjustmentThreshold ?? 10

export const authorOf = (actor: Actor | null, { no }: PriceAdjustment) => ({
  id: actor?.id ?? null,
  name: actor?.name ?? actor?.email ?? null,
  no,
})
