declare module 'virtual:lectern/theme' {
  /** Name of the theme whose style sheet the import brings. */
  export const theme: string
}
