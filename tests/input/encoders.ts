/** Encoders for the tests, made by turning the platform's decoders round. */
const LEADS = Array.from({ length: 0x7e }, (_, i) => 0x81 + i);
const TRAILS = Array.from({ length: 0xbf }, (_, i) => 0x40 + i);

function pairsOf(label: string): Map<string, [number, number]> {
  const decoder = new TextDecoder(label);
  const pairs = new Map<string, [number, number]>();
  for (const lead of LEADS)
    for (const trail of TRAILS) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(text) && !pairs.has(text))
        pairs.set(text, [lead, trail]);
    }
  return pairs;
}

const TABLES = { gb18030: pairsOf('gb18030'), big5: pairsOf('big5') };

/** The text's bytes; what the encoding's two-byte part does not have is left out. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be' | 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text);
  const little = Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16le') return little;
  if (encoding === 'utf-16be') return little.swap16();
  const bytes: number[] = [];
  for (const c of text) {
    if (c < '\u0080') bytes.push(c.charCodeAt(0));
    else bytes.push(...(TABLES[encoding].get(c) ?? []));
  }
  return Uint8Array.from(bytes);
}
