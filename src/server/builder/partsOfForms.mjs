import path from 'node:path'

import { inForms, ofEveryForm } from './heldParts.mjs'

/**
 * A loader of the builder: the platform's parts of forms. What every form is drawn by comes with our own parts of them; the others are loaded out
 * of that one load, and bring nothing a second time that came with it.
 */
export default function partsOfForms() {
  const packages = path.relative(path.dirname(this.resourcePath), path.resolve(import.meta.dirname, '../../../node_modules'))
  const nameOf = (part) => part.split('@payloadcms/').at(-1)
  const whole = (part) => `'${path.join(packages, part)}?whole'`
  return [
    ...ofEveryForm.map((part, at) => `import * as part${at} from ${whole(part)}`),
    'export const platform = {',
    ...ofEveryForm.map((part, at) => `  '${nameOf(part)}': async () => part${at},`),
    ...inForms.map((part) => `  '${nameOf(part)}': () => import(${whole(part)}),`),
    '}',
  ].join('\n')
}
