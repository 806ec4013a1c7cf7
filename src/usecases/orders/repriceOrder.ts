import { repriceVerb } from '../pricing/repriceVerb'
import { prepareOrder } from './prepareOrder'

/** 重新取价 of an order. */
export const repriceOrder = repriceVerb(prepareOrder)
