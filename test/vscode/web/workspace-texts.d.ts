/** The files of the tests' workspace by their paths: bundle-web-suite.mjs reads them. */
declare module 'workspace-texts' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
