import type { Archive } from './archive'
import { passPart } from './walkXml'

/** Signs a workbook cannot hold are written as `_x000D_`. */
export const written = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text

/** The texts cells share, in their order; what tells how a text is pronounced is no part of it. */
export async function sharedTexts(archive: Archive): Promise<readonly string[]> {
  const name = 'xl/sharedStrings.xml'
  if (!archive.parts.has(name)) return []
  const texts: string[] = []
  let [text, inText, spoken] = ['', false, false]
  const seen = {
    open: (tag: string) => {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') spoken = true
      else if (tag === 't') inText = !spoken
    },
    text: (part: string) => {
      if (inText) text += part
    },
    close: (tag: string) => {
      if (tag === 't') inText = false
      else if (tag === 'rPh') spoken = false
      else if (tag === 'si') texts.push(written(text))
    },
  }
  await passPart(await archive.open(name), seen)
  return texts
}
