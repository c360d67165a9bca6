export { SortableTable as component } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
