export { LookupField } from './LookupField'
