export { DatePicker as component } from '@ministryofjustice/frontend/moj/components/date-picker/date-picker.mjs'
