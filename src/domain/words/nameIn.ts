import type { Language } from './words'

/** A record of the house as it is called in either language; its English name is kept where somebody outside reads it. */
export type Named = { name?: string | null; nameEn?: string | null }

/** What a record is called in the language of whoever reads: its English name where it has one, else the name the house gave it. */
export const nameIn = ({ name, nameEn }: Named, language: Language): string => (language === 'en' && nameEn?.trim()) || (name ?? '')

/** The same in both, for what is read in either. */
export const namesOf = (record: Named | null | undefined): Record<Language, string> => ({
  zh: nameIn(record ?? {}, 'zh'),
  en: nameIn(record ?? {}, 'en'),
})

/** A line's own description, unless it only repeats what the item is called: that is said in the reader's language. */
export const lineName = (description: string | null | undefined, item: Named | null | undefined, language: Language): string =>
  description && description !== item?.name ? description : item ? nameIn(item, language) : (description ?? '')

/** Units of trade as they are written in Chinese, and what an English reader calls them. */
const units: Readonly<Record<string, string>> = { 个: 'pcs', 件: 'pcs', 只: 'pcs', 粒: 'pcs', 颗: 'pcs', 枚: 'pcs', 支: 'pcs', 根: 'pcs', 条: 'pcs', 台: 'units', 套: 'sets', 副: 'sets', 双: 'pairs', 对: 'pairs', 打: 'dozen', 罗: 'gross', 箱: 'cartons', 盒: 'boxes', 包: 'packs', 袋: 'bags', 卷: 'rolls', 张: 'sheets', 片: 'pieces', 块: 'pieces', 瓶: 'bottles', 桶: 'drums', 托: 'pallets', 千克: 'kg', 公斤: 'kg', 克: 'g', 吨: 't', 米: 'm', 厘米: 'cm', 毫米: 'mm', 平方米: 'm²', 立方米: 'm³', 升: 'l', 毫升: 'ml', 千个: '1,000 pcs', 千粒: '1,000 pcs', 万个: '10,000 pcs' } // prettier-ignore

/** A unit is a text of the item; one nobody has a word for stays as it is. */
export const unitIn = (unit: string, language: Language): string => (language === 'en' && units[unit.trim()]) || unit
