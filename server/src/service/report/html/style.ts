/**
 * The look of the page: in VS Code that of the theme, else the reader's choice of light or dark; black on white on paper.
 * @see https://code.visualstudio.com/api/references/theme-color
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: var(--vscode-editor-background, #ffffff);
  --text: var(--vscode-editor-foreground, #1f2328);
  --quiet: var(--vscode-descriptionForeground, #59636e);
  --link: var(--vscode-textLink-foreground, #0550ae);
  --focus: var(--vscode-focusBorder, #0550ae);
  --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #d1d9e0));
  --shade: var(--vscode-textCodeBlock-background, #f0f2f5);
  --error: var(--vscode-charts-red, #cf222e);
  --warning: var(--vscode-charts-orange, #bc4c00);
  --info: var(--vscode-charts-blue, #0969da);
  --hint: var(--vscode-charts-purple, #8250df);
  --good: var(--vscode-charts-green, #1a7f37);
  --other: var(--vscode-descriptionForeground, #818b98);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: var(--vscode-editor-background, #0d1117);
    --text: var(--vscode-editor-foreground, #e6edf3);
    --quiet: var(--vscode-descriptionForeground, #9198a1);
    --link: var(--vscode-textLink-foreground, #4493f8);
    --focus: var(--vscode-focusBorder, #4493f8);
    --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #3d444d));
    --shade: var(--vscode-textCodeBlock-background, #1c2129);
    --error: var(--vscode-charts-red, #f85149);
    --warning: var(--vscode-charts-orange, #db6d28);
    --info: var(--vscode-charts-blue, #4493f8);
    --hint: var(--vscode-charts-purple, #ab7df8);
    --good: var(--vscode-charts-green, #3fb950);
  }
}
body {
  max-width: 76rem;
  margin: 0 auto;
  padding: 1rem 1.5rem 3rem;
  background: var(--page);
  color: var(--text);
  font: 14px/1.5 var(--vscode-font-family, system-ui, sans-serif);
}
h1 { font-size: 1.7em; margin: 0.5em 0 0.2em; }
h2 { font-size: 1.25em; margin: 1.8em 0 0.5em; }
h3 { font-size: 1.05em; margin: 1.5em 0 0.4em; overflow-wrap: anywhere; }
p { margin: 0.4em 0; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3em 1.2em; margin: 0.6em 0; padding: 0; list-style: none; }
code { font: 0.92em var(--vscode-editor-font-family, ui-monospace, monospace); background: var(--shade); color: inherit; padding: 0.1em 0.3em; border-radius: 3px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3em 0.7em 0.3em 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--quiet); white-space: nowrap; }
tbody th { overflow-wrap: anywhere; min-width: 8em; }
tbody th.number { min-width: 0; }
th.number, td.number { text-align: right; width: 4em; }
td.short { white-space: nowrap; }
th.bar, td.bar { width: 40%; padding-left: 1em; }
svg.bar { display: block; width: 100%; height: 0.9em; margin-top: 0.3em; }
.error { fill: var(--error); }
.warning { fill: var(--warning); }
.info { fill: var(--info); }
.hint { fill: var(--hint); }
.good { fill: var(--good); }
.other { fill: var(--other); }
.severity { white-space: nowrap; border-left: 0.35em solid; padding-left: 0.5em; }
.severity.error { border-color: var(--error); }
.severity.warning { border-color: var(--warning); }
.severity.info { border-color: var(--info); }
.severity.hint { border-color: var(--hint); }
@media print {
  :root { --page: #ffffff; --text: #000000; --quiet: #444444; --link: #000000; --line: #999999; --shade: #eeeeee; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .scroll { overflow: visible; }
  svg.bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .severity { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3, thead { break-after: avoid; }
  tr { break-inside: avoid; }
}
`;
