/**
 * What names begin with that the app gives to things in this browser: its database, work laid aside.
 * The single file has a library of its own, though a server may offer it beside the site.
 */
export const edition = import.meta.env?.MODE === 'single' ? 'nianbao-single' : 'nianbao'
