/** Forgets what the transaction of a request has read of customers, items and warehouses. */
export { forgetMasterRows as forgetMasters } from '@/src/ledger/masterMemo'
