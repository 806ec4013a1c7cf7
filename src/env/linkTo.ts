import { env } from './env'

/** The address of the house as people outside know it. Never what a request says of itself: that is written by whoever asks. */
export const house = (): string => env.SERVER_URL ?? `http://localhost:${env.PORT}`

/** A page of the admin, as it stands in a mail. */
export const linkTo = (path: string): string => `${house()}/admin${path}`
