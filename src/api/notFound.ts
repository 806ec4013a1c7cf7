import { APIError } from 'payload'

/** What is not there, or not for whoever asks: the same answer to both. */
export const notFound = () => new APIError('Not found', 404, undefined, true)
