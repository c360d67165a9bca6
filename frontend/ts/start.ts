export type Component = new (element: HTMLElement) => unknown

/** Gives each element its component. One that fails is reported and does not stop the others. */
export function start(component: Component, elements: Iterable<Element>): void {
  for (const element of elements) {
    try {
      new component(element as HTMLElement)
    } catch (error) {
      console.error(error)
    }
  }
}
