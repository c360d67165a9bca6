// The Ministry of Justice's components have no types of their own.
declare module '@ministryofjustice/frontend/moj/components/*.mjs' {
  type Component = new (element: HTMLElement) => unknown
  export const ButtonMenu: Component
  export const DatePicker: Component
  export const SortableTable: Component
}
