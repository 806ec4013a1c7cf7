export { FigureCell } from './FigureCell'
export { NamedCell } from './NamedCell'
export { StateCell } from './StateCell'
