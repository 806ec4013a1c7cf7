/** Trees of categories: who changes one, and what stands above and below a record in it. */
export { holdTree, joinTree, levelsBelow, treeAbove } from '@/src/ledger/trees'
