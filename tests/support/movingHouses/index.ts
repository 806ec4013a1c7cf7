import { factory } from './factory'
import type { House } from './house'
import { retailer } from './retailer'
import { scaleModels } from './scaleModels'

export type { Filled, House } from './house'

/** Companies that move in, each by the templates alone. */
export const movingHouses: readonly House[] = [scaleModels(), retailer(), factory()]
