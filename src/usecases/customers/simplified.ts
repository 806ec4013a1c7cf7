import { Converter } from 'opencc-js/t2cn'

let convert: ((text: string) => string) | null = null

/** Traditional signs as those of today. The dictionary is read when it is asked for first. */
export const simplified = (text: string): string => {
  convert ??= Converter({ from: 't', to: 'cn' })
  return convert(text)
}
