import path from 'node:path'

/** A loader of the builder: what Next makes of `next/dynamic` is made by ours, and comes alive with the page (docs/adr/0065). */
export default function ourDynamic() {
  const ours = path.resolve(import.meta.dirname, '../../admin/early/laterPart.tsx')
  return `export { default } from '${path.relative(path.dirname(this.resourcePath), ours)}'`
}
