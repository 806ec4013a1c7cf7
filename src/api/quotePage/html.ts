/** Text that is HTML already; everything else put into a page is text and stays text. */
export class Html {
  constructor(readonly text: string) {}
}

type Put = string | number | Html | null | undefined | false | readonly Put[]

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

function put(value: Put): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  return Array.isArray(value) ? value.map(put).join('') : escaped(String(value as string | number))
}

/** A piece of a page: what is put into it is escaped, pieces of pages stay what they are. */
export const html = (parts: TemplateStringsArray, ...values: Put[]): Html =>
  new Html(parts.reduce((text, part, at) => text + part + put(values[at]), ''))
