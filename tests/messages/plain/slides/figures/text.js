export const figure = { title: 'A title', draw: () => 'no drawing' }
