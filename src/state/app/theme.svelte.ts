import { recall, remember } from './local.ts'

const key = 'nianbao-dark'
const system = window.matchMedia('(prefers-color-scheme: dark)')

/** Light or dark: the system's choice until the user makes one. */
export class Theme {
  #chosen: boolean | undefined
  dark: boolean = $state(false)

  constructor() {
    const kept = recall(key)
    this.#chosen = kept ? kept === '1' : undefined
    system.addEventListener('change', () => this.#show(this.#chosen ?? system.matches))
    this.#show(this.#chosen ?? system.matches)
  }

  toggle = (): void => {
    this.#chosen = !this.dark
    remember(key, this.#chosen ? '1' : '0')
    this.#show(this.#chosen)
  }

  #show(dark: boolean): void {
    this.dark = dark
    document.documentElement.classList.toggle('dark', dark)
  }
}
