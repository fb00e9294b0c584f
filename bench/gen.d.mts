/** The deck of `count` slides; the same text for the same count and seed. */
export function generateDeck(count: number, seed?: number): string
