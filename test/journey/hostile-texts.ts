/** What every hostile text tries to run. */
const RUN = 'canary()';
const ENTITY = [...RUN].map((letter) => `&#${letter.charCodeAt(0)};`).join('');
const HEX = [...RUN].map((letter) => `&#x${letter.charCodeAt(0).toString(16)}`).join('');
const ESCAPED = [...RUN].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Elements that run a script as they are, or once something about them fails or loads. */
const TAGS = [
  `<script>${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<script >${RUN}</script >`,
  `<script/x>${RUN}</script>`,
  `<script\n>${RUN}</script\n>`,
  `<script type="module">${RUN}</script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script src=data:,${RUN}></script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script>/*</script><script>*/${RUN}</script>`,
  `<script><!--\n${RUN}\n--></script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</option></select><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `<noscript><p title="</noscript><script>${RUN}</script>">`,
  `<template><script>${RUN}</script></template><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<base href="javascript:/a/-${RUN}//"><a href="#">x</a>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<link rel="stylesheet" href="javascript:${RUN}">`,
  `<frameset onload="${RUN}">`,
  `<isindex action="javascript:${RUN}" type="submit">`,
  `<xmp><script>${RUN}</script></xmp><script>${RUN}</script>`,
];

const EVENTS: readonly (readonly [string, string])[] = [
  ['img src=x', 'onerror'],
  ['img src=/nothing.png', 'onerror'],
  ['image src=x', 'onerror'],
  ['audio src=x', 'onerror'],
  ['video src=x', 'onerror'],
  ['video><source', 'onerror'],
  ['script src=/nothing.js', 'onerror'],
  ['link rel=stylesheet href=/nothing.css', 'onerror'],
  ['object data=/nothing', 'onerror'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['iframe', 'onload'],
  ['style', 'onload'],
  ['svg', 'onload'],
  ['input autofocus', 'onfocus'],
  ['select autofocus', 'onfocus'],
  ['textarea autofocus', 'onfocus'],
  ['button autofocus', 'onfocus'],
  ['p tabindex=1 autofocus', 'onfocus'],
  ['details open', 'ontoggle'],
  ['marquee', 'onstart'],
  ['p', 'onmouseover'],
  ['p', 'onclick'],
  ['p contenteditable', 'oninput'],
  ['form', 'onsubmit'],
  ['p', 'onpointerenter'],
  ['p style="animation:x"', 'onanimationstart'],
  ['p style="transition:1s"', 'ontransitionend'],
  ['dialog open', 'onclose'],
  ['p', 'onbeforematch'],
];

/** Handlers on elements, written in the ways that browsers read. */
const HANDLERS = EVENTS.flatMap(([element, event]) => [
  `<${element} ${event}="${RUN}">`,
  `<${element.replaceAll(' ', '/')}/${event.toUpperCase()}=${RUN}>`,
]);

/** Texts that end the attribute they stand in, and begin another. */
const ATTRIBUTES = [
  '"',
  "'",
  '`',
  '" ',
  "' ",
  '">',
  "'>",
  '"/>',
  '\\"',
  '&quot;',
  '" x="',
  '"\t',
  '"\n',
  '"/',
  '%22',
].flatMap((end) => [`${end} autofocus onfocus=${RUN} x=${end}`, `${end}><img src=x onerror=${RUN}>`]);

/** Markup written as references, which must be shown as it was written and not read twice. */
const ENTITIES = [
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3c;script&#x3e;${RUN}&#x3c;/script&#x3e;`,
  `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `<img src=x onerror="${ENTITY}">`,
  `<img src=x onerror="${HEX}">`,
  `<a href="&#106;avascript:${RUN}">x</a>`,
  `<a href="java&Tab;script:${RUN}">x</a>`,
  `<a href="java&NewLine;script:${RUN}">x</a>`,
  `<a href="javascript&colon;${RUN}">x</a>`,
  `&NewLine;<script>${RUN}</script>`,
  `&#0;<script>${RUN}</script>`,
];

/** Drawings and formulas, which have rules of their own for what is markup. */
const FOREIGN = [
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="data:,${RUN}" /></svg>`,
  `<svg><script xlink:href="data:,${RUN}"></script></svg>`,
  `<svg><a href="javascript:${RUN}"><text y="20">x</text></a></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName="x" dur="1s">`,
  `<svg><set onbegin="${RUN}" attributeName="x" to="1">`,
  `<svg><a><animate attributeName="href" values="javascript:${RUN}"/><text y="20">x</text></a></svg>`,
  `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`,
  `<svg><desc><img src=x onerror=${RUN}></desc></svg>`,
  `<svg><title><img src=x onerror=${RUN}></title></svg>`,
  `<svg><style><img src=x onerror=${RUN}></style></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' onload='${RUN}'/>#x">`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<math href="javascript:${RUN}">x</math>`,
  `<math><mi xlink:href="javascript:${RUN}">x</mi></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `<math></p><style><!--</style><img src=x onerror=${RUN}>-->`,
];

/** Addresses that are scripts. */
const ADDRESSES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  ` javascript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `javascript://%0a${RUN}`,
  `javascript:/*--></title>*/${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,${Buffer.from(`<script>${RUN}</script>`).toString('base64')}`,
  `vbscript:${RUN}`,
  `//evil.example/x.js`,
  `/\\evil.example/x.js`,
].map((address, at) => (at % 2 === 0 ? address : `<a href="${address}" autofocus>x</a>`));

/** Marks of template languages, which no page of ours may run. */
const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`,
  `{{${RUN}}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `{%raw%}<script>${RUN}</script>`,
  `*{${RUN}}`,
  `[[${RUN}]]`,
  `@(${RUN})`,
  `<!--#exec cmd="${RUN}"-->`,
  `<?php ${RUN} ?>`,
  `__proto__`,
];

/** Letters that some readers take for those of markup, or that hide them. */
const UNICODE = [
  `\uFF1Cscript\uFF1E${RUN}\uFF1C/script\uFF1E`,
  `\u2039script\u203A${RUN}\u2039/script\u203A`,
  `<scr\u0131pt>${RUN}</scr\u0131pt>`,
  `<\u017Fcript>${RUN}</\u017Fcript>`,
  `<script\u00A0>${RUN}</script>`,
  `<img\u2028src=x\u2028onerror=${RUN}>`,
  `<img src=x onerror\u000C=\u000C${RUN}>`,
  `\u202E<script>${RUN}</script>`,
  `\uFEFF<script>${RUN}</script>`,
  `<script>${ESCAPED}</script>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `<\u200Bscript>${RUN}</script>`,
  `\u{1F600}"><script>${RUN}</script>`,
];

/** Texts that mean something in a table or in JSON. */
const TABLES = [
  `=HYPERLINK("javascript:${RUN}","x")`,
  `@SUM(1)*<script>${RUN}</script>`,
  `-1+<img src=x onerror=${RUN}>`,
  `"},"x":"</script><script>${RUN}</script>`,
  `"]</script><script>${RUN}</script>`,
  `a,"b""<script>${RUN}</script>`,
  `{"__proto__":{"x":"<script>${RUN}</script>"}}`,
  `';${RUN};//`,
  `";${RUN};//`,
  `\\";${RUN};//`,
  `</script><svg onload=${RUN}>`,
  `*/${RUN}/*`,
];

/** Two hundred texts and more, each another way of making a page run a script that is not its own. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...TAGS,
  ...HANDLERS,
  ...ATTRIBUTES,
  ...ENTITIES,
  ...FOREIGN,
  ...ADDRESSES,
  ...TEMPLATES,
  ...UNICODE,
  ...TABLES,
];
