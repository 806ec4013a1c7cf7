/** The component that shows a small list of rows as one table. `admin.custom.columns` names the columns, else every field is one; `enteredBy` the roles that enter them, else all who may save. */
export const rowGrid = '/src/admin/fields/opened#RowGrid'
