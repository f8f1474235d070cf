export declare function random(seed: number): (n: number) => number;
export declare function mutate(texts: readonly string[], pick: (n: number) => number): string;
export declare function mutateBytes(texts: readonly string[], pick: (n: number) => number): Uint8Array;
