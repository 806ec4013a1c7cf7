import path from 'node:path'

const component = /^export (?:const|function) ([A-Z]\w*)/
const literal = /^export const \w+ = (?:'[^']*'|"[^"]*");?$/
const listed = /^export \{ ((?:[A-Z]\w*(?:, )?)+) \}(?: from '[^']+')?;?$/

/**
 * A loader of the builder: a part of the platform that most pages never draw is loaded when it is drawn (docs/adr/0065). What stands in its place names
 * the same components; the module itself is asked for by `?whole`. One that has more than components and words in it cannot be held back, and the
 * build fails. `isOpened`: it may come into a page that is alive, which stays as it is while the part is loaded. `isInForms`: it is drawn in a form, and
 * loaded out of what forms are made of (`partsOfForms.mjs`).
 */
export default function heldBack(source) {
  const { isOpened, isInForms } = this.getOptions()
  const forms = path.relative(path.dirname(this.resourcePath), path.resolve(import.meta.dirname, '../../admin/fields/ofForms.ts'))
  const file = this.resourcePath.split('/').at(-1)
  const lines = source.split('\n').filter((line) => line.startsWith('export '))
  const names = lines.flatMap((line) => component.exec(line)?.[1] ?? listed.exec(line)?.[1].split(', ') ?? [])
  const words = lines.filter((line) => literal.test(line))
  const others = lines.filter((line) => ![component, literal, listed].some((shape) => shape.test(line)))
  if (names.length === 0 || others.length > 0) throw new Error(`${this.resourcePath} cannot be held back: ${others.join(' ')}`)
  const name = this.resourcePath.split('@payloadcms/').at(-1)
  const options = `{ ${isOpened ? 'loading: () => null, ' : ''}loadableGenerated: { modules: ['${name}'] } }`
  const whole = isInForms ? `(await import('${forms}')).platform['${name}']()` : `import('./${file}?whole')`
  return [
    `'use client'`,
    `import dynamic from 'next/dynamic'`,
    ...words,
    ...names.map((part) => `export const ${part} = dynamic(async () => (await ${whole}).${part}, ${options})`),
  ].join('\n')
}
