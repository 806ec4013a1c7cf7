import { maybeSameRegion, nowhere, type Region, regionNamed, withoutRegion } from './regions'

/** What two records of one customer have in common, however they were typed. */
export type CustomerKey = Region & { kind: 'name' | 'taxNo' | 'phone'; key: string; path: string; value: string }

/** What of a customer tells whether it is another one: names, tax numbers and phones, with the fields they stand in. */
export type Recognised = { path: string; value: string | null | undefined }
export type CustomerMarks = { names: readonly Recognised[]; taxNos: readonly Recognised[]; phones: readonly Recognised[] }

/** Legal forms and what a company calls itself besides its name, taken from the end as often as there is one. */
const forms =
  /(?:股份有限责任公司|股份有限公司|有限责任公司|集团有限公司|有限公司|有限合伙|控股公司|集团公司|总公司|(?<!分)公司|控股|集团|股份|企业|实业)$/u
const latinForms = new Set([
  ...['co', 'ltd', 'limited', 'inc', 'incorporated', 'corp', 'corporation', 'company', 'llc', 'llp', 'plc', 'gmbh', 'ag', 'bv', 'pte', 'pty', 'sa', 'srl', 'group', 'holdings'],
]) // prettier-ignore

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Words of other writing, without the legal forms at the end and the article before: The Blue Whale Co., Ltd. is blue whale. */
function latinName(text: string): string {
  const words = text
    .replaceAll(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and')
  const article = words.length > 1 && words[0] === 'the' ? 1 : 0
  let end = words.length
  while (end > article + 1 && latinForms.has(words[end - 1] ?? '')) end -= 1
  return words.slice(article, end).join('')
}

/** A name without its legal forms, as long as two signs of it are left. */
function withoutForms(name: string): string {
  const shorter = name.replace(forms, '')
  return shorter === name || [...shorter].length < 2 ? name : withoutForms(shorter)
}

/** What brackets hold is a region, a legal form, or part of the name. */
function withoutBrackets(text: string): { rest: string; region: Region } {
  let region = nowhere
  const rest = text.replaceAll(/[([{【〔「《]([^)\]}】〕」》]*)[)\]}】〕」》]/gu, (_, inner: string) => {
    const bare = inner.replaceAll(/[^\p{L}\p{N}]/gu, '')
    const found = regionNamed(bare)
    if (found) region = found
    return found || bare.replace(forms, '') === '' ? '' : ` ${inner} `
  })
  return { rest, region }
}

/**
 * The name of a company by itself: full and half width, brackets, case, spaces, legal form and region do not count, traditional signs are
 * those of today (`simplified`). 廣東省廣州市藍鯨牛仔（集團）有限公司 and 蓝鲸牛仔 are one name, the former in 广州.
 */
export function companyName(text: string, simplified: (text: string) => string): Region & { core: string } {
  const plain = simplified(text.normalize('NFKC')).toLowerCase()
  const { rest, region: bracketed } = withoutBrackets(plain)
  if (!isHan(rest)) return { core: latinName(rest), ...bracketed }
  const core = withoutForms(rest.replaceAll(/[^\p{L}\p{N}]/gu, ''))
  const { rest: named, region } = withoutRegion(core)
  const said = region.city !== '' || region.province !== '' ? region : bracketed
  return { core: named, province: said.province, city: said.city }
}

/** One sign over and over: what somebody writes who has no number. */
function isFiller(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) if (text[at] !== text[0]) return false
  return true
}

const bareNumber = /^[A-Z0-9]*$/

/** A tax number by its letters and figures; what is no number (无, 0, -) is none. */
export function taxNumber(text: string): string | null {
  const bare = bareNumber.test(text)
    ? text
    : text
        .normalize('NFKC')
        .toUpperCase()
        .replaceAll(/[^A-Z0-9]/g, '')
  return bare.length < 5 || isFiller(bare) ? null : bare
}

const mobile = /^1[3-9]\d{9}$/

/** The phones a field holds, each by the figures that are dialled inside the country: 0086-20-8123 4567 转 8 is 2081234567. */
export function phoneNumbers(text: string): string[] {
  if (mobile.test(text)) return [text]
  const one = (part: string): string | null => {
    const [main = ''] = part.split(/转|分机|ext\.?|#|x/iu)
    const digits = main.replaceAll(/\D/g, '').replace(/^00/, '')
    const inland = digits.replace(/^86(?=1[3-9]\d{9}$|0?[1-9]\d{8,10}$)/, '').replace(/^0/, '')
    return inland.length < 7 || isFiller(inland) ? null : inland
  }
  const parts = text.normalize('NFKC').split(/[,;/、|\n]|\s{2,}/u)
  return [...new Set(parts.flatMap((part) => one(part) ?? []))]
}

/** Everything a customer is recognised by, each once. A name of one sign tells nothing. */
export function customerKeys({ names, taxNos, phones }: CustomerMarks, simplified: (text: string) => string): CustomerKey[] {
  const keys: CustomerKey[] = []
  const note = (kind: CustomerKey['kind'], key: string, { province, city }: Region, path: string, value: string): void => {
    if (!keys.some((known) => known.kind === kind && known.key === key)) keys.push({ kind, key, province, city, path, value })
  }
  for (const { path, value } of given(names)) {
    const { core, ...region } = companyName(value, simplified)
    if ([...core].length > 1) note('name', core, region, path, value)
  }
  for (const { path, value } of given(taxNos)) {
    const key = taxNumber(value)
    if (key !== null) note('taxNo', key, nowhere, path, value)
  }
  for (const { path, value } of given(phones)) for (const key of phoneNumbers(value)) note('phone', key, nowhere, path, value)
  return keys
}

/** What is said, each once: the record says again what its default title does. */
function given(marks: readonly Recognised[]): Iterable<{ path: string; value: string }> {
  const said = new Map<string, { path: string; value: string }>()
  for (const { path, value } of marks) {
    const text = value?.trim()
    if (text && !said.has(text)) said.set(text, { path, value: text })
  }
  return said.values()
}

/** Whether two keys speak of one customer. */
export const sameCustomer = (a: Omit<CustomerKey, 'path' | 'value'>, b: Omit<CustomerKey, 'path' | 'value'>): boolean =>
  a.kind === b.kind && a.key === b.key && maybeSameRegion(a, b)
