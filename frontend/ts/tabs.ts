export { Tabs as component } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs'
