const svgNamespace = 'http://www.w3.org/2000/svg'

/**
 * Corners of a zone, pressed on its plan and written into the field where they can also be typed, one "easting,
 * northing" to a line. What is typed is drawn too. Shown only where it works.
 */
class ZoneDraw {
  private readonly plan: SVGSVGElement
  private readonly field: HTMLTextAreaElement
  private readonly outline: SVGPolygonElement
  private readonly said: HTMLElement | null

  constructor(private readonly root: HTMLElement) {
    const plan = root.querySelector('svg')
    const field = document.getElementById(root.dataset['for'] ?? '')
    if (!plan || !(field instanceof HTMLTextAreaElement)) throw new Error('a plan needs its field')
    this.plan = plan
    this.field = field
    this.said = root.querySelector('[aria-live]')
    this.outline = document.createElementNS(svgNamespace, 'polygon')
    for (const [name, value] of [['fill', '#12436d'], ['fill-opacity', '0.15'], ['stroke', '#12436d'], ['stroke-width', '2']] as const)
      this.outline.setAttribute(name, value)
    plan.append(this.outline)
    plan.addEventListener('click', event => this.add(event))
    root.querySelector('button')?.addEventListener('click', () => this.takeBack())
    field.addEventListener('input', () => this.draw())
    root.hidden = false
    this.draw()
  }

  private number(name: string): number {
    return Number(this.root.dataset[name])
  }

  private lines(): string[] {
    return this.field.value.split('\n').filter(line => line.trim() !== '')
  }

  private write(lines: string[]): void {
    this.field.value = lines.join('\n')
    this.field.dispatchEvent(new Event('input', { bubbles: true }))
    if (this.said) this.said.textContent = lines.length === 1 ? '1 corner' : `${lines.length} corners`
  }

  private add(event: MouseEvent): void {
    const matrix = this.plan.getScreenCTM()
    if (!matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    const side = this.number('side')
    if (at.x < 0 || at.y < 0 || at.x > side || at.y > side) return
    const easting = this.number('west') + (at.x / side) * this.number('metres')
    const northing = this.number('north') - (at.y / side) * this.number('metres')
    this.write([...this.lines(), `${easting.toFixed(0)}, ${northing.toFixed(0)}`])
  }

  private takeBack(): void {
    this.write(this.lines().slice(0, -1))
  }

  private draw(): void {
    const side = this.number('side')
    const metres = this.number('metres')
    const points: string[] = []
    for (const line of this.lines()) {
      const numbers = line.split(/[\s,]+/).filter(part => part !== '').map(Number)
      const [easting, northing] = numbers
      if (numbers.length !== 2 || easting === undefined || northing === undefined || numbers.some(Number.isNaN)) continue
      points.push(`${((easting - this.number('west')) / metres) * side},${((this.number('north') - northing) / metres) * side}`)
    }
    this.outline.setAttribute('points', points.join(' '))
  }
}

export { ZoneDraw as component }
