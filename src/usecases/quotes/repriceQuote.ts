import { repriceVerb } from '../pricing/repriceVerb'
import { prepareQuote } from './prepareQuote'

/** 重新取价 of a quote. */
export const repriceQuote = repriceVerb(prepareQuote)
