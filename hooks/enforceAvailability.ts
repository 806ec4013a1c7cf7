import { guard } from './guard'

/** 可用量: no piece promised twice, per item, warehouse and batch, under their lock. */
export const enforceAvailability = guard('availability')
