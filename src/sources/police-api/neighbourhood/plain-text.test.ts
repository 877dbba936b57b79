import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['<p>One <b>bold</b> word.</p>\n<p>Two</p>', 'One bold word.\nTwo'],
  ['a<br />b<BR>c', 'a\nb\nc'],
  ['<ul><li>x</li><li>y</li></ul>', 'x\ny'],
  ['Marks &amp; Spencer&nbsp;&pound;5 &#8211; &#x2014; &rsquo;', 'Marks & Spencer £5 – — ’'],
  ['a<script type="x">alert("<p>no</p>")</script>b', 'ab'],
  ['a<SCRIPT>never closed', 'a'],
  ['a<style>p { color: red }</style >b', 'ab'],
  ['a<!-- <b>hidden</b> -->b', 'ab'],
  ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['&unknown; &#0; &#xD800; &#1114112;', '&unknown; &#0; &#xD800; &#1114112;'],
  ['<a href="javascript:alert(1)" onclick="x">link</a>', 'link'],
  ['cut off <a href="', 'cut off'],
  ['İ<script>x</script>y', 'İy'],
  ['bell\u0007 and\u202E turned', 'bell and turned'],
  ['a<constructor>b</constructor>c<toString>d', 'abcd'],
  ['&constructor; &valueOf;', '&constructor; &valueOf;'],
  ['', ''],
])('reads %j as %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it('ends, whatever is nested or never closed', () => {
  expect(plainText('<a'.repeat(100_000))).toBe('');
  expect(plainText('<script>'.repeat(100_000))).toBe('');
  expect(plainText('<!--'.repeat(100_000))).toBe('');
});
