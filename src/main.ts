import { mount } from 'svelte'
import App from './App.svelte'
import './app.css'

const target = document.getElementById('app')
if (target) {
  mount(App, { target })
  // What index.html says when the app does not start.
  document.getElementById('not-started')?.remove()
}
