/** Bytes with a buffer of their own, which can be handed to another thread without a copy. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength) {
    return bytes as Uint8Array<ArrayBuffer>;
  }
  const own = new Uint8Array(bytes.byteLength);
  own.set(bytes);
  return own;
}

/** UTF-8 of a text, in a buffer of its own. Texts of a batch are too large for a second copy. */
export function encodeOwn(text: string): Uint8Array<ArrayBuffer> {
  return ownBytes(Buffer.from(text, 'utf8'));
}
