/** What only a customer's form has: one load. */
export { ChangePayer } from './ChangePayer'
export { FollowsCategory } from './FollowsCategory'
export { MergeCustomer } from './MergeCustomer'
