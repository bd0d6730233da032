import { describe, expect, it } from 'vitest';
import { XmlScanner } from './scanner.js';

/** Walks through a whole document. */
function scan(source: string): void {
  const scanner = new XmlScanner(source);
  scanner.enter();
  scanner.skip();
  scanner.end();
}

/** The text of the one element of a document. */
function lineOf(source: string): string | undefined {
  const scanner = new XmlScanner(source);
  scanner.enter();
  return scanner.line();
}

describe('a scanner of XML', () => {
  it.each([
    ['<a><b>x</a></b>', '1:8: </a> stands where </b> belongs.'],
    ['<a>x', '1:5: the source ends inside <a>; it is cut off.'],
    ['<a>\n<b', '2:3: the source ends inside <b>; it is cut off.'],
    ['<a/> x', '1:6: something stands behind the end of the root element.'],
    ['<a/><b/>', '1:5: something stands behind the end of the root element.'],
    ['x<a/>', '1:1: text outside of the root element.'],
    ['<a b="1" b="2"/>', '1:10: two attributes of the name b.'],
    ['<a b="1"c="2"/>', '1:9: a tag goes on where it should end, or an attribute without a space before it.'],
    ['<a b=1/>', '1:6: the value of b stands without quotes.'],
    ['<a b/>', '1:5: the attribute b has no value.'],
    ['<a b="<"/>', '1:7: "<" in the value of b.'],
    ['<a>x < y</a>', '1:6: "<" or a name that is none.'],
    ['<a>x & y</a>', '1:6: "&" is no entity of XML, and no character.'],
    ['<a>&nbsp;</a>', '1:4: "&nbsp" is no entity of XML, and no character.'],
    ['<a>&#0;</a>', '1:4: "&#0" is no entity of XML, and no character.'],
    ['<a>x\u0001</a>', '1:5: a control character.'],
    ['<a>x ]]> y</a>', '1:6: "]]>" in a text.'],
    ['<a>x<b/> ]]> y</a>', '1:10: "]]>" in a text.'],
    ['<a><!-- x -- y --></a>', '1:11: two dashes in a comment.'],
    ['<!DOCTYPE a><a/>', '1:1: a document type. Records have none, and entities it might define are refused.'],
    ['<a>\n<?xml version="1.0"?></a>', '2:1: an XML declaration that is not at the start.'],
    ['<a b="\r\n\r\n&x;"/>', '3:1: "&x" is no entity of XML, and no character.'],
    ['<x:a/>', '1:1: the prefix of x:a is bound to no namespace.'],
    [`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, '1:301: more than 100 elements inside one another.'],
  ])('refuses %s', (source, message) => {
    expect(() => scan(source)).toThrow(`Not well-formed XML at ${message}`);
  });

  it.each([
    ['<a>x &lt; y &amp; z &#x3c;</a>', 'x < y & z <'],
    ['<a><![CDATA[x < y]]> and z</a>', 'x < y and z'],
    ['<a>x<!-- ]]> -->y</a>', 'xy'],
    ['<a b="]]>">x > y</a>', 'x > y'],
    ['<a>x<?b ]]>?> y</a>', 'x y'],
    ['<a>]] > and ]>\n  x</a>', ']] > and ]> x'],
    ["<a\n b = '1'\n>x</a\n>", 'x'],
  ])('reads %s', (source, text) => {
    expect(lineOf(source)).toBe(text);
  });

  it('takes white space in an attribute for spaces as it stands, and for itself where it is referenced', () => {
    const scanner = new XmlScanner('<a b="1\n2\r\n3\t4&#10;5&#9;6&#13;7"/>');
    scanner.enter();
    expect(scanner.attribute('b')).toBe('1 2 3 4\n5\t6\r7');
  });

  it('finds two attributes of one name however many stand between', () => {
    const names = Array.from({ length: 40 }, (_, index) => ` a${index}="1"`).join('');
    expect(() => scan(`<a${names}/>`)).not.toThrow();
    expect(() => scan(`<a${names} a0="1"/>`)).toThrow('two attributes of the name a0.');
    expect(() => scan(`<a${names} a39="1"/>`)).toThrow('two attributes of the name a39.');
  });

  it('gives the place of a fault in a text block', () => {
    const scanner = new XmlScanner('<a>\n  One &amp; two.\n\n  Three &nope; four.\n</a>');
    scanner.enter();
    expect(() => scanner.paragraphs()).toThrow('Not well-formed XML at 4:9: "&nope" is no entity');
  });
});
