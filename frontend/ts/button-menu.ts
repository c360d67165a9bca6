export { ButtonMenu as component } from '@ministryofjustice/frontend/moj/components/button-menu/button-menu.mjs'
