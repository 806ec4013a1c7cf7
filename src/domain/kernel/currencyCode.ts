/** A currency as it is kept, however wide or small it was written: ｕｓｄ is USD. */
export const currencyCode = (text: string): string => text.normalize('NFKC').trim().toUpperCase()
