export const differences: { collection: string; reason: string; examples: number[] }[] = []
