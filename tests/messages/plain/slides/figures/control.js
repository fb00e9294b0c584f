export const figure = {
  title: 'A title',
  controls: { size: { label: 'Size', values: [1, 2, 3], start: 4 } },
  draw: () => '<svg viewBox="0 0 9 9"><circle r="4"/></svg>',
}
