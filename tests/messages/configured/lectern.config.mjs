export default {
  rules: { 'notes-missing': 'warning', 'asset-alt': 'error', 'html-unsafe': 'off' },
  plugins: [
    {
      name: 'sample',
      directives: [
        {
          name: 'clock',
          kinds: ['leaf'],
          what: 'A clock',
          attributes: { minutes: { type: 'number', what: 'How long it runs', required: true, example: '5' } },
          run: () => [],
        },
        {
          name: 'boom',
          kinds: ['leaf'],
          what: 'Fails',
          run() {
            throw new Error('no luck')
          },
        },
      ],
      remark: [
        (tree, { report }) => {
          for (const node of tree.children)
            if (node.type === 'table') report(node, 'tables are hard to read', { fix: 'Draw it.' })
        },
      ],
    },
  ],
}
