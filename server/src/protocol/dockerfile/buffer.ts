/** What dockerfile-ast uses of Node's Buffer, which a web worker has not: the build puts it in its place. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
