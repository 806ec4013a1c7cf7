/** The periods one chooses by name: first and last day by their distance from today (`relativeDay`). */
export const periods = {
  thisMonth: { from: 'month', to: 'month-end' },
  lastMonth: { from: 'month-1', to: 'month-1-end' },
  thisQuarter: { from: 'quarter', to: 'quarter-end' },
  lastQuarter: { from: 'quarter-1', to: 'quarter-1-end' },
  thisYear: { from: 'year', to: 'year-end' },
  lastYear: { from: 'year-1', to: 'year-1-end' },
  last30: { from: 'today-29', to: 'today' },
  last12: { from: 'month-11', to: 'month-end' },
} as const

export type Period = keyof typeof periods
