import { guard } from './guard'

/** 最低售价: no line below the highest applicable minimum, at save or approve as the pricing settings say. */
export const enforceMinimumPrice = guard('minimumPrice')
