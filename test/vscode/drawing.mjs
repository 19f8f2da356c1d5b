/**
 * Runs in the page: draws what VS Code shows as an SVG whose colours are those of the theme in which it is looked at later,
 * high contrast included. Pictures that go into the package are drawn, because they are small.
 *
 * @param {object} options
 * @param {readonly string[]} options.roots selectors of what is drawn, the lowest first; each with its box, but for the first
 * @param {{ width: number, height: number }} options.clip from the first root's upper left corner
 * @param {string} options.label what the picture shows, for those who do not see it
 * @returns {string} the text of the SVG
 */
export function drawing({ roots, clip, label }) {
  const { document, getComputedStyle, NodeFilter } = globalThis;
  const escaped = (text) =>
    text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\u00a0', ' ');
  const base = document.querySelector(roots[0]).getBoundingClientRect();
  const [left, top] = [base.left, base.top];
  const number = (value) => String(Math.round(value * 10) / 10);

  // The colours of tokens have no names in a theme; these that are always there are close to them.
  const tokens = {
    'rgb(0, 0, 255)': 'debugTokenExpression-boolean',
    'rgb(163, 21, 21)': 'debugTokenExpression-string',
    'rgb(0, 128, 0)': 'descriptionForeground',
  };
  const style = getComputedStyle(document.querySelector('.monaco-workbench'));
  const named = [
    'textLink-foreground',
    'descriptionForeground',
    'editorActionList-focusBackground',
    'editorSuggestWidget-selectedBackground',
    'quickInputList-focusBackground',
  ];
  const probe = document.body.appendChild(document.createElement('i'));
  const values = new Map(
    named.map((name) => {
      probe.style.color = style.getPropertyValue(`--vscode-${name}`);
      return [getComputedStyle(probe).color, name];
    }),
  );
  probe.remove();
  const colour = (value, otherwise) =>
    `var(--vscode-${tokens[value] ?? values.get(value) ?? otherwise},${hexadecimal(value)})`;
  const hexadecimal = (value) =>
    value.startsWith('rgb(')
      ? `#${value
          .match(/\d+/g)
          .map((each) => Number(each).toString(16).padStart(2, '0'))
          .join('')}`
      : '#e8e8e8';

  const isIn = ({ left: x, top: y, width, height }) =>
    width > 0 && height > 0 && x - left < clip.width && y - top < clip.height && y + height > top;
  const parts = [];
  const box = (rect, fill, stroke) =>
    parts.push(
      `<rect x="${number(rect.left - left)}" y="${number(rect.top - top)}" width="${number(rect.width)}" height="${number(rect.height)}" rx="3" fill="${fill}"${stroke}/>`,
    );

  /** A text node's lines, each with its place. */
  function* linesOf(node) {
    const range = document.createRange();
    const { data } = node;
    let line;
    for (let index = 0; index < data.length; index += 1) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const rect = range.getBoundingClientRect();
      if (line !== undefined && Math.abs(rect.top - line.top) < 2) {
        line.text += data[index];
        line.right = rect.right;
        continue;
      }
      if (line !== undefined) yield line;
      line = { text: data[index], left: rect.left, top: rect.top, right: rect.right, height: rect.height };
    }
    if (line !== undefined) yield line;
  }

  /** @param bounds what a text must lie in: the rest of a widget is there after scrolling. */
  const drawText = (node, bounds) => {
    const { color, fontSize, fontWeight, fontFamily } = getComputedStyle(node.parentElement);
    for (const { text, left: x, top: y, right, height } of linesOf(node)) {
      if (text.trim() === '' || !isIn({ left: x, top: y, width: right - x, height })) continue;
      if (y < bounds.top || y + height > bounds.bottom) continue;
      const character = (right - x) / text.length;
      const start = x + character * (text.length - text.trimStart().length);
      const length = character * text.trim().length;
      const kind = /mono|consolas|menlo/i.test(fontFamily) ? ' font-family="monospace"' : '';
      const bold = Number(fontWeight) > 500 ? ' font-weight="bold"' : '';
      parts.push(
        `<text x="${number(start - left)}" y="${number(y - top + height * 0.78)}" font-size="${number(parseFloat(fontSize))}"${kind}${bold} textLength="${number(length)}" lengthAdjust="spacingAndGlyphs" fill="${colour(color, 'editor-foreground')}">${escaped(text.trim())}</text>`,
      );
    }
  };

  const drawSquiggle = (element) => {
    const kind = /squiggly-(error|warning|info|hint)/.exec(element.className)?.[1];
    const rect = element.getBoundingClientRect();
    if (kind === undefined || !isIn(rect)) return;
    const stroke = {
      error: '--vscode-editorError-foreground,#e51400',
      warning: '--vscode-editorWarning-foreground,#bf8803',
      info: '--vscode-editorInfo-foreground,#1a85ff',
      hint: '--vscode-editorHint-foreground,#6c6c6c',
    }[kind];
    const waves = Math.max(1, Math.round(rect.width / 6));
    const path = `m${number(rect.left - left)} ${number(rect.bottom - top - 1)}${'q1.5-3 3 0t3 0'.repeat(waves)}`;
    parts.push(`<path d="${path}" fill="none" stroke="var(${stroke})"/>`);
  };

  for (const [index, selector] of roots.entries()) {
    for (const root of document.querySelectorAll(selector)) {
      const bounds = index > 0 ? root.getBoundingClientRect() : { top: -Infinity, bottom: Infinity };
      if (index > 0)
        box(
          bounds,
          'var(--vscode-editorWidget-background,#f8f8f8)',
          ' stroke="var(--vscode-editorWidget-border,#c8c8c8)"',
        );
      for (const element of root.querySelectorAll('.cdr')) drawSquiggle(element);
      for (const row of root.querySelectorAll('.monaco-list-row.focused'))
        box(
          row.getBoundingClientRect(),
          colour(getComputedStyle(row).backgroundColor, 'list-hoverBackground'),
          '',
        );
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const { parentElement } = texts.currentNode;
        const isSeen = parentElement.checkVisibility({ visibilityProperty: true });
        if (isSeen && !parentElement.closest('.monaco-aria-container, .codicon, style'))
          drawText(texts.currentNode, bounds);
      }
    }
  }
  return [
    // The page of a walkthrough takes no styles, only attributes.
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${clip.width} ${clip.height}" font-family="sans-serif" xml:space="preserve" role="img" aria-label="${escaped(label)}">`,
    `<rect width="${clip.width}" height="${clip.height}" fill="var(--vscode-editor-background,#ffffff)"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
