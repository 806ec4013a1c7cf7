/**
 * A loader of the builder: in a module of the platform another text stands where one is found (docs/adr/0065, `leftOut.mjs`). An update that
 * is written otherwise fails the build, and is looked at.
 */
export default function instead(source) {
  const { texts } = this.getOptions()
  return texts.reduce((text, [found, put]) => {
    if (!text.includes(found)) throw new Error(`${this.resourcePath} no longer says: ${found}`)
    return text.replace(found, put)
  }, source)
}
