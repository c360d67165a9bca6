export { Accordion as component } from 'govuk-frontend/dist/govuk/components/accordion/accordion.mjs'
