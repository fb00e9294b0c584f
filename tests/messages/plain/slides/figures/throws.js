export const figure = {
  title: 'A title',
  draw() {
    throw new Error('no luck')
  },
}
