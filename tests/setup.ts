import { configure } from '@testing-library/svelte'
import '@testing-library/svelte/vitest'
import 'fake-indexeddb/auto'

// What is loaded on use may come late on a machine with much else to do.
configure({ asyncUtilTimeout: 20_000 })
