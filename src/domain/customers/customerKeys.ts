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

const isFiller = (text: string): boolean => new Set(text).size < 2

/** A tax number by its letters and figures; what is no number (无, 0, -) is none. */
export function taxNumber(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
  return bare.length < 5 || isFiller(bare) ? null : bare
}

/** The phones a field holds, each by the figures that are dialled inside the country: 0086-20-8123 4567 转 8 is 2081234567. */
export function phoneNumbers(text: string): string[] {
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
  const given = (marks: readonly Recognised[]) => marks.flatMap(({ path, value }) => (value?.trim() ? [{ path, value: value.trim() }] : []))
  const keys: CustomerKey[] = [
    ...given(names).flatMap((mark): CustomerKey[] => {
      const { core, ...region } = companyName(mark.value, simplified)
      return [...core].length < 2 ? [] : [{ kind: 'name', key: core, ...region, ...mark }]
    }),
    ...given(taxNos).flatMap((mark): CustomerKey[] => {
      const key = taxNumber(mark.value)
      return key === null ? [] : [{ kind: 'taxNo', key, ...nowhere, ...mark }]
    }),
    ...given(phones).flatMap((mark) => phoneNumbers(mark.value).map((key): CustomerKey => ({ kind: 'phone', key, ...nowhere, ...mark }))),
  ]
  const seen = new Set<string>()
  return keys.filter(({ kind, key }) => !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`))
}

/** Whether two keys speak of one customer. */
export const sameCustomer = (a: Omit<CustomerKey, 'path' | 'value'>, b: Omit<CustomerKey, 'path' | 'value'>): boolean =>
  a.kind === b.kind && a.key === b.key && maybeSameRegion(a, b)
