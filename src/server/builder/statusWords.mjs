/** What a browser is given in the place of `http-status`: the statuses the platform's errors name, and no words for all others. */
export const status = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  LOCKED: 423,
  INTERNAL_SERVER_ERROR: 500,
}
