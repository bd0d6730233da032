import { AppendFile } from './append-file.js';

/** Writes a small file aside, and gives it its name. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = new AppendFile(path);
  try {
    await file.append(Buffer.from(text, 'utf8'));
    await file.finish();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}
