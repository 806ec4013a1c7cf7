import { d } from '../kernel/decimal'
import type { Finding } from '../kernel/decision'

export type FeatureType = 'number' | 'text' | 'choice'

/** One row of a category's template (产品特征). */
export type FeatureTemplate = {
  key: string
  name?: string | null
  type: FeatureType
  unit?: string | null
  /** how far a measured value may lie from the required one, either way, in the unit */
  tolerance?: number | null
  /** comma separated */
  options?: string | null
  required?: boolean | null
}

export type SampleFeature = FeatureTemplate & { value?: string | null }

const isFigure = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text.trim())

/** The options of a choice, as they are written in one text: parted by commas, Chinese or Western. */
export const optionsOf = (options: string | null | undefined): string[] =>
  (options ?? '')
    .split(/[,，、;；]/)
    .map((option) => option.trim())
    .filter(Boolean)

/** The features of a sample: one row per row of the template with the value entered, then what was added beyond it. */
export function completeFeatures({
  template,
  entered,
}: {
  template: readonly FeatureTemplate[]
  entered: ReadonlyArray<Partial<SampleFeature> & { key: string }>
}): SampleFeature[] {
  const byKey = new Map(entered.map((feature) => [feature.key, feature]))
  const known = new Set(template.map(({ key }) => key))
  return [
    ...template.map((row): SampleFeature => {
      const mine = byKey.get(row.key)
      return { ...row, tolerance: mine?.tolerance ?? row.tolerance ?? null, value: mine?.value ?? null }
    }),
    ...[...byKey.values()]
      .filter(({ key }) => !known.has(key))
      .map((feature): SampleFeature => ({ ...feature, type: feature.type ?? 'text', required: feature.required ?? false })),
  ]
}

/** Values that are not of their feature's type: text for a number, a choice that is not offered. */
export function featureFindings(features: readonly SampleFeature[]): Finding[] {
  return features.flatMap((feature, index): Finding[] => {
    const value = (feature.value ?? '').trim()
    if (value === '') return []
    const options = optionsOf(feature.options)
    const accepted =
      feature.type === 'number' && !isFigure(value)
        ? 'a number'
        : feature.type === 'choice' && options.length > 0 && !options.includes(value)
          ? options.join(', ')
          : null
    return accepted
      ? [
          {
            code: 'INVALID_INPUT',
            severity: 'error',
            path: `features.${index}.value`,
            facts: { field: feature.key, value, accepted },
          },
        ]
      : []
  })
}

/** Everything a sample still lacks before it can become an item, all at once: required features, a drawing, the code. */
export function missingForConversion({
  features,
  drawings,
  drawingRequired,
  code,
}: {
  features: readonly SampleFeature[]
  drawings: number
  drawingRequired: boolean
  code: string
}): string[] {
  return [
    ...features.filter(({ required, value }) => required && !(value ?? '').trim()).map(({ key }) => key),
    ...(drawingRequired && drawings === 0 ? ['drawing'] : []),
    ...(code.trim() === '' ? ['code'] : []),
  ]
}

/**
 * How far a measured value lies from the required one, and whether it is within tolerance (equal passes; without a tolerance any
 * difference is out). Null where one of them is not a figure. Worked: 12.5 required ± 0.1, measured 12.62 → +0.12, out.
 */
export function deviationOf({
  required,
  measured,
  tolerance,
}: {
  required: string | null | undefined
  measured: string | null | undefined
  tolerance: number | null | undefined
}): { deviation: string; within: boolean } | null {
  const [wanted, found] = [(required ?? '').trim(), (measured ?? '').trim()]
  if (wanted === '' || found === '') return null
  if (!isFigure(wanted) || !isFigure(found)) return null
  const difference = d(found).minus(d(wanted))
  return { deviation: `${difference.gt(0) ? '+' : ''}${difference.toString()}`, within: difference.abs().lte(d(tolerance ?? 0)) }
}
