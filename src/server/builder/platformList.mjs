import path from 'node:path'

import { ofPages, opened } from './heldParts.mjs'

/** A loader of the builder: every part of the platform that is held back, so that it is known by name wherever a page may have been drawn with it. */
export default function platformList() {
  const packages = path.relative(path.dirname(this.resourcePath), path.resolve(import.meta.dirname, '../../../node_modules'))
  const parts = [...ofPages, ...opened]
  // named, not only imported: the package says that an import alone does nothing
  const named = parts.map((part, at) => `import * as part${at} from '${path.join(packages, part)}'`)
  return [...named, `export const ofPlatform = [${parts.map((_, at) => `part${at}`).join(', ')}]`].join('\n')
}
