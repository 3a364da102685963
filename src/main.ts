import { mount } from 'svelte'
import App from './App.svelte'
import './app.css'
import { drawsChinese } from './formats/fonts/chinese.ts'

const start = (): void => {
  const target = document.getElementById('app')
  if (target) mount(App, { target })
}

if (drawsChinese()) start()
else {
  const folder = new URL('fonts/', document.baseURI).href
  void import('./formats/fonts/fallback.ts')
    .then(({ showFallback }) => showFallback(folder))
    .finally(start)
}
