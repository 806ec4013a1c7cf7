export { RowGrid } from './RowGrid'
