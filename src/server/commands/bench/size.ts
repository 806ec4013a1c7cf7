/** `--quick`: a fiftieth of what is measured for the record; figures that only say whether something broke. */
export const isQuick = process.argv.includes('--quick')

/** How many of something a bench makes up: all of them, or a fiftieth. */
export const sized = (full: number): number => (isQuick ? Math.ceil(full / 50) : full)
