/** What only a form with rows has: one load. Lines of a document have more, and that is loaded out of this one. */
export { RowGrid } from './RowGrid/RowGrid'

export const lines = () => import('./LineGrid/LineGrid')
