/** An instant as the business writes it: 2026-11-29 05:38. */
export const instantIn = (instant: string | number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant))
