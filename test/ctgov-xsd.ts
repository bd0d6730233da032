import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { publicXsd } from './ctgov-corpus.js';

/** The registry's own XSD, by libxml2; `undefined` where it is not at hand. It lives as long as the tests. */
export function openXsd(): { fault(xml: string): string | undefined } | undefined {
  const text = publicXsd();
  if (text === undefined) return undefined;
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(text));
  return {
    /** The first thing the XSD says against a document; `undefined` where it says nothing. */
    fault(xml) {
      const document = XmlDocument.fromString(xml);
      try {
        validator.validate(document);
        return undefined;
      } catch (error) {
        return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      } finally {
        document.dispose();
      }
    },
  };
}
