import { salesAnalysis } from './sales-analysis/definition'

/** Every report of the house, in the order the menu shows them. */
export const reports = [salesAnalysis]
