/** Vite's `?url&inline`: the file as a data: URL in the script. */
declare module '*.wasm?url&inline' {
  const dataUrl: string;
  export default dataUrl;
}
