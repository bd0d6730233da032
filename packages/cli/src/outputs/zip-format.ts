/** One entry as the directory of a zip needs to know it. */
export interface ZipMember {
  readonly name: string;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

/** Where the directory of a zip stands, and what it holds. */
export interface ZipDirectory {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first date a zip can hold: the same input must give the same bytes on every day. */
const firstDate = 0x0021;
const unixRegularFile = 0o100644;
const needs20 = 20;
const needs45 = 45;
const full32 = 0xffffffff;
const full16 = 0xffff;

// Layouts after PKWARE's APPNOTE 6.3: 4.3.7 local header, 4.3.12 directory header, 4.3.14-16 ends, 4.5.3 zip64 field.

export function localHeader({ name, crc, packedSize, size }: ZipMember): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  const header = Buffer.alloc(30 + nameBytes.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(needs20, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(firstDate, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packedSize, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(nameBytes.length, 26);
  header.set(nameBytes, 30);
  return header;
}

export function directoryHeader({ name, crc, packedSize, size }: ZipMember, offset: number): Buffer {
  const nameBytes = Buffer.from(name, 'utf8');
  const isFar = offset >= full32;
  const extra = isFar ? 12 : 0;
  const header = Buffer.alloc(46 + nameBytes.length + extra);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x0300 | needs45, 4);
  header.writeUInt16LE(isFar ? needs45 : needs20, 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(deflated, 10);
  header.writeUInt16LE(firstDate, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packedSize, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(nameBytes.length, 28);
  header.writeUInt16LE(extra, 30);
  header.writeUInt32LE(unixRegularFile * 0x10000, 38);
  header.writeUInt32LE(isFar ? full32 : offset, 42);
  header.set(nameBytes, 46);
  if (isFar) {
    header.writeUInt16LE(0x0001, 46 + nameBytes.length);
    header.writeUInt16LE(8, 48 + nameBytes.length);
    header.writeBigUInt64LE(BigInt(offset), 50 + nameBytes.length);
  }
  return header;
}

/** What stands behind the directory; in zip64 form once a number does not fit the old one. */
export function endOfDirectory({ offset, size, entries }: ZipDirectory): Buffer {
  const isBig = entries >= full16 || size >= full32 || offset >= full32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, full16), 8);
  end.writeUInt16LE(Math.min(entries, full16), 10);
  end.writeUInt32LE(Math.min(size, full32), 12);
  end.writeUInt32LE(Math.min(offset, full32), 16);
  return isBig ? Buffer.concat([bigEnd({ offset, size, entries }), end]) : end;
}

function bigEnd({ offset, size, entries }: ZipDirectory): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(0x0300 | needs45, 12);
  end.writeUInt16LE(needs45, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
