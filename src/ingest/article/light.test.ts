import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { parsePage } from './dom.ts';
import { lighten } from './light.ts';

test('the nodes of a page take no listeners, so that none are kept for them', () => {
  const page = parsePage('<html><body><p class="first">Words.</p></body></html>');
  const p = page.querySelector('p') as unknown as { addEventListener?: (type: string, listener: () => void) => void };
  // It is still there by the chain of prototypes, but there is no list to put one into.
  assert.throws(() => p.addEventListener!('click', () => {}), TypeError);
});

test('an element tells what its style says, and nothing where it has none', () => {
  const page = parsePage('<html><body><p style="display: none">Hidden.</p><p>Shown.</p></body></html>');
  const styles = [...page.querySelectorAll('p')].map((p) => (p as unknown as { style: { display: string } }).style);
  assert.deepEqual(
    styles.map((style) => style.display),
    ['none', ''],
  );
});

test('a tree is read as one of the library as it comes', () => {
  const html =
    '<html><body class="page wide"><h1>Talks</h1><div id="a"><p>One <b>two</b>.<br>Three</p><!-- no --><svg><path d="M0"/></svg></div><ul><li>x<li>y</ul></body></html>';
  const load = createRequire(import.meta.url);
  // Both kinds of the library are there; the other has been left alone.
  const page = parsePage(html);
  const shown = (at: ReturnType<typeof parsePage>): readonly (string | null)[] =>
    [...at.querySelectorAll('*')].map(
      (e) => `${e.localName} ${e.getAttribute('class')} ${e.textContent} ${e.innerHTML}`,
    );
  const path = load.resolve('linkedom').replace(/cjs\/index\.js$/u, 'esm/index.js');
  return import(path).then(({ parseHTML }: { parseHTML: (html: string) => { document: typeof page } }) => {
    assert.deepEqual(shown(page), shown(parseHTML(html).document));
  });
});

test('a library that is built otherwise is left alone', () => {
  class Node {}
  class Element extends Node {}
  assert.equal(lighten(new Element()), false);
  assert.equal(Object.getPrototypeOf(Element), Node);
});
