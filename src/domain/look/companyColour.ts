/** White on a coloured button is to be read by whoever sees badly, too (WCAG AA). */
const readable = 4.5

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours stand apart, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** What is wrong with a colour for buttons with white words; nothing: null. */
export function colourFault(text: string): 'notColour' | 'tooPale' | null {
  if (!isColour(text)) return 'notColour'
  return contrast(text, '#ffffff') < readable ? 'tooPale' : null
}
