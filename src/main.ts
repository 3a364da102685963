import { mount } from 'svelte'
import App from './App.svelte'
import './app.css'
import { drawsChinese } from './formats/fonts/chinese.ts'
import { rememberFocus } from './ui/parts/focus/past.ts'

const start = (): void => {
  const target = document.getElementById('app')
  if (target) mount(App, { target })
  // What index.html says as long as the app has not started.
  document.getElementById('not-started')?.remove()
}

rememberFocus()
// The database opens while fonts and screen are made; the screen asks for the same module.
void import('./storage/reports/summaries.ts').catch(() => undefined)
if (drawsChinese()) start()
else {
  const folder = new URL('fonts/', document.baseURI).href
  void import('./formats/fonts/fallback.ts')
    .then(({ showFallback }) => showFallback(folder))
    .finally(start)
}
