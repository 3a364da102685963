const key = 'nianbao-dark'
const system = window.matchMedia('(prefers-color-scheme: dark)')

/** Light or dark: the system's choice until the user makes one. */
export class Theme {
  dark: boolean = $state(
    localStorage.getItem(key) ? localStorage.getItem(key) === '1' : system.matches
  )

  constructor() {
    system.addEventListener('change', () => {
      if (!localStorage.getItem(key)) this.#show(system.matches)
    })
    this.#show(this.dark)
  }

  toggle = (): void => {
    localStorage.setItem(key, this.dark ? '0' : '1')
    this.#show(!this.dark)
  }

  #show(dark: boolean): void {
    this.dark = dark
    document.documentElement.classList.toggle('dark', dark)
  }
}
