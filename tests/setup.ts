import '@testing-library/svelte/vitest'
import 'fake-indexeddb/auto'
