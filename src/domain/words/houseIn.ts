import type { Language } from './words'

type House = { name?: string | null; nameEn?: string | null; address?: string | null; addressEn?: string | null }

/** The house as whoever reads this language knows it: name and address, in Chinese where it has no others. */
export const houseIn = ({ name, nameEn, address, addressEn }: House, language: Language): { name: string; address: string | null } =>
  language === 'en' ? { name: nameEn || name || '', address: addressEn || address || null } : { name: name ?? '', address: address || null }
