import type { ServerFunctionClientArgs } from 'payload'

/**
 * The platform asks with the first change of a form whether somebody else has saved meanwhile, and then lays a dialog over the page that
 * takes the focus and knows but one way out: load anew, without what was typed. Our own save shows both versions and loses nothing.
 */
export const ownConflicts = <Asked extends Pick<ServerFunctionClientArgs, 'name' | 'args'>>(asked: Asked): Asked =>
  asked.name === 'form-state' ? { ...asked, args: { ...asked.args, checkForStaleData: false } } : asked
