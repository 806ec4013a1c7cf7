/** Cannot start, and what to do about it, in one line. */
export class EmbeddedPostgresError extends Error {}
