const looked = 4096;
/** Studies of the API begin with their id. Where one does not, it is read whole. */
const inJson = /^\s*\{\s*"protocolSection"\s*:\s*\{\s*"identificationModule"\s*:\s*\{\s*"nctId"\s*:\s*"(NCT\d{8})"/;
const inXml = /^\s*<[\s\S]*?<nct_id>\s*(NCT\d{8})\s*<\/nct_id>/;

/**
 * The id of a record, where it can be told without reading the record: n machines that share the work must not all read
 * everything. Depends on the bytes alone, so that they agree, also about records that cannot be read.
 */
export function sliceKey(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, looked)).toString('latin1');
  return (inJson.exec(head) ?? inXml.exec(head))?.[1];
}
