import { readFileSync } from 'node:fs'

import { transformSync } from 'esbuild'

/**
 * A loader of the builder: the platform's interface part by part (docs/adr/0065). The package ships it twice, as one bundle of everything, and as the modules
 * that was made from: the list of its exports names them. What the modules say of their looks is in the package's style sheet.
 */
export default function platformParts() {
  if (this.resourcePath.endsWith('.scss')) return ''
  const exported = this.resourcePath.replace(/\.js$/, '.d.ts')
  this.addDependency(exported)
  return transformSync(readFileSync(exported, 'utf8'), { loader: 'ts', format: 'esm' }).code
}
