// What every page loads. Nothing here is needed to finish a journey: it only adds.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { ExitThisPage } from 'govuk-frontend/dist/govuk/components/exit-this-page/exit-this-page.mjs'
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs'
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs'
import { Radios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs'
import { ServiceNavigation } from 'govuk-frontend/dist/govuk/components/service-navigation/service-navigation.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'

import { watchDetailsMenus } from './details-menu'
import { guardAgainstDoubleSending } from './double-send'
import { watchLeaving } from './leave'
import { watchPrintButtons } from './print'
import { type Component, start } from './start'

const onEveryPage: Record<string, Component> = {
  'govuk-button': Button,
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-exit-this-page': ExitThisPage,
  'govuk-notification-banner': NotificationBanner,
  'govuk-password-input': PasswordInput,
  'govuk-radios': Radios,
  'govuk-service-navigation': ServiceNavigation,
  'govuk-skip-link': SkipLink,
}

const whereUsed: Record<string, () => Promise<{ component: Component }>> = {
  'govuk-tabs': () => import('./tabs'),
  'moj-button-menu': () => import('./button-menu'),
  'moj-date-picker': () => import('./date-picker'),
  'moj-sortable-table': () => import('./sortable-table'),
  'ds-zone-draw': () => import('./zone-draw'),
}

const isSending = () => {
  try {
    return sessionStorage.getItem('doorstep-sending') !== null
  } catch {
    return false
  }
}

const withModule = (name: string) => [...document.querySelectorAll(`[data-module="${name}"]`)]

// The design system's own mark of a browser it works in, set before anything is shown.
if (document.body.classList.contains('govuk-frontend-supported')) {
  for (const [name, component] of Object.entries(onEveryPage)) start(component, withModule(name))
  guardAgainstDoubleSending()
  watchDetailsMenus()
  watchLeaving()
  watchPrintButtons()

  for (const [name, load] of Object.entries(whereUsed)) {
    const elements = withModule(name)
    if (elements.length > 0) void load().then(({ component }) => start(component, elements))
  }
  // A draft of this device is on its way, or the page is about drafts.
  if (document.querySelector('[data-drafts], [data-drafts-note]') || isSending()) void import('./drafts').then(({ startDrafts }) => startDrafts())
  if (document.body.dataset['timeoutIdle']) void import('./timeout').then(({ watchSession }) => watchSession(document.body))
}
