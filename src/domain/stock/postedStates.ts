import { cancelled, draft, posted, reversed } from '../words/stateWords'
import type { Words } from '../words/words'
import { type StockDocumentStatus, stockDocumentEditable, stockDocumentSteps } from './stockDocumentSteps'

const states: Readonly<Record<StockDocumentStatus, Words>> = { draft, posted, reversed, cancelled }
const ended: readonly StockDocumentStatus[] = ['posted', 'reversed', 'cancelled']

/** The life that stock documents share: posted once, undone only by a reversal. */
export const postedStates = { states, ended, initial: 'draft', steps: stockDocumentSteps, editable: stockDocumentEditable } as const
