/** Where the house is reached from outside, as whoever runs it says; no slash at the end. */
export const houseAddress = (): string =>
  process.env['SERVER_URL']?.replace(/\/+$/, '') || `http://localhost:${process.env['PORT'] || '3000'}`
