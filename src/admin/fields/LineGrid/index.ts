export { LineGrid } from './LineGrid'
