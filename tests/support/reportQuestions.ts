import { reports } from '@/reports'

/** Every choice of every parameter with choices, one at a time, and every flag. */
export const questionsOf = ({ params }: (typeof reports)[number]): string[] => [
  '',
  ...Object.entries(params).flatMap(([name, { options, kind, hidden }]) =>
    hidden ? [] : kind === 'flag' ? [`${name}=true`] : (options ?? []).map(({ value }) => `${name}=${value}`),
  ),
]

/** The parameters of a report when somebody without the right to cost asks nothing. */
export function defaultsOf(name: string, today: string): Record<string, unknown> {
  const report = reports.find((one) => one.name === name)!
  const params = Object.fromEntries(Object.entries(report.params).map(([key, { schema }]) => [key, schema.parse(undefined)]))
  return { ...params, ...report.settle?.(params, { today }), ...(name === 'price-volume-mix' ? { of: 'amount' } : {}) }
}
